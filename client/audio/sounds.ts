// What a match sounds like: its noises as heard from where one is, the announcer's stingers, and music that follows how hot
// it is. Ends with the match.

import type { Match, MatchListener } from '../ui/match.ts';
import type { Audio } from './audio.ts';
import type { CueName, Mood } from './cues.ts';
import { Hearing, type Noise } from './hearing.ts';
import { follow, heatOf, measureHeat } from './heat.ts';
import { type Heard, heardFrom } from './spatial.ts';

/** The same noise is not started again within so many milliseconds. */
const APART_MS = 35;
/** What is heard at one's own ear. */
const HERE: Heard = { gain: 1, pan: 0, cutoff: undefined };
/** The heat is measured so often; its way there is smooth. */
const MEASURE_MS = 200;
const ENDS: Record<Mood, 'won' | 'lost' | 'drawn'> = { good: 'won', bad: 'lost', even: 'drawn' };

export class Sounds implements MatchListener {
  readonly #audio: Audio;
  readonly #match: Match;
  readonly #hearing: Hearing;
  readonly #startedMs = new Map<string, number>();
  readonly #stopListening: (() => void)[];
  #frame = 0;
  #heat = 0;
  #measuredMs = 0;
  #end: Mood = 'even';

  constructor(audio: Audio, match: Match) {
    this.#audio = audio;
    this.#match = match;
    this.#hearing = new Hearing(match.session, (noise) => this.#play(noise));
    this.#stopListening = [match.listen(this.#hearing), match.listen(this)];
    const look = (nowMs: number): void => {
      this.#frame = requestAnimationFrame(look);
      this.#hearing.look(nowMs);
      if (nowMs - this.#measuredMs >= MEASURE_MS) this.#conduct(nowMs);
    };
    this.#frame = requestAnimationFrame(look);
  }

  /** The announcer speaks: everywhere alike. */
  onCue(name: CueName, mood: Mood): void {
    if (name === 'end') this.#end = mood;
    if (this.#mayStart(name)) this.#audio.cue(name, mood);
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    for (const stop of this.#stopListening) stop();
    this.#audio.leaveMatch(this);
  }

  #play({ name, place, loud, rate }: Noise): void {
    if (!this.#mayStart(name)) return;
    const ear = place && this.#match.ear;
    const heard = ear ? heardFrom(place.x - ear.x, place.y - ear.y) : HERE;
    this.#audio.effect(name, { ...heard, gain: heard.gain * loud }, rate);
  }

  #mayStart(name: string): boolean {
    const now = performance.now();
    if (now - (this.#startedMs.get(name) ?? Number.NEGATIVE_INFINITY) < APART_MS) return false;
    this.#startedMs.set(name, now);
    return true;
  }

  /** Tells the music what is going on. */
  #conduct(nowMs: number): void {
    const { session, ear } = this.#match;
    const seconds = Math.min(1, (nowMs - this.#measuredMs) / 1000);
    this.#measuredMs = nowMs;
    if (ear) this.#heat = follow(this.#heat, heatOf(measureHeat(session, ear)), seconds);
    this.#audio.music.heat = this.#heat;
    if (session.phase !== 'results') this.#audio.playMusic('match');
    else this.#audio.playMusic(ENDS[this.#end]);
  }
}
