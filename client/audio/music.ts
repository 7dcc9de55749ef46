// The music's player: writes the score's notes onto the context's clock a little ahead of time, so that a late frame is not
// heard.

import { Ensemble } from './ensemble.ts';
import { BAR, CADENCE_BARS, layerLevel, notesAt, type Piece, stepSeconds } from './score.ts';

/** Seconds before the first note; and after a pause nothing is played that should have been. */
const LEAD = 0.06;
/** Until an ensemble that fades out cannot be heard any more. */
const GONE_MS = 2000;

export class Music {
  readonly #out: AudioNode;
  #ensemble: Ensemble | undefined;
  #piece: Piece | undefined;
  /** Writes a note, or ends a sixteenth, at each call. */
  #performance: Iterator<void> | undefined;
  #nextAt = 0;
  /** 0 to 1; taken over with the coming notes. */
  heat = 0;

  /** Plays into a node, nothing until `play`. */
  constructor(out: AudioNode) {
    this.#out = out;
  }

  get piece(): Piece | undefined {
    return this.#piece;
  }

  /** Goes over to a piece, or fades out; the same again goes on. */
  play(piece: Piece | undefined): void {
    if (piece === this.#piece) return;
    const { currentTime } = this.#out.context;
    const before = this.#ensemble;
    if (before) {
      before.fade(currentTime);
      setTimeout(() => before.dispose(), GONE_MS);
    }
    this.#ensemble = piece && new Ensemble(this.#out);
    this.#piece = piece;
    this.#performance = piece && this.#ensemble && this.#perform(piece, this.#ensemble);
    this.#nextAt = currentTime + LEAD;
  }

  /** Writes all notes that begin before a time of the context's clock, or the next few of them: each has many nodes. */
  schedule(until: number, most = Number.POSITIVE_INFINITY): void {
    const { currentTime } = this.#out.context;
    if (this.#nextAt < currentTime) this.#nextAt = currentTime + LEAD;
    for (let i = 0; this.#performance && this.#nextAt < until && i < most; i++) this.#performance.next();
  }

  dispose(): void {
    this.#piece = undefined;
    this.#performance = undefined;
    this.#ensemble?.dispose();
    this.#ensemble = undefined;
  }

  /** A piece from its beginning, without end; after a cadence it goes on calmly. */
  *#perform(first: Piece, ensemble: Ensemble): Generator<void, never> {
    let piece = first;
    for (let step = 0; ; step++) {
      if (piece !== 'match' && piece !== 'menu' && step === CADENCE_BARS * BAR) {
        piece = this.#piece = 'menu';
        step = 0;
      }
      const { heat } = this;
      const seconds = stepSeconds(piece, heat);
      const room = layerLevel('drums', piece, heat);
      ensemble.blend(this.#nextAt, piece, heat, seconds);
      for (const note of notesAt(step, piece, heat)) {
        ensemble.play(note, this.#nextAt, seconds, room);
        yield;
      }
      this.#nextAt += seconds;
      yield;
    }
  }
}
