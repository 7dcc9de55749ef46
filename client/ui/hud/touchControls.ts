// What fingers see: the two sticks where they were touched, and buttons for dash and parry.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { dashesOf } from '#shared/sim/puck.ts';
import type { Puck } from '#shared/sim/types.ts';
import { DASH, PARRY } from '#shared/tuning.ts';
import { STICK_RADIUS, type TouchStick } from '../../input/touch.ts';
import type { Match } from '../match.ts';
import { colorOf } from './playerName.ts';

export function TouchControls({ match }: { match: Match }): ComponentChild {
  const [, redraw] = useState({});
  const { touch } = match.controls;
  useEffect(() => {
    touch.onChange = () => redraw({});
    return () => {
      touch.onChange = undefined;
    };
  }, [touch]);
  const own = match.session.pucks.find(({ me }) => me);
  const color = own ? colorOf(own.slot) : 'var(--light)';
  return h('div', { class: 'touch', style: { '--own': color } }, [
    h(Stick, { stick: touch.move, place: 'left' }),
    h(Stick, { stick: touch.aim, place: 'right' }),
    h(TouchButton, { match, name: 'dash', label: 'Dash', ready: own ? dashReady(own.puck) : 1 }),
    h(TouchButton, { match, name: 'parry', label: 'Parry', ready: own ? parryReady(own.puck) : 1 }),
  ]);
}

/** Rests in its corner until a finger puts it elsewhere. */
function Stick({ stick, place }: { stick: TouchStick; place: 'left' | 'right' }): ComponentChild {
  const at = stick.active
    ? { left: `${stick.originX - STICK_RADIUS}px`, top: `${stick.originY - STICK_RADIUS}px`, bottom: 'auto', right: 'auto' }
    : {};
  const knob = { transform: `translate(${stick.x * STICK_RADIUS}px, ${stick.y * STICK_RADIUS}px)` };
  return h('div', { class: `stick ${place}${stick.active ? ' active' : ''}`, style: at }, h('div', { class: 'knob', style: knob }));
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
  label: string;
  /** How far the cooldown has come, 0 to 1. */
  ready: number;
}

/** Arrows that leave, and a shield's arc before a puck. */
const SIGNS = {
  dash: ['M3 8h6M2 12h7M3 16h6', 'M11 5l7 7-7 7', 'M15.5 5l7 7-7 7'],
  parry: ['M14 3a12 12 0 0 1 0 18', 'M9.5 12a3.5 3.5 0 1 0-7 0a3.5 3.5 0 1 0 7 0', 'M23 8l-3.4 4 3.4 4'],
} as const;

function TouchButton({ match, name, label, ready }: TouchButtonProps): ComponentChild {
  const { buttons } = match.controls;
  const release = (): void => buttons.release(name);
  const press = (event: Event): void => {
    event.preventDefault();
    buttons.press(name);
  };
  const handlers = { onPointerDown: press, onPointerUp: release, onPointerCancel: release, onPointerLeave: release };
  const look = { class: `touch-button ${name}${ready < 1 ? ' waiting' : ''}`, style: { '--ready': `${ready}turn` } };
  return h('button', { ...look, type: 'button', 'aria-label': label, ...handlers }, h(Sign, { name }));
}

function Sign({ name }: { name: 'dash' | 'parry' }): ComponentChild {
  return h(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    SIGNS[name].map((d, i) =>
      h('path', {
        key: d,
        d,
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': i === 0 ? 2.8 : 1.9,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
    ),
  );
}
