// Menus by keyboard and gamepad: arrows and the stick move the focus, A presses what is focused, Escape and B go back.
// While a match is played none of it happens: keys and buttons belong to the puck.

import { padLink } from '../input/padLink.ts';
import { goBack } from './back.ts';
import { type Direction, moveFocus, scopeOfMoves, stepValue } from './focusMoves.ts';
import { screen } from './screen.ts';

const ARROWS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
/** The cross of a gamepad by the standard mapping, and its two buttons for yes and no. */
const CROSS: Record<string, Direction> = { Pad12: 'up', Pad13: 'down', Pad14: 'left', Pad15: 'right' };
const YES = 'Pad0';
const NO = 'Pad1';
/** A stick beyond this moves, again after a pause while it is held, then quickly. */
const TILT = 0.6;
const LOOK_MS = 40;
const FIRST_MS = 380;
const NEXT_MS = 130;
/** What comes unasked meets somebody who still plays: for so long nothing is moved or pressed in it. */
const GRACE_MS = 700;

/** What the focus moves in now, and since when, on `performance.now()`. */
let scope: Element | undefined;
let since = 0;

/** Listens as long as the page lives. */
export function startMenuKeys(): void {
  addEventListener('keydown', onKey);
  padLink.readers.add({ press: onPad, release: () => undefined });
  let held: Direction | undefined;
  let nextMs = 0;
  let restedIn: Element | undefined;
  setInterval(() => {
    const now = performance.now();
    const tilt = tilted();
    const ready = isReady();
    // A stick that was held when something opened steered the puck: it has to rest first.
    if (!tilt) restedIn = scope;
    if (tilt && ready && restedIn === scope && (tilt !== held || now >= nextMs)) {
      steer(tilt);
      nextMs = now + (tilt === held ? NEXT_MS : FIRST_MS);
    }
    held = tilt;
  }, LOOK_MS);
}

/** Whether there is something to move in that one has had the time to see. */
function isReady(): boolean {
  const now = scopeOfMoves();
  if (now !== scope) since = performance.now();
  scope = now;
  return scope !== undefined && (scope.getAttribute('data-moves') !== 'unasked' || performance.now() - since > GRACE_MS);
}

/** What a key that repeats was pressed in. */
let pressedIn: Element | undefined;

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  const direction = ARROWS[event.code];
  if (!event.repeat) pressedIn = scopeOfMoves();
  if (direction && isReady() && pressedIn === scope && !isForControl(event.target, direction)) {
    event.preventDefault();
    moveFocus(direction);
  }
  // In a match Escape opens and closes its panel.
  if (event.code === 'Escape' && !screen.value.match && goBack()) event.preventDefault();
}

/** Arrows along a text or a slider are its own; up and down leave it. */
function isForControl(target: EventTarget | null, direction: Direction): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('textarea')) return true;
  const along = direction === 'left' || direction === 'right';
  return along && target.matches('input:not([type=checkbox]), select');
}

function onPad(code: string): void {
  if (code === NO) goBack();
  if (!isReady()) return;
  const direction = CROSS[code];
  if (direction) steer(direction);
  else if (code === YES) press();
}

function steer(direction: Direction): void {
  if (direction === 'right' && stepValue(1)) return;
  if (direction === 'left' && stepValue(-1)) return;
  moveFocus(direction);
}

function press(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && scopeOfMoves()?.contains(activeElement)) activeElement.click();
  else moveFocus('down');
}

function tilted(): Direction | undefined {
  const { x = 0, y = 0 } = padLink.source?.move ?? {};
  if (Math.max(Math.abs(x), Math.abs(y)) < TILT) return undefined;
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 'right' : 'left';
  return y > 0 ? 'down' : 'up';
}
