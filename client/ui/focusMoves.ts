// Moving the focus by direction, as arrow keys and gamepads do: to the nearest control that lies that way. It moves within
// the topmost element that is marked with `data-moves`; where there is none, a match is being played.

export type Direction = 'up' | 'down' | 'left' | 'right';

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
/** A step to the side costs so many times as much as one ahead. */
const SIDEWAYS = 3;
/** Of what is in sight, so much is scrolled by a step. */
const SCROLL_SHARE = 0.4;

/** Where the focus may move now: a screen, a panel, or nothing. */
export function scopeOfMoves(): Element | undefined {
  return [...document.querySelectorAll('[data-moves]')].filter((element) => !element.closest('[inert]')).at(-1);
}

/** Moves the focus. Returns whether there was anywhere to move it. */
export function moveFocus(direction: Direction): boolean {
  const scope = scopeOfMoves();
  if (!scope) return false;
  const all = [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isReachable);
  const from = document.activeElement;
  const next =
    from instanceof HTMLElement && from !== scope && scope.contains(from)
      ? nearest(
          from.getBoundingClientRect(),
          direction,
          all.filter((element) => element !== from),
        )
      : (all.find((element) => element.matches('[data-first]')) ?? all[0]);
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  if (!next && from) scrollOn(from, direction);
  return true;
}

/** Where there is nothing more to focus there may be more to read. */
function scrollOn(from: Element, direction: Direction): void {
  if (direction === 'left' || direction === 'right') return;
  let element: Element | null = from;
  while (element && element.scrollHeight <= element.clientHeight + 1) element = element.parentElement;
  element?.scrollBy({ top: (direction === 'down' ? 1 : -1) * element.clientHeight * SCROLL_SHARE });
}

function isReachable(element: HTMLElement): boolean {
  if (element.matches(':disabled, [tabindex="-1"], [hidden]') || element.closest('[inert]')) return false;
  return element.getClientRects().length > 0;
}

/** The element that lies best in a direction: near, and not much to the side. Overlapping rows and columns are not to the side. */
function nearest(from: DOMRect, direction: Direction, all: HTMLElement[]): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const element of all) {
    const to = element.getBoundingClientRect();
    const ahead = distanceAhead(from, to, direction);
    if (ahead <= 0) continue;
    const flat = direction === 'left' || direction === 'right';
    const aside = flat ? gap(from.top, from.bottom, to.top, to.bottom) : gap(from.left, from.right, to.left, to.right);
    const cost = ahead + SIDEWAYS * aside;
    if (cost < least) {
      least = cost;
      best = element;
    }
  }
  return best;
}

/** How far the middle of one lies ahead of another's, in CSS pixels; 0 or less behind it. */
function distanceAhead(from: DOMRect, to: DOMRect, direction: Direction): number {
  const x = to.left + to.width / 2 - from.left - from.width / 2;
  const y = to.top + to.height / 2 - from.top - from.height / 2;
  // What begins beside it is not above or below it.
  if (direction === 'up') return to.bottom <= from.top + from.height / 2 ? -y : 0;
  if (direction === 'down') return to.top >= from.bottom - from.height / 2 ? y : 0;
  if (direction === 'left') return to.right <= from.left + from.width / 2 ? -x : 0;
  return to.left >= from.right - from.width / 2 ? x : 0;
}

/** Space between two spans; 0 where they overlap. */
const gap = (from: number, until: number, otherFrom: number, otherUntil: number): number =>
  Math.max(0, otherFrom - until, from - otherUntil);

/** Changes a slider, a list or a row of choices by a step. Returns whether the focused control is one. */
export function stepValue(by: 1 | -1): boolean {
  const control = document.activeElement;
  if (control instanceof HTMLInputElement && control.type === 'range') {
    if (by > 0) control.stepUp();
    else control.stepDown();
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }
  if (control instanceof HTMLInputElement && control.type === 'radio') return pickBeside(control, by);
  if (control instanceof HTMLSelectElement) {
    const index = control.selectedIndex + by;
    if (index >= 0 && index < control.options.length) {
      control.selectedIndex = index;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return true;
  }
  return false;
}

/** As arrow keys do in a row of choices; at its ends one leaves it. */
function pickBeside(radio: HTMLInputElement, by: 1 | -1): boolean {
  const row = [...(radio.form ?? document).querySelectorAll<HTMLInputElement>(`input[type=radio][name="${radio.name}"]`)];
  const beside = row[row.indexOf(radio) + by];
  beside?.click();
  beside?.focus();
  return beside !== undefined;
}
