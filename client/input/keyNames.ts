// What stands on a key: by the keyboard's own layout where the browser tells it (only over https, or on this machine), else
// as was seen when it was pressed, else as on an American one.

import { t } from '../i18n/index.ts';
import { Store } from '../ui/store.ts';
import type { Action, Bound } from './actions.ts';
import { codesOf } from './bindings.ts';
import { padLink } from './padLink.ts';

/** The part of the Keyboard API that is used; not every browser has it. */
interface KeyboardApi {
  keyboard?: { getLayoutMap(): Promise<ReadonlyMap<string, string>> };
}

/** Characters by code. */
export const layout = new Store<{ names: ReadonlyMap<string, string> }>({ names: new Map() });

void (globalThis.navigator as (Navigator & KeyboardApi) | undefined)?.keyboard
  ?.getLayoutMap()
  .then((names) => layout.set({ names: new Map(names) }))
  .catch(() => undefined);

/** Takes what a pressed key has written. */
export function learnKey({ code, key, shiftKey }: KeyboardEvent): void {
  const { names } = layout.value;
  if (!shiftKey && /^\S$/u.test(key) && names.get(code) === undefined) layout.set({ names: new Map(names).set(code, key) });
}

const ARROWS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const SYMBOLS: Record<string, string> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Escape: 'Esc',
};

/** What a person calls a code's key or button. */
export function nameOf(code: string): string {
  if (code.startsWith('Pad')) return padLink.source?.nameOf(code) ?? code;
  if (code.startsWith('Mouse')) return mouseName(Number(code.slice('Mouse'.length)));
  if (code === 'Space') return t('key.space');
  if (code.startsWith('Shift')) return t('key.shift');
  if (code === 'Enter') return t('key.enter');
  const printed = layout.value.names.get(code);
  if (printed) return printed.toLocaleUpperCase();
  return ARROWS[code] ?? SYMBOLS[code] ?? code.replace(/^(Key|Digit)/, '').replace(/^Numpad/, 'Num ');
}

function mouseName(button: number): string {
  if (button === 0) return t('key.leftButton');
  if (button === 1) return t('key.middleButton');
  if (button === 2) return t('key.rightButton');
  return t('key.button', { n: button + 1 });
}

/** All keys of an action for a text, where `[x]` is a key to press. */
export function keysFor(action: Action, bound: Bound): string {
  const [first, second] = codesOf(action, bound).map((code) => `[${nameOf(code)}]`);
  if (!first) return `[${t('key.none')}]`;
  return second && second !== first ? t('hint.or', { a: first, b: second }) : first;
}

/** The first key of an action for a text. */
export function keyFor(action: Action, bound: Bound): string {
  const [code] = codesOf(action, bound);
  return `[${code === undefined ? t('key.none') : nameOf(code)}]`;
}
