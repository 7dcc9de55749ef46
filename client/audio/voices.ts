// Voices: effects that sound now, few enough that seventy bolts are a fight and not a noise.

import type { Heard } from './spatial.ts';

/** More at once than this are not told apart. */
export const MOST_VOICES = 24;
/** Softer than this it would drown in the others. */
const SOFTEST = 0.02;
/** Seconds in which a voice that has to make room fades. */
const FADE_S = 0.015;
/** Hz; a voice that is near keeps all of its tones. */
const ALL_TONES = 20_000;

/** Where a voice comes from: made once and used again and again, for making nodes takes longer than all else of a noise. */
interface Place {
  filter: BiquadFilterNode;
  panner: StereoPannerNode;
  gain: GainNode;
}

interface Voice {
  source: AudioBufferSourceNode;
  place: Place;
  loud: number;
}

export class Voices {
  readonly #out: AudioNode;
  readonly #voices = new Set<Voice>();
  /** Places where nothing sounds. */
  readonly #free: Place[] = [];

  /** Plays into a node. */
  constructor(out: AudioNode) {
    this.#out = out;
  }

  /** How many sound. */
  get count(): number {
    return this.#voices.size;
  }

  /** Plays a buffer as heard from its place, at a time; a softer one than all that sound gives way when there are too many. */
  play(buffer: AudioBuffer, { gain: loud, pan, cutoff = ALL_TONES }: Heard, rate = 1, at = 0): boolean {
    if (loud < SOFTEST || !this.#makeRoom(loud)) return false;
    const place = this.#free.pop() ?? this.#newPlace();
    place.filter.frequency.value = cutoff;
    place.panner.pan.value = pan;
    place.gain.gain.cancelScheduledValues(0);
    place.gain.gain.value = loud;
    const source = new AudioBufferSourceNode(this.#out.context, { buffer, playbackRate: rate });
    source.connect(place.filter);
    const voice: Voice = { source, place, loud };
    this.#voices.add(voice);
    source.onended = () => this.#end(voice);
    source.start(at);
    return true;
  }

  /** Silences all. */
  stop(): void {
    for (const voice of [...this.#voices]) this.#fade(voice);
  }

  #newPlace(): Place {
    const { context } = this.#out;
    const filter = new BiquadFilterNode(context, { type: 'lowpass', Q: 0.5 });
    const panner = new StereoPannerNode(context);
    const gain = new GainNode(context);
    filter.connect(panner).connect(gain).connect(this.#out);
    return { filter, panner, gain };
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
    voice.place.gain.gain.setTargetAtTime(0, currentTime, FADE_S / 3);
    voice.source.stop(currentTime + FADE_S);
  }

  #end(voice: Voice): void {
    this.#voices.delete(voice);
    voice.source.disconnect();
    this.#free.push(voice.place);
  }
}
