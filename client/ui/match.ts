// A match as a person has it: the session, the controls, and all who listen to what happens in it.

import type { Said } from '#shared/net/emotes.ts';
import { type MatchEvent, MESSAGE } from '#shared/net/messages.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { CueName, Mood } from '../audio/cues.ts';
import type { Sounds } from '../audio/sounds.ts';
import { loadAudio } from '../audio/wake.ts';
import { t } from '../i18n/index.ts';
import { Controls } from '../input/controls.ts';
import type { AnySession } from '../net/session.ts';
import type { SessionListener, ShownPuck } from '../net/sessionTypes.ts';
import type { Bounce, ShownBolt } from '../net/shownBolt.ts';
import { Banner } from './banner.ts';
import { Director } from './director.ts';
import { type Company, Guide } from './guide.ts';
import { Hints } from './hints.ts';
import { lag } from './lag.ts';
import { MatchLog } from './matchLog.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { Spectator } from './spectator.ts';

/** How long one looks at the place of one's death before one watches others. */
const DEATH_SHOWN_MS = 2500;

/** What listens to a match: to its session, and to what is seen of it and said about it. */
export interface MatchListener extends SessionListener {
  /** A flight is seen for the first time. */
  onShot?(shown: ShownBolt): void;
  /** The announcer speaks. */
  onCue?(name: CueName, mood: Mood): void;
  /** The holder of a slot says what is at a place in EMOTES. */
  onEmote?(slot: number, index: number): void;
  /** Somebody else has written a line that is shown. */
  onLine?(): void;
  /** Is told of events also while nobody sees them, as in a hidden tab: it keeps them, and shows nothing at once. */
  keeps?: boolean;
}

export class Match {
  readonly session: AnySession;
  /** Whom one sees the match through while one has no puck. */
  readonly spectator: Spectator;
  readonly controls: Controls;
  readonly log: MatchLog;
  readonly hints: Hints;
  /** What the announcer says. */
  readonly banner: Banner;
  /** Of practice; a real match has none. */
  readonly guide: Guide | undefined;
  /** Writes where a place of the arena is on the page, CSS pixels; there while the arena shows this match. */
  toPage: ((x: number, y: number, out: { x: number; y: number }) => void) | undefined;
  readonly #director = new Director();
  readonly #stopLag: () => void;
  #disposed = false;
  #sounds: Sounds | undefined;
  readonly #listeners = new Set<MatchListener>();

  /**
   * `element` is what the arena is drawn in; `watching` the slot that a spectator follows, -1 for anyone; `company` is there
   * in practice.
   */
  constructor(session: AnySession, element: HTMLElement, watching: number, company?: Company) {
    this.session = session;
    this.spectator = new Spectator(watching);
    this.listen(this.#director);
    this.controls = new Controls(element);
    this.log = new MatchLog(session);
    this.hints = new Hints(session);
    this.banner = new Banner(
      () => ({
        me: session.me,
        ownTeam: this.ownTeam,
        nameOf: (slot) => this.nameOf(slot),
        teamOf: (slot) => this.teamOf(slot),
        outcome: () => this.outcome,
      }),
      ({ cue, mood }) => this.#tellCue(cue, mood),
    );
    this.guide = company && new Guide(session, company);
    if (this.guide) this.listen(this.guide);
    this.listen(this.log);
    this.listen(this.hints);
    this.listen(this.banner);
    this.listen({ keeps: true, onEvent: (event) => this.#watchKiller(event) });
    session.simulateLag(lag.value);
    this.#stopLag = lag.subscribe(() => session.simulateLag(lag.value));
    session.room.onMessage(MESSAGE.emote, ([slot, index]: Said) => {
      for (const listener of this.#listeners) listener.onEmote?.(slot, index);
    });
    session.listener = {
      onEvent: (event: MatchEvent) => {
        for (const listener of this.#listeners) if (listener.keeps || !session.unseen) listener.onEvent?.(event);
      },
      onBounce: (bounce: Bounce) => {
        for (const listener of this.#listeners) listener.onBounce?.(bounce);
      },
      onAct: (did: number) => {
        for (const listener of this.#listeners) listener.onAct?.(did);
      },
      onMap: (map: ArenaMap) => {
        for (const listener of this.#listeners) listener.onMap?.(map);
      },
    };
  }

  /** Who is out watches first whoever did it. */
  #watchKiller(event: MatchEvent): void {
    if (event.type === 'kill' && event.slot === this.session.me && event.by >= 0) this.spectator.follow(event.by);
  }

  /** Adds a listener. Returns what takes it away. */
  listen(listener: MatchListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The name of a seat's holder. */
  nameOf(slot: number): string {
    return this.session.state.pucks[slot]?.name ?? '';
  }

  /** The same with a small mark while a bot plays for its holder, who is away. */
  markedNameOf(slot: number): string {
    const { name = '', standIn = false } = this.session.state.pucks[slot] ?? {};
    return standIn ? `${name} · ${t('trip.bot')}` : name;
  }

  /** A seat's team, -1 where the mode has none. */
  teamOf(slot: number): number {
    const { state, mode } = this.session;
    return mode.teams > 0 ? (state.pucks[slot]?.team ?? -1) : -1;
  }

  /** One's own team, -1 without one. */
  get ownTeam(): number {
    return this.teamOf(this.session.me);
  }

  /** Who leads, and once the match is over has won. */
  get outcome(): Outcome {
    const { state, mode } = this.session;
    const players = state.pucks.map(({ active, score }, slot) => ({ active, score, slot })).filter(({ active }) => active);
    return outcomeOf(mode.teams, [...state.teamScores], players);
  }

  /** Whether the dead stay dead for a while in the mode that is played. */
  get lasting(): boolean {
    return this.session.playing && this.session.mode.mayLive !== undefined;
  }

  /** Whether one's own puck is out until the next round, and its end has been seen: then one watches the others. */
  get isOut(): boolean {
    const { own } = this.session;
    return own !== undefined && !own.alive && this.lasting && this.log.sinceDeath(performance.now()) > DEATH_SHOWN_MS;
  }

  /** Whom one may watch: where the dead do not come back, those who live. */
  get watchable(): ShownPuck[] {
    const { pucks } = this.session;
    return this.lasting ? pucks.filter(({ alive, me }) => alive && !me) : pucks;
  }

  /** Where one is, or looks: what is heard is heard from there. */
  get ear(): { x: number; y: number } | undefined {
    const { pucks, me } = this.session;
    return (this.isOut ? undefined : pucks.find(({ slot }) => slot === me)) ?? this.spectator.place;
  }

  /** Says what is at a place in EMOTES. Rejects when nobody may hear it: too soon, or one does not play. */
  async say(index: number): Promise<void> {
    await this.session.room.request(MESSAGE.emote, index);
  }

  /** Lets the director go on by a frame. Returns it, with what it shows. */
  direct(seconds: number): Director {
    const { session, outcome } = this;
    const leader = outcome.kind === 'player' ? outcome.slot : -1;
    this.#director.step({ map: session.map, pucks: this.watchable, bolts: session.flights.all(), leader }, seconds);
    const { slot, view } = this.#director;
    this.spectator.shows(slot, view.x, view.y);
    return this.#director;
  }

  /** The sound of a cue that the HUD gives. */
  cue(name: CueName): void {
    this.#tellCue(name, 'even');
  }

  /** A flight is seen for the first time. */
  onShot(shown: ShownBolt): void {
    for (const listener of this.#listeners) listener.onShot?.(shown);
  }

  /** Somebody else has written a line that is shown. */
  onLine(): void {
    for (const listener of this.#listeners) listener.onLine?.();
  }

  #tellCue(name: CueName, mood: Mood): void {
    for (const listener of this.#listeners) listener.onCue?.(name, mood);
  }

  dispose(): void {
    this.#disposed = true;
    this.#sounds?.dispose();
    this.controls.dispose();
    this.#stopLag();
    this.#listeners.clear();
    this.session.listener = {};
  }

  /** Lets the match be heard, once the page may sound. */
  async loadSounds(): Promise<void> {
    const audio = await loadAudio();
    if (audio && !this.#disposed) this.#sounds = audio.enterMatch(this);
  }
}
