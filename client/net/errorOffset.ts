// A correction is not shown at once: the difference is kept as an offset that fades, so a puck glides to its place.

/** Share of the offset left after a second: 90 % is gone after 0.1 s. */
const LEFT_AFTER_S = 1e-10;
/** Larger differences are no correction but another place: shown at once. */
const SNAP = 160;

export class ErrorOffset {
  x = 0;
  y = 0;

  /** Adds a difference (old minus new, in units). Returns its length, 0 when it was too large to glide. */
  add(dx: number, dy: number): number {
    const length = Math.hypot(dx, dy);
    if (length > SNAP) {
      this.x = this.y = 0;
      return 0;
    }
    this.x += dx;
    this.y += dy;
    return length;
  }

  /** Forgets what is left. Returns 0, the length of a step that nobody is to see gliding. */
  clear(): number {
    this.x = this.y = 0;
    return 0;
  }

  /** Lets it fade over a time. */
  fade(seconds: number): void {
    const left = LEFT_AFTER_S ** seconds;
    this.x *= left;
    this.y *= left;
  }
}
