// What the announcer says now: one thing at a time, in order of importance, nothing that is old news already.

import type { MatchEvent } from '#shared/net/messages.ts';
import type { SessionListener } from '../net/sessionTypes.ts';
import { type Announcement, announce, type Hearer } from './announcements.ts';

/** How long one is shown, and how long at least while others wait. */
const SHOWN_MS = 2000;
const BRIEF_MS = 1000;
/** Older than this it is not shown any more. */
const STALE_MS = 3500;
/** The same again within so long is not said again. */
const AGAIN_MS = 4000;
const MOST_WAITING = 3;

interface Waiting {
  announcement: Announcement;
  atMs: number;
}

export class Banner implements SessionListener {
  readonly #hearer: () => Hearer;
  readonly #heard: (announcement: Announcement) => void;
  #waiting: Waiting[] = [];
  #shown: Waiting | undefined;
  #sinceMs = 0;
  #last: Waiting | undefined;

  /** `hearer` tells for whom it speaks, `heard` gets what is to be heard at once. */
  constructor(hearer: () => Hearer, heard: (announcement: Announcement) => void) {
    this.#hearer = hearer;
    this.#heard = heard;
  }

  onEvent(event: MatchEvent): void {
    const announcement = announce(event, this.#hearer());
    if (announcement) this.say(announcement, performance.now());
  }

  /** Another map: what was is over. */
  onMap(): void {
    this.#waiting = [];
    this.#shown = undefined;
  }

  /** Takes an announcement in. */
  say(announcement: Announcement, nowMs: number): void {
    const { text, importance } = announcement;
    const again = this.#last?.announcement.text === text && nowMs - this.#last.atMs < AGAIN_MS;
    if (again || (importance <= 0 && this.current(nowMs))) return;
    this.#heard(announcement);
    if (!text) return;
    this.#last = { announcement, atMs: nowMs };
    this.#waiting.push(this.#last);
    this.#waiting.sort((a, b) => b.announcement.importance - a.announcement.importance);
    this.#waiting.length = Math.min(this.#waiting.length, MOST_WAITING);
  }

  /** What is to be shown now. */
  current(nowMs: number): Announcement | undefined {
    const least = this.#waiting.length > 0 ? BRIEF_MS : SHOWN_MS;
    if (this.#shown && nowMs - this.#sinceMs < least) return this.#shown.announcement;
    this.#waiting = this.#waiting.filter(({ atMs }) => nowMs - atMs < STALE_MS);
    this.#shown = this.#waiting.shift();
    this.#sinceMs = nowMs;
    return this.#shown?.announcement;
  }
}
