// The loop rests while the arena shows nothing: a notice may stay for hours. Phaser itself neither starts nor stops its loop when
// a tab is hidden or loses the focus, it only notes the time; the browser gives a hidden tab no frames.

import type * as Phaser from 'phaser';

/** So many frames with nothing to show are drawn: what was shown is gone, and what starts the page has had its turn. */
const EMPTY_FRAMES = 2;

type Loop = Pick<Phaser.Core.TimeStep, 'running' | 'sleep' | 'wake' | 'tick'>;

export class Rest {
  readonly #loop: Loop;
  #shows = false;
  #empty = 0;
  #rests = false;

  constructor(loop: Loop) {
    this.#loop = loop;
  }

  /** A frame was drawn. */
  drawn(): void {
    // What somebody else has stopped is theirs to start.
    if (this.#shows || !this.#loop.running || ++this.#empty < EMPTY_FRAMES) return;
    this.#rests = true;
    this.#loop.sleep();
  }

  /** Something is about to be shown; told before it is, since waking draws a frame at once that lasted as long as the rest. */
  end(): void {
    this.#shows = true;
    if (!this.#rests) return;
    this.#rests = false;
    this.#loop.wake();
  }

  /** Nothing is shown any more. */
  begin(): void {
    this.#shows = false;
    this.#empty = 0;
  }

  /** The canvas has lost its picture, as when it gets another size: once more, where no frame comes by itself. */
  redraw(): void {
    if (this.#rests) this.#loop.tick();
  }
}
