// The music's layers as nodes: each with its own loudness, an echo on the arpeggio, and those that make room for the kick.

import { playNote, strike } from './instruments.ts';
import { type Beat, LAYERS, type Layer, layerLevel, type Note, type Piece } from './score.ts';

/** How loud the layers are beside each other. */
const LEVELS: Record<Layer, number> = { pad: 1, bass: 0.9, pulse: 0.9, drums: 0.85, arpeggio: 0.9 };
/** Layers that the kick pushes down, how far, and how long it takes until they are back, seconds. */
const PUMPED: readonly Layer[] = ['pad', 'bass', 'pulse'];
const PUMP = { down: 0.45, attack: 0.012, hold: 0.05, back: 0.09 } as const;
/** Seconds in which a layer comes or goes, as a time constant; the first ones are there at once. */
const BLEND_S = 0.27;
const FADE_S = 0.25;
/** The arpeggio's echo: sixteenths, share that comes back, what is left of it above. */
const ECHO = { steps: 3, back: 0.34, loud: 0.32, hz: 2600 } as const;
/** Seconds that the echo's length may have at most. */
const LONGEST_ECHO = 1;

export class Ensemble {
  readonly #out: GainNode;
  readonly #pump: GainNode;
  readonly #layers = {} as Record<Layer, GainNode>;
  readonly #levels = {} as Record<Layer, number>;
  readonly #echo: DelayNode;

  /** Plays into a node. */
  constructor(out: AudioNode) {
    const { context } = out;
    this.#out = new GainNode(context);
    this.#out.connect(out);
    this.#pump = new GainNode(context);
    this.#pump.connect(this.#out);
    for (const layer of LAYERS) {
      this.#layers[layer] = new GainNode(context, { gain: 0 });
      this.#layers[layer].connect(PUMPED.includes(layer) ? this.#pump : this.#out);
    }
    this.#echo = new DelayNode(context, { maxDelayTime: LONGEST_ECHO, delayTime: 0.4 });
    this.#connectEcho();
  }

  /** Brings the layers to where the heat wants them from a time on. */
  blend(at: number, piece: Piece, heat: number, stepSeconds: number): void {
    for (const layer of LAYERS) {
      const level = LEVELS[layer] * layerLevel(layer, piece, heat);
      const before = this.#levels[layer];
      if (level === before) continue;
      this.#levels[layer] = level;
      const { gain } = this.#layers[layer];
      if (before === undefined) gain.value = level;
      else gain.setTargetAtTime(level, at, BLEND_S);
    }
    this.#echo.delayTime.setTargetAtTime(Math.min(LONGEST_ECHO, ECHO.steps * stepSeconds), at, BLEND_S);
  }

  /** Plays a note of a piece at a time; `room` is how far the others step back for a kick, 0 to 1. */
  play(note: Note | Beat, at: number, stepSeconds: number, room: number): void {
    const out = this.#layers[note.layer];
    if (note.layer !== 'drums') {
      playNote(out, note.layer, note.midi, at, note.steps * stepSeconds, note.loud);
      return;
    }
    strike(out, note.drum, at, note.loud);
    if (note.drum !== 'kick') return;
    this.#pump.gain.setTargetAtTime(1 - PUMP.down * room, at, PUMP.attack);
    this.#pump.gain.setTargetAtTime(1, at + PUMP.hold, PUMP.back);
  }

  /** Is silent soon; what it has begun is not heard to its end. */
  fade(at: number): void {
    this.#out.gain.setTargetAtTime(0, at, FADE_S);
  }

  dispose(): void {
    this.#out.disconnect();
  }

  #connectEcho(): void {
    const { context } = this.#out;
    const dull = new BiquadFilterNode(context, { type: 'lowpass', frequency: ECHO.hz });
    this.#layers.arpeggio
      .connect(new GainNode(context, { gain: ECHO.loud }))
      .connect(this.#echo)
      .connect(dull)
      .connect(new GainNode(context, { gain: ECHO.back }))
      .connect(this.#echo);
    dull.connect(this.#out);
  }
}
