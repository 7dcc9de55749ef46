// Everything that a page plays: one context for as long as it is open, silent while it has no focus (if so set), with the
// sliders' loudness. A match brings its sounds and takes them away again.

import { ZZFX } from 'zzfx';
import type { Match } from '../ui/match.ts';
import { screen } from '../ui/screen.ts';
import { settings } from '../ui/settings.ts';
import { type CueName, type Mood, playCue } from './cues.ts';
import { EFFECT_NAMES, EffectBuffers, type EffectName } from './effects.ts';
import { listenToMenus } from './menuSounds.ts';
import { Mixer } from './mixer.ts';
import { Music } from './music.ts';
import type { Piece } from './score.ts';
import { Sounds } from './sounds.ts';
import type { Heard } from './spatial.ts';
import { Voices } from './voices.ts';

/** How often the music looks ahead, and how far: timers of a hidden page come once a second. */
const TICK_MS = 30;
const AHEAD_S = 0.22;
const AHEAD_HIDDEN_S = 1.4;
/** Notes a look: twice as many as the fullest bars have, and too few for a frame to wait for them. */
const MOST_NOTES = 3;
/** A silent page gives its loudspeaker back after so long. */
const SUSPEND_MS = 400;
/** After each of these sound may be allowed that was not before: a finger's press counts for a browser when it ends. */
const WAKES = ['blur', 'focus', 'pageshow', 'pointerdown', 'pointerup', 'touchend', 'click', 'keydown'] as const;
/** One buffer so often, until all are built: none should be waited for, and no frame should wait. */
const BUILD_MS = 40;

export class Audio {
  readonly context = ZZFX.audioContext;
  readonly mixer = new Mixer(this.context);
  readonly music = new Music(this.mixer.input('music'));
  readonly #voices = new Voices(this.mixer.input('effects'));
  readonly #buffers = new EffectBuffers();
  #sounds: Sounds | undefined;
  #suspendTimer: ReturnType<typeof setTimeout> | undefined;

  /** To be made once a key or a button was pressed: browsers keep a page silent before. */
  constructor() {
    this.mixer.setVolume('master', 0);
    const tune = (): void => this.#tune();
    for (const type of WAKES) addEventListener(type, tune, { passive: true });
    document.addEventListener('visibilitychange', tune);
    settings.subscribe(tune);
    screen.subscribe(() => this.#toMenu());
    setInterval(() => this.#lookAhead(), TICK_MS);
    listenToMenus((name) => this.effect(name, { gain: 1, pan: 0, cutoff: undefined }));
    this.#buildAll();
    this.#tune();
    this.#toMenu();
  }

  /** Whether anything is to be heard now. */
  get isHeard(): boolean {
    const { volume, muteOnBlur } = settings.value;
    return volume > 0 && (!muteOnBlur || (document.hasFocus() && !document.hidden));
  }

  /** How many effects sound. */
  get voices(): number {
    return this.#voices.count;
  }

  /** A match is heard from now on, until its sounds are disposed of. */
  enterMatch(match: Match): Sounds {
    this.#sounds?.dispose();
    this.#sounds = new Sounds(this, match);
    return this.#sounds;
  }

  /** What a match has begun ends with it. */
  leaveMatch(sounds: Sounds): void {
    if (this.#sounds !== sounds) return;
    this.#sounds = undefined;
    this.#voices.stop();
    this.playMusic(undefined);
    this.#toMenu();
  }

  /** Plays an effect as it is heard from its place. */
  effect(name: EffectName, heard: Heard, rate = 1): void {
    if (this.#plays && settings.value.effects > 0) this.#voices.play(this.#buffers.get(name), heard, rate);
  }

  /** Plays a stinger; the music steps back for it. */
  cue(name: CueName, mood: Mood): void {
    if (!this.#plays || settings.value.announcer === 0) return;
    const { currentTime } = this.context;
    this.mixer.duck(currentTime, playCue(this.mixer.input('announcer'), name, mood, currentTime));
  }

  playMusic(piece: Piece | undefined): void {
    // A cadence that has ended goes on calmly by itself.
    if (piece === this.#asked) return;
    this.#asked = piece;
    this.music.play(piece);
  }
  #asked: Piece | undefined;

  get #plays(): boolean {
    return this.isHeard && this.context.state === 'running';
  }

  #toMenu(): void {
    if (!this.#sounds && screen.value.screen !== 'playing') this.playMusic('menu');
  }

  #lookAhead(): void {
    if (!this.#plays || settings.value.music === 0) return;
    const { currentTime } = this.context;
    if (document.hidden) this.music.schedule(currentTime + AHEAD_HIDDEN_S);
    else this.music.schedule(currentTime + AHEAD_S, MOST_NOTES);
  }

  /** Takes over sliders and focus. A context that a browser has stopped (a call, another app) goes on at the next touch. */
  #tune(): void {
    const { volume, effects, music, announcer } = settings.value;
    const heard = this.isHeard;
    for (const [bus, value] of Object.entries({ effects, music, announcer })) this.mixer.setVolume(bus as 'effects', value);
    this.mixer.setVolume('master', heard ? volume : 0);
    clearTimeout(this.#suspendTimer);
    if (heard) {
      if (this.context.state !== 'running') void this.context.resume().catch(() => {});
    } else {
      this.#suspendTimer = setTimeout(() => void this.context.suspend().catch(() => {}), SUSPEND_MS);
    }
  }

  #buildAll(): void {
    const left = EFFECT_NAMES.filter((name) => !this.#buffers.has(name));
    const build = (): void => {
      const name = left.pop();
      if (!name) return;
      this.#buffers.get(name);
      setTimeout(build, BUILD_MS);
    };
    build();
  }
}

let audio: Audio | undefined;

/** The page's one, made at the first call. */
export function pageAudio(): Audio {
  audio ??= new Audio();
  return audio;
}
