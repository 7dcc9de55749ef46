// A running match as a client lives it: commands out, snapshots in, and everything brought to the shown tick. Free of
// DOM and Phaser, so the tests and the benchmarks run the very same code.

import { modeOf } from '#shared/modes/index.ts';
import { decodeEvent, handicapOf, type Lag, type MatchEvent, MESSAGE, type NetReport } from '#shared/net/messages.ts';
import { PuckReader, phaseOf, readObjectives } from '#shared/net/reader.ts';
import type { MatchState, PuckState } from '#shared/net/schema.ts';
import { neutralCommand } from '#shared/sim/commands.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { isPlaying } from '#shared/sim/phase.ts';
import { DID } from '#shared/sim/puck.ts';
import type { Command, Objective, Phase, Puck } from '#shared/sim/types.ts';
import { COMMANDS, PICKUP, TICK_HZ, TICK_MS } from '#shared/tuning.ts';
import { Behind } from './behind.ts';
import type { MatchConnection } from './connection.ts';
import { fetchMap } from './fetchMap.ts';
import { type Bounce, Flights, type Surroundings } from './flights.ts';
import { simulateLag } from './lag.ts';
import { type Meter, meter } from './meter.ts';
import { Prediction } from './prediction.ts';
import { Remote } from './remotes.ts';
import type { CommandChannel, MatchSource } from './source.ts';
import { Timeline } from './timeline.ts';
import { Trace } from './trace.ts';

/** A frame makes up for so many ticks at most; a longer sleep is not made up for. */
const MAX_TICKS_A_FRAME = 5;
/** For each command that always waits at the server our clock is slowed down by this share, until the next report; by MOST_EASE at most. */
const EASE = 0.03;
const MOST_EASE = 0.06;

/** What a match tells besides its state. */
export interface SessionListener {
  onEvent?(event: MatchEvent): void;
  onBounce?(bounce: Bounce): void;
  /** One's own puck acted: bits of DID. */
  onAct?(did: number): void;
  /** The next match is on another map: `session.map` is the new one, all that was shown is gone. */
  onMap?(map: ArenaMap): void;
}

/** A puck at its shown place. */
export interface ShownPuck {
  slot: number;
  x: number;
  y: number;
  puck: Puck;
  /** The tick at which it is shown: the present of one's own, some before it of another's. */
  at: number;
  /** Whether the seat's holder is connected. */
  connected: boolean;
  me: boolean;
  alive: boolean;
}

export interface NetStats {
  rttMs: number;
  jitterMs: number;
  corrections: number;
  largestCorrection: number;
  unacknowledged: number;
  meter: Meter;
  report: NetReport | undefined;
}

/** A session wherever its match comes from. */
export type AnySession = MatchSession<MatchSource>;

export class MatchSession<Source extends MatchSource = MatchConnection> {
  /** Where the match comes from: a room, or the page itself. */
  readonly room: Source;
  map: ArenaMap;
  flights: Flights;
  readonly pucks: ShownPuck[] = [];
  /** What the match is fought over, where it is shown. */
  readonly objectives: Objective[] = [];
  /** The shown tick, fractional. */
  present = 0;
  /** Slot of one's own puck, -1 for a spectator. */
  me = -1;
  /** How far behind the present the other pucks are shown. */
  readonly behind = new Behind();
  /** One's own last moments. */
  readonly trace = new Trace();
  listener: SessionListener = {};

  readonly #input: CommandChannel;
  readonly #meter: Meter;
  readonly #timeline = new Timeline();
  #remotes: (Remote | undefined)[] = [];
  readonly #command = neutralCommand();
  /** One's own puck as received. */
  #reader: PuckReader | undefined;
  #prediction: Prediction | undefined;
  #lastMs = -1;
  #sinceTick = 0;
  #rate = 1;
  #report: NetReport | undefined;
  #loadingMap = false;
  #lag: Lag = { ms: 0, jitterMs: 0 };

  /** `room` must have had its first state; `map` is its map. */
  constructor(room: Source, map: ArenaMap) {
    this.room = room;
    this.map = map;
    this.flights = this.#newFlights();
    this.#input = room.input({ mode: 'reliable' });
    this.#meter = meter(room.connection);
    if (room.connection) simulateLag(room.connection, () => this.#lag);
    room.onStateChange(() => this.#snapshot());
    room.onReconnect(() => this.#restart());
    room.onMessage(MESSAGE.events, (events: number[][]) => {
      for (const values of events) this.listener.onEvent?.(decodeEvent(values));
    });
    room.onMessage(MESSAGE.net, (report: NetReport) => {
      this.#report = report;
      this.#rate = 1 - Math.max(0, Math.min(MOST_EASE, EASE * (report.queueMin - 1)));
    });
    this.#snapshot();
  }

  get state(): MatchState {
    return this.room.state;
  }

  get phase(): Phase {
    return phaseOf(this.state);
  }

  /** The mode that is played. Throws for one that this client does not know. */
  get mode(): Mode {
    return modeOf(this.state.mode);
  }

  /** Whether points are to be had. */
  get playing(): boolean {
    return isPlaying(this);
  }

  /** Makes one's line worse from now on; the others see it on the table. */
  simulateLag(lag: Lag): void {
    const { ms, jitterMs } = this.#lag;
    if (ms === lag.ms && jitterMs === lag.jitterMs) return;
    this.#lag = lag;
    this.#tellLag();
  }

  #tellLag(): void {
    if (this.me >= 0) this.room.send?.(MESSAGE.lag, this.#lag);
  }

  /** One's own predicted puck, after the last command. */
  get own(): Puck | undefined {
    return this.#prediction?.puck;
  }

  get stats(): NetStats {
    return {
      rttMs: this.room.clock.smoothedRtt(),
      jitterMs: this.room.clock.jitter(),
      corrections: this.#prediction?.corrections ?? 0,
      largestCorrection: this.#prediction?.largestCorrection ?? 0,
      unacknowledged: this.#input.pendingCount,
      meter: this.#meter,
      report: this.#report,
    };
  }

  /**
   * One frame at `nowMs` on any steady clock: sends as many commands as ticks are due, each filled by `sample`, then
   * brings everything to the shown tick. Commands are counted in ticks, never in frames.
   */
  frame(nowMs: number, sample: (command: Command) => void): void {
    const elapsed = this.#lastMs < 0 ? 0 : Math.min(nowMs - this.#lastMs, MAX_TICKS_A_FRAME * TICK_MS);
    this.#lastMs = nowMs;
    this.room.pump?.(nowMs);
    const ticks = elapsed / TICK_MS;
    if (this.#prediction) this.#sendCommands(ticks * this.#rate, sample);
    else this.#timeline.pass(ticks);
    this.#timeline.advance(ticks);
    this.present = this.#timeline.present(this.#prediction ? this.#sinceTick : 1);
    this.behind.advance(ticks);
    this.#placePucks(elapsed / 1000);
    this.flights.advance(this.present, ticks, this.pucks, this.me, this.behind.ticks);
    const shownOwn = this.pucks.find(({ me }) => me);
    if (shownOwn) this.flights.hideContacts(shownOwn, this.present, this.#roundTripTicks(), this.#passes);
  }

  /** Whether bolts of one seat pass the puck of another. */
  readonly #passes = (owner: number, slot: number): boolean => {
    const { pucks, friendlyFire } = this.state;
    return owner !== slot && !friendlyFire && this.mode.teams > 0 && pucks[owner]?.team === pucks[slot]?.team;
  };

  #sendCommands(ticks: number, sample: (command: Command) => void): void {
    this.#sinceTick += ticks;
    while (this.#sinceTick >= 1) {
      this.#sinceTick -= 1;
      this.#sendCommand(sample);
    }
  }

  #sendCommand(sample: (command: Command) => void): void {
    const prediction = this.#prediction;
    if (!prediction || this.#loadingMap || this.#input.pendingCount >= COMMANDS.maxUnacknowledged) return;
    sample(this.#command);
    const { mx, my, aim, buttons } = this.#command;
    Object.assign(this.#input.data, { mx, my, aim, buttons });
    const sequence = this.#input.send();
    if (sequence === 0) return;
    this.#timeline.sent(sequence);
    const did = prediction.apply(sequence, this.#command);
    if (did & DID.fire)
      this.flights.predict(prediction.puck, did & DID.hot ? PICKUP.overchargeLevel : 0, sequence, this.#timeline.expected);
    if (did) this.listener.onAct?.(did);
  }

  #snapshot(): void {
    const { state } = this;
    if (state.mapHash !== this.map.hash) {
      this.#changeMap();
      return;
    }
    const acknowledged = this.#prediction ? this.#input.lastProcessed : this.#timeline.count;
    this.#timeline.snapshot(state.tick, acknowledged);
    if (this.present === 0) this.present = state.tick;
    this.behind.snapshot(this.#timeline.present(this.#prediction ? this.#sinceTick : 1) - state.tick);
    state.pucks.forEach((from, slot) => {
      if (from.active && from.sessionId === this.room.sessionId) {
        this.#snapshotOwn(from, slot);
      } else if (!from.active) {
        this.#remotes[slot] = undefined;
      } else if (this.#remotes[slot]) {
        this.#remotes[slot].snapshot(from, state);
      } else {
        this.#remotes[slot] = new Remote(from, state, slot, this.map);
      }
    });
    if (this.me >= 0 && state.pucks[this.me]?.sessionId !== this.room.sessionId) this.#lose();
    readObjectives(state, this.objectives);
    this.flights.snapshot(state, acknowledged, this.#surroundings());
  }

  #surroundings(): Surroundings {
    return {
      present: this.present,
      pucks: this.pucks,
      me: this.me,
      behind: this.behind.ticks,
      roundTripTicks: this.#roundTripTicks(),
      ownAt: (tick) => (this.own?.alive ? this.trace.shownAt(tick) : undefined),
      passes: this.#passes,
    };
  }

  #roundTripTicks(): number {
    return (this.room.clock.smoothedRtt() * TICK_HZ) / 1000;
  }

  /** The seat was taken away: from now on a spectator. */
  #lose(): void {
    this.me = -1;
    this.#prediction = undefined;
    this.#timeline.reset();
    this.#timeline.snapshot(this.state.tick, 0);
  }

  #snapshotOwn(from: PuckState, slot: number): void {
    const { tick } = this.state;
    this.me = slot;
    this.#remotes[slot] = undefined;
    if (this.#reader?.puck.slot !== slot) this.#reader = new PuckReader(slot, this.map);
    const { life } = this.#reader.puck;
    const received = this.#reader.read(from, this.state);
    if (received.life !== life) this.trace.clear();
    this.trace.receive(tick, received.x, received.y);
    if (!this.#prediction) {
      this.#prediction = new Prediction(received, this.map);
      this.#timeline.reset();
      this.#timeline.sent(this.#input.lastProcessed);
      this.#timeline.snapshot(tick, this.#input.lastProcessed);
      // A refreshed page has no lag any more, its seat may still show one.
      if (from.handicap !== handicapOf(this.#lag)) this.#tellLag();
    }
    this.#prediction.reconcile(received, this.#input.lastProcessed);
  }

  #newFlights(): Flights {
    return new Flights(this.map, (bounce) => this.listener.onBounce?.(bounce));
  }

  /** Nothing can be foreseen on a map that is not there yet: no commands until it is. */
  #changeMap(): void {
    if (this.#loadingMap) return;
    this.#loadingMap = true;
    fetchMap(this.room).then(
      (map) => {
        this.#loadingMap = false;
        this.map = map;
        this.flights = this.#newFlights();
        this.#prediction?.changeMap(map);
        this.#remotes = [];
        this.#reader = undefined;
        this.listener.onMap?.(map);
        this.#snapshot();
      },
      // The connection is gone or the map is changing again: the next snapshot asks once more.
      () => {
        this.#loadingMap = false;
      },
    );
  }

  /** After a reconnect the count of commands begins anew; what was pending is lost. */
  #restart(): void {
    this.#timeline.reset();
    this.flights.reset();
    if (this.#reader) this.#prediction?.reset(this.#reader.puck);
  }

  #placePucks(seconds: number): void {
    this.pucks.length = 0;
    const own = this.#prediction;
    if (own) {
      own.error.fade(seconds);
      const { puck, before, error } = own;
      const alpha = this.#sinceTick;
      const x = before.x + (puck.x - before.x) * alpha + error.x;
      const y = before.y + (puck.y - before.y) * alpha + error.y;
      this.#show(puck, x, y, true);
      this.trace.show(this.present, x, y);
    }
    for (const remote of this.#remotes) {
      if (!remote) continue;
      remote.advance(this.present - this.behind.ticks, seconds);
      this.#show(remote.puck, remote.x, remote.y, false);
    }
    for (const { slot, x, y } of this.pucks) {
      for (const objective of this.objectives) if (objective.holder === slot) Object.assign(objective, { x, y });
    }
  }

  #show(puck: Puck, x: number, y: number, me: boolean): void {
    const connected = this.state.pucks[puck.slot]?.connected ?? false;
    const at = me ? this.present : this.present - this.behind.ticks;
    this.pucks.push({ slot: puck.slot, x, y, puck, connected, me, alive: puck.alive, at });
  }
}
