// What a match sounds like. Each effect is synthesised once; where it happens sets its side and loudness, and a bolt's
// heat its pitch. Silent while the page has no focus.

import { ZZFX } from 'zzfx';
import type { MatchEvent } from '#shared/net/messages.ts';
import { DID } from '#shared/sim/puck.ts';
import type { AnySession } from '../net/session.ts';
import type { SessionListener } from '../net/sessionTypes.ts';
import type { Bounce, ShownBolt } from '../net/shownBolt.ts';
import { settings } from '../ui/settings.ts';
import { type CueName, cueParameters, type Mood } from './cues.ts';

/** Parameters of zzfx: volume, randomness, frequency, attack, sustain, release, shape and so on. */
const EFFECTS = {
  shot: [0.5, 0, 560, 0, 0.02, 0.1, 2, 1.7, -8, 0, 0, 0, 0, 0.3],
  bounce: [0.55, 0, 392, 0, 0.01, 0.14, 1, 1, 0, 0, 196, 0.03],
  clink: [0.25, 0, 180, 0, 0.005, 0.05, 4],
  hit: [0.9, 0, 150, 0, 0.03, 0.17, 4, 1.2, -2, 0, 0, 0, 0, 0.6],
  kill: [1, 0, 95, 0.01, 0.09, 0.5, 3, 1.6, -2, 0, 0, 0, 0.08, 1, 0, 0.2],
  parry: [0.8, 0, 1320, 0, 0.03, 0.55, 0, 1, 0, 0, 660, 0.05, 0, 0, 0, 0, 0, 0.6, 0.05],
  dash: [0.5, 0, 220, 0.02, 0.05, 0.14, 4, 0.6, 5],
  spawn: [0.4, 0, 330, 0.03, 0.06, 0.22, 1, 1, 3],
  pickup: [0.6, 0, 494, 0.01, 0.09, 0.2, 0, 1, 0, 0, 247, 0.06],
  block: [0.6, 0, 260, 0, 0.03, 0.2, 0, 1, -1, 0, 0, 0, 0, 0.1],
} as const;
type EffectName = keyof typeof EFFECTS;

/** Playing speed by level. */
const PITCH = [1, 1.26, 1.5, 2] as const;
/** Units at which a sound is half as loud, and fully at one side. */
const HALF_AT = 600;
const SIDE_AT = 900;
/** Softer than this it would drown in the others: not worth its nodes. */
const SOFTEST = 0.16;
const CUE_VOLUME = 0.7;
/** The same effect is not started again within so many seconds. */
const APART_S = 0.035;

export class Sounds implements SessionListener {
  readonly #session: AnySession;
  readonly #context = ZZFX.audioContext;
  readonly #out = this.#context.createGain();
  readonly #buffers = new Map<string, AudioBuffer>();
  readonly #started = new Map<string, number>();
  readonly #end = new AbortController();
  readonly #unsubscribe: () => void;

  /** Must be made after a key or a button was pressed: browsers keep a page silent before. */
  constructor(session: AnySession) {
    this.#session = session;
    this.#out.connect(this.#context.destination);
    void this.#context.resume();
    for (const name of Object.keys(EFFECTS) as EffectName[]) this.#buffers.set(name, this.#build(EFFECTS[name]));
    const tune = (): void => this.#tune();
    for (const type of ['blur', 'focus'] as const) addEventListener(type, tune, { signal: this.#end.signal });
    document.addEventListener('visibilitychange', tune, { signal: this.#end.signal });
    this.#unsubscribe = settings.subscribe(tune);
    this.#tune();
  }

  onEvent(event: MatchEvent): void {
    if (event.type === 'hit') this.#play('hit', event.x, event.y, 1 + event.level * 0.1, 0.8 + event.level * 0.2);
    else if (event.type === 'parry') this.#play('parry', event.x, event.y, 1, 1);
    else if (event.type === 'spawn') this.#play('spawn', event.x, event.y, 1, 0.7);
    else if (event.type === 'block') this.#play('block', event.x, event.y, 1, 0.7);
    else if (event.type === 'pickup') this.#pickup(event.index);
    else if (event.type === 'kill') this.#kill(event.slot, event.by);
  }

  onBounce({ x, y, level, counted }: Bounce): void {
    if (counted) this.#play('bounce', x, y, PITCH[level] ?? 1, 0.5 + level * 0.15);
    else this.#play('clink', x, y, 1, 0.6);
  }

  onAct(did: number): void {
    if (did & DID.dash) this.#playOwn('dash', 0.8);
  }

  /** A flight is seen for the first time. */
  onShot({ x, y, level }: ShownBolt): void {
    this.#play('shot', x, y, PITCH[level] ?? 1, 0.6);
  }

  /** The announcer speaks: everywhere alike. */
  onCue(name: CueName, mood: Mood): void {
    const key = `${name} ${mood}`;
    if (!this.#mayStart(key)) return;
    if (!this.#buffers.has(key)) this.#buffers.set(key, this.#build(cueParameters(name, mood)));
    this.#start(key, 1, 0, CUE_VOLUME);
  }

  dispose(): void {
    this.#end.abort();
    this.#unsubscribe();
    this.#out.disconnect();
  }

  #kill(slot: number, by: number): void {
    const victim = this.#session.pucks.find((shown) => shown.slot === slot);
    if (by === this.#session.me || slot === this.#session.me || !victim) this.#playOwn('kill', 1);
    else this.#play('kill', victim.x, victim.y, 1, 0.8);
  }

  #pickup(index: number): void {
    const place = this.#session.map.pickups[index];
    if (place) this.#play('pickup', place.x, place.y, 1, 0.8);
  }

  #playOwn(name: EffectName, volume: number): void {
    const own = this.#session.pucks.find(({ me }) => me);
    this.#play(name, own?.x ?? 0, own?.y ?? 0, 1, volume);
  }

  #play(name: EffectName, x: number, y: number, rate: number, volume: number): void {
    if (!this.#mayStart(name)) return;
    const ear = this.#session.pucks.find(({ me }) => me);
    const dx = ear ? x - ear.x : 0;
    const dy = ear ? y - ear.y : 0;
    const loud = volume / (1 + (Math.hypot(dx, dy) / HALF_AT) ** 2);
    if (loud >= SOFTEST) this.#start(name, rate, Math.max(-1, Math.min(1, dx / SIDE_AT)) * 0.8, loud);
  }

  /** Whether there is anybody to hear it, and the same does not sound already. */
  #mayStart(key: string): boolean {
    const { state, currentTime } = this.#context;
    return state === 'running' && this.#out.gain.value > 0 && currentTime - (this.#started.get(key) ?? -1) >= APART_S;
  }

  #start(key: string, rate: number, side: number, gain: number): void {
    this.#started.set(key, this.#context.currentTime);
    const source = new AudioBufferSourceNode(this.#context, { buffer: this.#buffers.get(key) ?? null, playbackRate: rate });
    source
      .connect(new StereoPannerNode(this.#context, { pan: side }))
      .connect(new GainNode(this.#context, { gain }))
      .connect(this.#out);
    source.start();
  }

  #tune(): void {
    const { volume } = settings.value;
    this.#out.gain.value = document.hasFocus() && !document.hidden ? volume * volume : 0;
  }

  #build(parameters: readonly number[]): AudioBuffer {
    const samples = ZZFX.buildSamples(...parameters);
    const buffer = this.#context.createBuffer(1, samples.length, ZZFX.sampleRate);
    buffer.copyToChannel(Float32Array.from(samples), 0);
    return buffer;
  }
}
