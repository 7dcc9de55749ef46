// Sounds in words: which of them are worth a line, where they come from, and which line stays how long. A fight makes more
// noises than anyone can read, so the same one only renews its line, and of many at once the important ones are written.

import type { EffectName } from '../../audio/effects.ts';
import type { Noise } from '../../audio/hearing.ts';
import type { TextKey } from '../../i18n/index.ts';

/** As seen on the screen from one's own puck, clockwise from the right. */
export const WAYS = ['right', 'belowRight', 'below', 'belowLeft', 'left', 'aboveLeft', 'above', 'aboveRight'] as const;
export type Way = (typeof WAYS)[number];

export interface CaptionLine {
  id: number;
  what: TextKey;
  /** Undefined for what is heard at one's own ear. */
  way: Way | undefined;
  importance: Importance;
  /** On the clock of `add`. */
  atMs: number;
}
/** 1: if there is room, 2: what one should know, 3: what one must; those are read out too. */
type Importance = 1 | 2 | 3;

/** Noises that say nothing one does not know (one's own shots and menus) have no words. */
const WORDS: Partial<Record<EffectName, readonly [what: TextKey, importance: Importance]>> = {
  shot: ['caption.shot', 1],
  bounce0: ['caption.bounce', 1],
  bounce1: ['caption.bounce', 1],
  bounce2: ['caption.hot', 2],
  bounce3: ['caption.hot', 2],
  bumper: ['caption.bumper', 1],
  kicked: ['caption.kicked', 1],
  glass: ['caption.glass', 1],
  sponge: ['caption.sponge', 1],
  hit: ['caption.hit', 2],
  hitGiven: ['caption.hitGiven', 2],
  hitTaken: ['caption.hitTaken', 3],
  block: ['caption.block', 2],
  kill: ['caption.kill', 2],
  parry: ['caption.parry', 2],
  dash: ['caption.dash', 2],
  repair: ['caption.pickup', 2],
  overcharge: ['caption.pickup', 2],
  shield: ['caption.pickup', 2],
  dashBack: ['caption.dashBack', 2],
  energyBack: ['caption.energyBack', 2],
  lowHealth: ['caption.lowHealth', 3],
  burn: ['caption.burn', 3],
  spawn: ['caption.spawn', 1],
  closing: ['caption.closing', 3],
  vote: ['caption.vote', 2],
  chat: ['caption.chat', 2],
};
/** What one does oneself one need not read, but for what comes of it. */
const OWN: readonly EffectName[] = ['hitGiven', 'hitTaken', 'dashBack', 'energyBack', 'lowHealth', 'burn', 'closing', 'vote', 'block'];

/** Units beyond which a noise of each importance is not written down. */
const REACH: Record<Importance, number> = { 1: 550, 2: 1000, 3: Number.POSITIVE_INFINITY };
/** Nearer than this it has no direction. */
const HERE = 60;
const SHOWN_MS = 1700;
/** Of minor ones no new line comes sooner after the last. */
const APART_MS: Record<Importance, number> = { 1: 600, 2: 250, 3: 0 };
const MOST_LINES = 3;

export class CaptionLog {
  #lines: CaptionLine[] = [];
  #count = 0;
  #addedMs = Number.NEGATIVE_INFINITY;

  /** Takes a noise in, as heard from `ear`. */
  add({ name, place, mine }: Noise, ear: { x: number; y: number } | undefined, nowMs: number): void {
    const words = WORDS[name];
    if (!words || (mine && !OWN.includes(name))) return;
    const [what, importance] = words;
    const dx = place && ear ? place.x - ear.x : 0;
    const dy = place && ear ? place.y - ear.y : 0;
    if (Math.hypot(dx, dy) > REACH[importance]) return;
    const way = wayTo(dx, dy);
    const same = this.#lines.find((line) => line.what === what && line.way === way);
    if (same) {
      same.atMs = nowMs;
    } else if (nowMs - this.#addedMs >= APART_MS[importance]) {
      this.#addedMs = nowMs;
      this.#lines.push({ id: this.#count++, what, way, importance, atMs: nowMs });
      this.#keepMostImportant();
    }
  }

  /** What is to be read now, oldest first. */
  lines(nowMs: number): readonly CaptionLine[] {
    this.#lines = this.#lines.filter(({ atMs }) => nowMs - atMs < SHOWN_MS);
    return this.#lines;
  }

  #keepMostImportant(): void {
    while (this.#lines.length > MOST_LINES) {
      const least = Math.min(...this.#lines.map(({ importance }) => importance));
      this.#lines.splice(
        this.#lines.findIndex(({ importance }) => importance === least),
        1,
      );
    }
  }
}

/** The way to a place so many units to the right and below; none for one that is here. */
export function wayTo(dx: number, dy: number): Way | undefined {
  if (Math.hypot(dx, dy) < HERE) return undefined;
  const eighth = Math.round((Math.atan2(dy, dx) / (2 * Math.PI)) * WAYS.length);
  return WAYS[(eighth + WAYS.length) % WAYS.length];
}
