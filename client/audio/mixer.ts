// The way of everything that is heard: effects, music and announcer each with a loudness of their own, then one master, a
// gentle limiter, and a last curve that no sample gets beyond. Works on any context.

export const BUSES = ['effects', 'music', 'announcer'] as const;
export type Bus = (typeof BUSES)[number];

/** How loud the buses are beside each other with all sliders at full. */
const LEVELS: Record<Bus, number> = { effects: 1, music: 0.5, announcer: 0.75 };
/** Louder than this, in dB, is pressed together. */
const LIMIT = { threshold: -9, knee: 8, ratio: 8, attack: 0.003, release: 0.18 } as const;
/** What a browser's compressor adds by itself, taken away again: so quiet passages stay as they are. */
const MAKE_UP = 0.64;
/** No sample is further from zero than this: 1.2 dB below full. */
export const CEILING = 0.87;
/** Up to here the last curve changes nothing. */
const STRAIGHT = 0.6;
/** Seconds of a change of loudness: none may click. */
const GLIDE = 0.02;
/** The music makes room for the announcer: its share, and seconds until it is back. */
const DUCKED = { share: 0.5, attack: 0.03, back: 0.35 } as const;

export class Mixer {
  readonly context: BaseAudioContext;
  readonly #master: GainNode;
  readonly #duck: GainNode;
  readonly #buses = new Map<Bus, GainNode>();
  readonly #last: WaveShaperNode;

  constructor(context: BaseAudioContext) {
    this.context = context;
    this.#master = new GainNode(context);
    this.#duck = new GainNode(context);
    this.#last = new WaveShaperNode(context, { curve: ceilingCurve() });
    this.#master
      .connect(new DynamicsCompressorNode(context, LIMIT))
      .connect(new GainNode(context, { gain: MAKE_UP }))
      .connect(this.#last)
      .connect(context.destination);
    this.#duck.connect(this.#master);
    for (const bus of BUSES) {
      const gain = new GainNode(context, { gain: LEVELS[bus] });
      gain.connect(bus === 'music' ? this.#duck : this.#master);
      this.#buses.set(bus, gain);
    }
  }

  /** Where a bus is fed. */
  input(bus: Bus): AudioNode {
    return this.#gain(bus);
  }

  /** Sets a slider, 0 to 1; the ear hears squares. */
  setVolume(of: Bus | 'master', volume: number): void {
    const square = volume * volume;
    if (of === 'master') this.#glide(this.#master.gain, square);
    else this.#glide(this.#gain(of).gain, LEVELS[of] * square);
  }

  /** Whether a bus can be heard at all. */
  isHeard(bus: Bus): boolean {
    return this.#master.gain.value > 0.0005 && this.#gain(bus).gain.value > 0.0005;
  }

  /** The music steps back for so many seconds. */
  duck(at: number, seconds: number): void {
    const { gain } = this.#duck;
    gain.cancelScheduledValues(at);
    gain.setTargetAtTime(DUCKED.share, at, DUCKED.attack);
    gain.setTargetAtTime(1, at + seconds, DUCKED.back);
  }

  dispose(): void {
    this.#last.disconnect();
  }

  #gain(bus: Bus): GainNode {
    return this.#buses.get(bus) as GainNode;
  }

  #glide(param: AudioParam, value: number): void {
    const { currentTime } = this.context;
    param.cancelScheduledValues(currentTime);
    if (currentTime === 0) param.value = value;
    else param.setTargetAtTime(value, currentTime, GLIDE);
  }
}

/** Straight in the middle, then bending towards the ceiling. Samples beyond its ends take the value of the end. */
function ceilingCurve(): Float32Array<ArrayBuffer> {
  const curve = new Float32Array(2049);
  const room = CEILING - STRAIGHT;
  for (let i = 0; i < curve.length; i++) {
    const x = (i / (curve.length - 1)) * 2 - 1;
    const over = Math.abs(x) - STRAIGHT;
    curve[i] = over <= 0 ? x : Math.sign(x) * (STRAIGHT + room * Math.tanh(over / room));
  }
  return curve;
}
