// Voices: effects that sound now, few enough that seventy bolts are a fight and not a noise.

import type { Heard } from './spatial.ts';

/** More at once than this are not told apart. */
export const MOST_VOICES = 24;
/** Softer than this it would drown in the others. */
const SOFTEST = 0.02;
/** Seconds in which a voice that has to make room fades. */
const FADE_S = 0.015;

interface Voice {
  source: AudioBufferSourceNode;
  gain: GainNode;
  loud: number;
}

export class Voices {
  readonly #out: AudioNode;
  readonly #voices = new Set<Voice>();

  /** Plays into a node. */
  constructor(out: AudioNode) {
    this.#out = out;
  }

  /** How many sound. */
  get count(): number {
    return this.#voices.size;
  }

  /** Plays a buffer as heard from its place, at a time; a softer one than all that sound gives way when there are too many. */
  play(buffer: AudioBuffer, { gain: loud, pan, cutoff }: Heard, rate = 1, at = 0): boolean {
    if (loud < SOFTEST || !this.#makeRoom(loud)) return false;
    const { context } = this.#out;
    const source = new AudioBufferSourceNode(context, { buffer, playbackRate: rate });
    const gain = new GainNode(context, { gain: loud });
    const placed =
      cutoff === undefined ? source : source.connect(new BiquadFilterNode(context, { type: 'lowpass', frequency: cutoff, Q: 0.5 }));
    placed.connect(new StereoPannerNode(context, { pan })).connect(gain).connect(this.#out);
    const voice: Voice = { source, gain, loud };
    this.#voices.add(voice);
    source.addEventListener('ended', () => this.#end(voice), { once: true });
    source.start(at);
    return true;
  }

  /** Silences all. */
  stop(): void {
    for (const voice of [...this.#voices]) this.#fade(voice);
  }

  #makeRoom(loud: number): boolean {
    if (this.#voices.size < MOST_VOICES) return true;
    let softest: Voice | undefined;
    for (const voice of this.#voices) if (!softest || voice.loud < softest.loud) softest = voice;
    if (!softest || softest.loud > loud) return false;
    this.#fade(softest);
    return true;
  }

  #fade(voice: Voice): void {
    const { currentTime } = this.#out.context;
    this.#voices.delete(voice);
    voice.gain.gain.setTargetAtTime(0, currentTime, FADE_S / 3);
    voice.source.stop(currentTime + FADE_S);
  }

  #end(voice: Voice): void {
    this.#voices.delete(voice);
    voice.gain.disconnect();
  }
}
