// What fingers see: the two sticks where they were touched, and buttons for dash and parry.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { dashesOf } from '#shared/sim/puck.ts';
import type { Puck } from '#shared/sim/types.ts';
import { DASH, PARRY } from '#shared/tuning.ts';
import { t } from '../../i18n/index.ts';
import { controlSettings } from '../../input/bindings.ts';
import { STICK_RADIUS, Touch, type TouchStick } from '../../input/touch.ts';
import type { Match } from '../match.ts';
import { useStore } from '../store.ts';
import { Phone } from './phone.ts';
import { colorOf } from './playerName.ts';
import { TouchSign } from './touchSign.ts';
import '../styles/touch.css';

/** All that is there for fingers; with `playing` also what one plays with. */
export function TouchLayer({ match, playing }: { match: Match; playing: boolean }): ComponentChild {
  const touch = match.controls.useTouch((...args) => new Touch(...args));
  return [h(Phone, null), playing ? h(TouchControls, { match, touch }) : null];
}

function TouchControls({ match, touch }: { match: Match; touch: Touch }): ComponentChild {
  const [, redraw] = useState({});
  const { touchSize, leftHanded } = useStore(controlSettings);
  useEffect(() => {
    touch.onChange = () => redraw({});
    return () => {
      touch.onChange = undefined;
    };
  }, [touch]);
  const own = match.session.pucks.find(({ me }) => me);
  const color = own ? colorOf(own.slot) : 'var(--light)';
  const radius = STICK_RADIUS[touchSize];
  const look = { class: `touch ${touchSize}${leftHanded ? ' left-handed' : ''}`, style: { '--own': color, '--radius': `${radius}px` } };
  return h('div', look, [
    h(Stick, { stick: touch.move, radius, name: 'move' }),
    h(Stick, { stick: touch.aim, radius, name: 'aim' }),
    h(TouchButton, { match, name: 'dash', ready: own ? dashReady(own.puck) : 1 }),
    h(TouchButton, { match, name: 'parry', ready: own ? parryReady(own.puck) : 1 }),
  ]);
}

/** Rests in its corner until a finger puts it elsewhere. */
function Stick({ stick, radius, name }: { stick: TouchStick; radius: number; name: 'move' | 'aim' }): ComponentChild {
  const at = stick.active
    ? { left: `${stick.originX - radius}px`, top: `${stick.originY - radius}px`, bottom: 'auto', right: 'auto' }
    : { left: '', top: '', bottom: '', right: '' };
  const knob = { transform: `translate(${stick.knobX * radius}px, ${stick.knobY * radius}px)` };
  return h('div', { class: `stick ${name}${stick.active ? ' active' : ''}`, style: at }, h('div', { class: 'knob', style: knob }));
}

/** 1 while a dash is left, else how far the next one has come. */
function dashReady(puck: Puck): number {
  if (dashesOf(puck) > 0) return 1;
  const left = (puck.dashFullAt - puck.step) % DASH.chargeTicks;
  return left === 0 ? 0 : 1 - left / DASH.chargeTicks;
}

/** How far the next parry has come, 1 when it is there. */
function parryReady(puck: Puck): number {
  return Math.max(0, Math.min(1, 1 - (puck.parryReadyAt - puck.step) / (PARRY.ticks + PARRY.missCooldownTicks)));
}

interface TouchButtonProps {
  match: Match;
  name: 'dash' | 'parry';
  /** How far the cooldown has come, 0 to 1. */
  ready: number;
}

function TouchButton({ match, name, ready }: TouchButtonProps): ComponentChild {
  const { buttons } = match.controls;
  const release = (): void => buttons.release(name);
  // One that is gone is never told of the finger that leaves it.
  useEffect(() => () => buttons.release(name), [buttons, name]);
  const press = (event: Event): void => {
    event.preventDefault();
    buttons.press(name);
  };
  const handlers = { onPointerDown: press, onPointerUp: release, onPointerCancel: release, onPointerLeave: release };
  const look = { class: `touch-button ${name}${ready < 1 ? ' waiting' : ''}`, style: { '--ready': `${ready}turn` } };
  return h('button', { ...look, type: 'button', 'aria-label': t(`action.${name}`), ...handlers }, h(TouchSign, { name }));
}
