import assert from 'node:assert/strict';
import type { ComponentChild, VNode } from 'preact';
import { aimOf } from '#shared/aim.ts';
import { AIM_STEPS } from '#shared/sim/math.ts';
import { BUTTON } from '#shared/sim/types.ts';
import { ACTION_NAMES, type Action } from '../../client/input/actions.ts';
import { actionsOf, codesOf, controlSettings } from '../../client/input/bindings.ts';
import { Buttons } from '../../client/input/buttons.ts';
import { Held } from '../../client/input/held.ts';
import { learnKey, nameOf } from '../../client/input/keyNames.ts';
import { bind, isBindable, resetBindings, unbind } from '../../client/input/rebind.ts';
import { easeAim, readStick } from '../../client/input/stickCurve.ts';
import { controlText } from '../../client/ui/hud/controlTexts.ts';

/** Devices that nobody holds yet, and what the stick says. */
function takeUp() {
  const buttons = new Buttons();
  const held = new Held(buttons);
  const stick = { x: 0, y: 0 };
  const length = (): number => {
    held.readStick(stick);
    return Math.hypot(stick.x, stick.y);
  };
  return { buttons, held, stick, length };
}

afterEach(() => {
  resetBindings('keys');
  resetBindings('pad');
});

describe('keys that are held', () => {
  it('steer no faster on a diagonal', () => {
    const { held, length } = takeUp();
    held.press('KeyD', true);
    assert.equal(length(), 1);
    held.press('ArrowDown', true);
    assert.ok(Math.abs(length() - 1) < 1e-9);
  });

  it('cancel each other out, and go on with what is still held', () => {
    const { held, stick, length } = takeUp();
    held.press('KeyA', true);
    held.press('KeyD', true);
    assert.equal(length(), 0);
    held.release('KeyA');
    length();
    assert.deepEqual(stick, { x: 1, y: 0 });
  });

  it('count a tap that is shorter than a tick once, and a second key of an action does not end what the first holds', () => {
    const { held, buttons } = takeUp();
    held.press('Space', true);
    held.release('Space');
    assert.equal(buttons.take(), BUTTON.dash);
    assert.equal(buttons.take(), 0);
    held.press('Mouse2', true);
    held.press('KeyE', true);
    held.release('KeyE');
    assert.equal(buttons.take(), BUTTON.parry);
    assert.equal(buttons.take(), BUTTON.parry);
    held.release('Mouse2');
    assert.equal(buttons.take(), 0);
  });

  it('are all let go at once, and listeners hear it', () => {
    const { held, buttons, length } = takeUp();
    const heard: string[] = [];
    held.listeners.add((action, down) => {
      if (action === 'board') heard.push(down ? 'down' : 'up');
      return action === 'board';
    });
    for (const code of ['KeyW', 'Mouse0', 'Tab']) held.press(code, true);
    held.clear();
    buttons.clear();
    assert.deepEqual(heard, ['down', 'up']);
    assert.equal(length(), 0);
    assert.equal(buttons.take(), 0);
  });

  it('that were pressed in a menu and are still held steer afterwards, but do nothing else', () => {
    const { held, buttons, length } = takeUp();
    for (const code of ['KeyW', 'Space']) held.press(code, false);
    for (const code of ['KeyW', 'Space']) held.press(code, true, true);
    assert.equal(length(), 1);
    assert.equal(buttons.take(), 0);
  });

  it('steer nothing while a menu is up, but reach who listens', () => {
    const { held, buttons, length } = takeUp();
    const heard: Action[] = [];
    held.listeners.add((action) => heard.push(action) > 0 && action === 'menu');
    assert.equal(held.press('KeyW', false), false);
    assert.equal(held.press('Mouse0', false), false);
    assert.equal(held.press('Escape', false), true);
    assert.ok(heard.includes('menu'));
    assert.equal(length(), 0);
    assert.equal(buttons.take(), 0);
  });
});

describe('binding a key anew', () => {
  it('makes the new key work and the old one not', () => {
    assert.deepEqual(bind('dash', 0, 'KeyJ'), {});
    assert.deepEqual(actionsOf('KeyJ'), ['dash']);
    assert.deepEqual(actionsOf('Space'), []);
    assert.deepEqual(codesOf('dash', 'keys'), ['KeyJ', 'ShiftLeft']);
  });

  it('gives who had it the old one in exchange', () => {
    assert.deepEqual(bind('up', 0, 'KeyS'), { from: 'down', instead: 'KeyW' });
    assert.deepEqual(codesOf('up', 'keys'), ['KeyS', 'ArrowUp']);
    assert.deepEqual(codesOf('down', 'keys'), ['KeyW', 'ArrowDown']);
  });

  it('takes it from who had it when there is nothing to exchange', () => {
    unbind('fire', 'keys', 0);
    assert.deepEqual(bind('fire', 0, 'KeyF'), {});
    assert.deepEqual(bind('fire', 1, 'Space'), { from: 'dash' });
    assert.deepEqual(codesOf('dash', 'keys'), ['ShiftLeft']);
  });

  it('leaves a key to two actions that never mean something at the same time', () => {
    bind('parry', 0, 'KeyQ');
    assert.deepEqual(actionsOf('KeyQ'), ['parry', 'previous']);
  });

  it('swaps the two keys of one action', () => {
    bind('up', 0, 'ArrowUp');
    assert.deepEqual(codesOf('up', 'keys'), ['ArrowUp', 'KeyW']);
  });

  it('never leaves a code to two actions that clash, whatever is bound in whatever order', () => {
    const codes = ['KeyW', 'KeyE', 'Space', 'Mouse0', 'Tab', 'KeyB', 'F3', 'KeyZ'];
    for (let i = 0; i < 400; i++)
      bind(ACTION_NAMES[(i * 7) % ACTION_NAMES.length] as Action, i % 2, codes[(i * 5 + (i >> 3)) % 8] as string);
    const steering = ['up', 'down', 'left', 'right', 'board', 'netgraph', 'menu'];
    for (const code of codes) {
      const actions = actionsOf(code);
      assert.ok(actions.length <= 2, `${code}: ${actions}`);
      if (actions.length === 2) assert.ok(!actions.some((action) => steering.includes(action)), `${code}: ${actions}`);
    }
    for (const name of ACTION_NAMES) assert.equal(new Set(codesOf(name, 'keys')).size, codesOf(name, 'keys').length);
  });

  it('keeps the way into the settings, and gives back all as it was', () => {
    unbind('menu', 'keys', 0);
    assert.deepEqual(actionsOf('Escape'), ['menu']);
    resetBindings('keys');
    assert.deepEqual(controlSettings.value.keys, {});
    assert.deepEqual(codesOf('menu', 'keys'), ['Escape']);
  });

  it('refuses what the browser would take for itself', () => {
    for (const code of ['ControlLeft', 'MetaRight', 'AltLeft', 'F11', 'Escape', '']) assert.equal(isBindable(code), false, code);
    for (const code of ['KeyÄ', 'Mouse4', 'Pad7', 'Numpad0', 'Tab', 'ShiftRight']) assert.equal(isBindable(code), true, code);
  });

  it('binds a gamepad’s buttons apart from keys', () => {
    bind('fire', 0, 'Pad1');
    assert.deepEqual(codesOf('fire', 'pad'), ['Pad1', 'Pad5']);
    assert.deepEqual(codesOf('fire', 'keys'), ['Mouse0']);
    assert.ok(actionsOf('Pad1').includes('fire'));
  });
});

/** What a person reads in what is drawn, keys in brackets. */
function read(drawn: ComponentChild): string {
  if (Array.isArray(drawn)) return drawn.map(read).join('');
  if (typeof drawn !== 'object' || drawn === null) return String(drawn ?? '');
  const { type, props } = drawn as VNode<{ children?: ComponentChild }>;
  return type === 'kbd' ? `[${read(props.children)}]` : read(props.children);
}

describe('what is said about keys', () => {
  it('names those that are bound', () => {
    assert.equal(read(controlText('move', 'keys')), 'Move with [W][A][S][D]');
    assert.equal(read(controlText('dash', 'keys')), '[Space] or [Shift] dashes where you go');
    bind('up', 0, 'ArrowUp');
    bind('dash', 0, 'BracketRight');
    unbind('dash', 'keys', 1);
    assert.equal(read(controlText('move', 'keys')), 'Move with [↑][A][S][D]');
    assert.equal(read(controlText('dash', 'keys')), '[]] dashes where you go');
    unbind('fire', 'keys', 0);
    assert.match(read(controlText('shoot', 'keys')), /hold \[nothing\] to fire/);
  });

  it('goes by what a keyboard is seen to write, where its layout is not told', () => {
    learnKey({ code: 'KeyQ', key: 'a', shiftKey: false } as KeyboardEvent);
    learnKey({ code: 'KeyM', key: '?', shiftKey: true } as KeyboardEvent);
    assert.equal(nameOf('KeyQ'), 'A');
    assert.equal(nameOf('KeyM'), 'M');
  });

  it('fits the device that is used, and the hand', () => {
    assert.match(read(controlText('move', 'pad')), /\[left stick\]/);
    assert.match(read(controlText('move', 'touch')), /left half/);
    controlSettings.set({ leftHanded: true });
    assert.match(read(controlText('move', 'touch')), /right half/);
    assert.match(read(controlText('shoot', 'touch')), /left half/);
    controlSettings.set({ leftHanded: false });
  });
});

describe('a stick', () => {
  const stickAt = (x: number, y: number, curve?: number) => {
    const stick = { x: 9, y: 9 };
    readStick(stick, x, y, 0.2, curve);
    return stick;
  };

  it('rests near its middle in every direction alike', () => {
    for (const [x, y] of [
      [0.19, 0],
      [0.13, 0.13],
      [0, -0.19],
    ] as const)
      assert.equal(Math.hypot(stickAt(x, y).x, stickAt(x, y).y), 0);
    assert.ok(stickAt(0.16, 0.16).x > 0);
  });

  it('keeps its direction, begins softly beyond the middle, and is never longer than one', () => {
    const soft = stickAt(0.25, 0);
    assert.ok(soft.x > 0 && soft.x < 0.1);
    const { x, y } = stickAt(0.6, 0.3);
    assert.ok(Math.abs(y / x - 0.5) < 1e-9);
    for (let i = 0; i < 16; i++) {
      const angle = (i / 8) * Math.PI;
      const far = stickAt(1.4 * Math.cos(angle), 1.4 * Math.sin(angle));
      assert.ok(Math.abs(Math.hypot(far.x, far.y) - 1) < 1e-9);
    }
    assert.ok(stickAt(0.5, 0, 1.4).x < stickAt(0.5, 0).x);
  });

  it('aims without trembling, the short way round, and takes a real turn at once', () => {
    const east = aimOf(1, 0);
    const tremble = aimOf(1, -0.01);
    const eased = easeAim(east, tremble);
    assert.ok(eased > tremble && eased < AIM_STEPS);
    assert.equal(easeAim(east, aimOf(-1, 0.2)), aimOf(-1, 0.2));
    let aim = 65_000;
    for (let i = 0; i < 60; i++) aim = easeAim(aim, 500);
    assert.ok(Math.abs(aim - 500) <= 1);
  });
});
