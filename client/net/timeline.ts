// The tick that a client shows. A command that is sent now will run on the server at: the snapshot's tick plus the
// commands not yet acknowledged. One's own puck and what comes near it are drawn at that tick, so what a player dodges or
// parries there is what the server computes when the command arrives. (Gambetta, "Fast-Paced Multiplayer"; what is near
// others is shown as far in the past as they are: Sharkey, Ryan and Roberts, "Local Perception Filters".)

/** The present speeds up or slows down by this share at most, so that it never jumps. */
const SLEW = 0.1;
/** Farther off than this, in ticks, it does jump: a sleeping tab. */
const SNAP_TICKS = 20;
/** Until so many commands have been taken, at the start and after a reconnect, it follows at once: what was on the way is only known then. */
const SETTLED_COMMANDS = 40;

export class Timeline {
  #offset = 0;
  #target = 0;
  #known = false;
  #sent = 0;

  /** The tick at which the next sent command is expected to run, without smoothing. */
  get expected(): number {
    return this.#sent + this.#target;
  }

  /** A snapshot came: its tick, and how many commands it has taken. */
  snapshot(tick: number, acknowledged: number): void {
    this.#target = tick - acknowledged;
    const settled = this.#known && acknowledged >= SETTLED_COMMANDS;
    if (!settled || Math.abs(this.#target - this.#offset) > SNAP_TICKS) this.#offset = this.#target;
    this.#known = true;
  }

  /** A command was sent; `sequence` counts from 1. */
  sent(sequence: number): void {
    this.#sent = sequence;
  }

  /** Who sends nothing (a spectator) shows the snapshots' own ticks: time passes as if commands were sent. */
  pass(ticks: number): void {
    this.#sent += ticks;
  }

  /** Commands sent, or the time passed in their place. */
  get count(): number {
    return this.#sent;
  }

  /** After a reconnect the count of commands begins anew. */
  reset(): void {
    this.#known = false;
    this.#sent = 0;
  }

  /** Moves the present by the ticks that have passed since the last call. */
  advance(ticks: number): void {
    const gap = this.#target - this.#offset;
    const most = SLEW * ticks;
    this.#offset += Math.max(-most, Math.min(most, gap));
  }

  /** The shown tick; `alpha` is the share of the way from the last command to the next, 0 to 1. */
  present(alpha: number): number {
    return this.#sent - 1 + alpha + this.#offset;
  }
}
