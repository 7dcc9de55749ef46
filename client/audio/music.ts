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
  #step = 0;
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
    this.#step = 0;
    this.#nextAt = currentTime + LEAD;
  }

  /** Writes all notes that begin before a time of the context's clock. */
  schedule(until: number): void {
    const { currentTime } = this.#out.context;
    if (this.#nextAt < currentTime) this.#nextAt = currentTime + LEAD;
    while (this.#piece && this.#ensemble && this.#nextAt < until) this.#write(this.#piece, this.#ensemble);
  }

  dispose(): void {
    this.#piece = undefined;
    this.#ensemble?.dispose();
    this.#ensemble = undefined;
  }

  #write(piece: Piece, ensemble: Ensemble): void {
    const { heat } = this;
    const seconds = stepSeconds(piece, heat);
    const room = layerLevel('drums', piece, heat);
    ensemble.blend(this.#nextAt, piece, heat, seconds);
    for (const note of notesAt(this.#step, piece, heat)) ensemble.play(note, this.#nextAt, seconds, room);
    this.#nextAt += seconds;
    this.#step++;
    if (piece === 'match' || piece === 'menu' || this.#step < CADENCE_BARS * BAR) return;
    this.#piece = 'menu';
    this.#step = 0;
  }
}
