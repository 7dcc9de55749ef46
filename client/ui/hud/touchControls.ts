// What fingers see: the two sticks where they were touched, and buttons for dash and parry.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ButtonName } from '../../input/buttons.ts';
import { STICK_RADIUS, type TouchStick } from '../../input/touch.ts';
import { Icon, type IconName } from '../icons.ts';
import type { Match } from '../match.ts';

export function TouchControls({ match }: { match: Match }): ComponentChild {
  const [, redraw] = useState({});
  const { touch } = match.controls;
  useEffect(() => {
    touch.onChange = () => redraw({});
    return () => {
      touch.onChange = undefined;
    };
  }, [touch]);
  return h('div', { class: 'touch' }, [
    h(Stick, { stick: touch.move, place: 'left' }),
    h(Stick, { stick: touch.aim, place: 'right' }),
    h(TouchButton, { match, name: 'dash', icon: 'dash', label: 'Dash' }),
    h(TouchButton, { match, name: 'parry', icon: 'parry', label: 'Parry' }),
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

function TouchButton({ match, name, icon, label }: { match: Match; name: ButtonName; icon: IconName; label: string }): ComponentChild {
  const { buttons } = match.controls;
  const release = (): void => buttons.release(name);
  const press = (event: Event): void => {
    event.preventDefault();
    buttons.press(name);
  };
  const handlers = { onPointerDown: press, onPointerUp: release, onPointerCancel: release, onPointerLeave: release };
  return h('button', { class: `touch-button ${name}`, type: 'button', 'aria-label': label, ...handlers }, h(Icon, { name: icon }));
}
