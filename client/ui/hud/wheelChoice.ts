// Which of the wheel's slots a direction means, and where the slots lie: the first above, then clockwise.

export const SLOTS = 8;
const TURN = 2 * Math.PI;

/** The slot of a direction that is taken from the wheel’s middle; -1 for one that is shorter than `rest`. */
export function slotAt(dx: number, dy: number, rest: number): number {
  if (Math.hypot(dx, dy) < rest) return -1;
  const turned = Math.atan2(dx, -dy) / TURN;
  return Math.round((turned + 1) * SLOTS) % SLOTS;
}

/** Where a slot lies from the middle, at distance 1. */
export function placeOf(slot: number): { x: number; y: number } {
  const angle = (slot / SLOTS) * TURN;
  return { x: Math.sin(angle), y: -Math.cos(angle) };
}

/** Whether one may say something again, as far as the page knows. */
export class CoolDown {
  readonly #ms: number;
  #sinceMs = Number.NEGATIVE_INFINITY;

  /** `ms` from one to the next. */
  constructor(ms: number) {
    this.#ms = ms;
  }

  /** Begins anew. */
  begin(nowMs: number): void {
    this.#sinceMs = nowMs;
  }

  /** 0 right after the last one, 1 when it is over. */
  share(nowMs: number): number {
    return Math.max(0, Math.min(1, (nowMs - this.#sinceMs) / this.#ms));
  }
}
