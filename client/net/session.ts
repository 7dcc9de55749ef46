// A running match as a client lives it: commands out, snapshots in, and everything brought to the shown tick. Free of
// DOM and Phaser, so the tests and the benchmarks run the very same code.

import { modeOf } from '#shared/modes/index.ts';
import { decodeEvent, type Lag, MESSAGE } from '#shared/net/messages.ts';
import { phaseOf, readObjectives } from '#shared/net/reader.ts';
import type { MatchState } from '#shared/net/schema.ts';
import { neutralCommand } from '#shared/sim/commands.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { isPlaying } from '#shared/sim/phase.ts';
import { DID } from '#shared/sim/puck.ts';
import type { Command, Objective, Phase, Puck } from '#shared/sim/types.ts';
import { COMMANDS, PICKUP, TICK_S } from '#shared/tuning.ts';
import { Behind } from './behind.ts';
import type { MatchConnection } from './connection.ts';
import { NextMap } from './fetchMap.ts';
import { Flights, type Surroundings } from './flights.ts';
import { Line } from './line.ts';
import { Others } from './others.ts';
import { Own } from './own.ts';
import { Pace } from './pace.ts';
import type { NetStats, SessionListener, ShownPuck } from './sessionTypes.ts';
import type { CommandChannel, MatchSource } from './source.ts';
import { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

/** So many snapshots without a frame, half a second of them: the page is hidden, or wakes up and gets in one heap what it missed. */
const UNSEEN_SNAPSHOTS = 15;

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
  listener: SessionListener = {};

  readonly #input: CommandChannel;
  readonly #line: Line;
  readonly #timeline = new Timeline();
  readonly #pace = new Pace();
  readonly #own = new Own();
  readonly #others = new Others();
  readonly #command = neutralCommand();
  readonly #nextMap = new NextMap();
  /** Whether the connection was lost and the state of the next one has not come: what was known still holds, no command counts. */
  #cut = false;
  /** Snapshots since the last frame. */
  #unseen = 0;

  /** `room` must have had its first state; `map` is its map. */
  constructor(room: Source, map: ArenaMap) {
    this.room = room;
    this.map = map;
    this.flights = this.#newFlights();
    this.#input = room.input({ mode: 'reliable' });
    this.#line = new Line(room, ({ queueMin, spare }) => {
      this.#pace.waiting(queueMin, spare);
      if (this.#own.prediction) this.#line.tellCorrections(this.#own.prediction);
    });
    room.onStateChange(() => this.#snapshot());
    room.onDrop(() => {
      this.#cut = true;
    });
    room.onMessage(MESSAGE.events, (events: number[][]) => {
      for (const values of events) this.listener.onEvent?.(decodeEvent(values));
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

  /** Whether the host has halted the match. */
  get halted(): boolean {
    return this.state.host.pauseS > 0;
  }

  /** Whether nobody sees what comes: what happens now is long over when the next frame is drawn. */
  get unseen(): boolean {
    return this.#unseen > UNSEEN_SNAPSHOTS;
  }

  /** Makes one's line worse from now on; the others see it on the table. */
  simulateLag(lag: Lag): void {
    if (this.#line.simulate(lag) && this.me >= 0) this.#line.tell();
  }

  /** One's own predicted puck, after the last command. */
  get own(): Puck | undefined {
    return this.#own.prediction?.puck;
  }

  /** One's own last moments. */
  get trace(): Trace {
    return this.#own.trace;
  }

  get stats(): NetStats {
    return this.#line.stats(this.#own.prediction, this.#input.pendingCount);
  }

  /**
   * One frame at `nowMs` on any steady clock: sends as many commands as ticks are due, each filled by `sample`, then
   * brings everything to the shown tick. Commands are counted in ticks, never in frames.
   */
  frame(nowMs: number, sample: (command: Command) => void): void {
    this.room.pump?.(nowMs);
    this.#unseen = 0;
    const passed = this.#pace.frame(nowMs);
    // While the host halts the match its time stands still, and commands would only wait.
    const ticks = this.halted ? 0 : passed;
    if (this.#own.prediction) this.#sendCommands(this.#pace.commandsDue(ticks), sample);
    else this.#timeline.pass(ticks);
    this.#timeline.advance(ticks);
    this.present = this.#latest();
    this.behind.advance(ticks);
    this.#placePucks(ticks * TICK_S);
    this.flights.advance(this.present, ticks, this.pucks, this.me, this.behind.ticks);
    const shownOwn = this.pucks.find(({ me }) => me);
    if (shownOwn) this.flights.hideContacts(shownOwn, this.present, this.#line.roundTripTicks, this.#passes);
  }

  /** Whether bolts of one seat pass the puck of another. */
  readonly #passes = (owner: number, slot: number): boolean => {
    const { pucks, friendlyFire } = this.state;
    return owner !== slot && !friendlyFire && this.mode.teams > 0 && pucks[owner]?.team === pucks[slot]?.team;
  };

  /** The tick that is the present now; `present` is that of the last frame. */
  #latest(): number {
    return this.#timeline.present(this.#own.prediction ? this.#pace.sinceCommand : 1);
  }

  /**
   * Ticks from a snapshot to the present. For who plays it is what it lacks of the commands: after a stall the shown present
   * is on its way back to that for a while.
   */
  #ageOf(tick: number): number {
    return this.#own.prediction ? this.#input.pendingCount - 1 + this.#pace.sinceCommand : this.#latest() - tick;
  }

  #sendCommands(due: number, sample: (command: Command) => void): void {
    let left = due;
    while (left > 0 && this.#sendCommand(sample)) left--;
    if (left > 0) this.#pace.hold();
  }

  /** Returns whether it went out. */
  #sendCommand(sample: (command: Command) => void): boolean {
    const { prediction } = this.#own;
    if (!prediction || this.#nextMap.loading || this.#cut || this.#input.pendingCount >= COMMANDS.maxUnacknowledged) return false;
    sample(this.#command);
    const { mx, my, aim, buttons } = this.#command;
    Object.assign(this.#input.data, { mx, my, aim, buttons });
    const sequence = this.#input.send();
    if (sequence === 0) return false;
    this.#timeline.sent(sequence);
    const did = prediction.apply(sequence, this.#command);
    if (did & DID.fire)
      this.flights.predict(prediction.puck, did & DID.hot ? PICKUP.overchargeLevel : 0, sequence, this.#timeline.expected);
    if (did) this.listener.onAct?.(did);
    return true;
  }

  #snapshot(): void {
    const { state } = this;
    if (state.mapHash !== this.map.hash) {
      this.#nextMap.fetch(this.room, this.#changeMap);
      return;
    }
    if (this.#cut) this.#restart();
    this.#unseen++;
    // No commands are sent, so the server steps one's puck on its own: nothing was foreseen, nothing is wrong.
    if (this.unseen) this.#own.prediction?.unsettle();
    const acknowledged = this.#own.prediction ? this.#input.lastProcessed : this.#timeline.count;
    this.#timeline.snapshot(state.tick, acknowledged);
    if (this.present === 0) this.present = state.tick;
    this.behind.snapshot(this.#ageOf(state.tick));
    state.pucks.forEach((from, slot) => {
      const mine = from.active && from.sessionId === this.room.sessionId;
      if (mine || !from.active) this.#others.forget(slot);
      else this.#others.snapshot(from, state, slot, this.map);
      if (!mine) return;
      this.me = slot;
      if (this.#own.snapshot(from, state, slot, this.map, this.#input.lastProcessed)) this.#begin(from.handicap);
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
      roundTripTicks: this.#line.roundTripTicks,
      ownAt: (tick) => this.#own.shownAt(tick),
      passes: this.#passes,
    };
  }

  /** The seat was taken away: from now on a spectator. */
  #lose(): void {
    this.me = -1;
    this.#own.lose();
    this.#timeline.reset();
    this.#timeline.snapshot(this.state.tick, 0);
  }

  /** The first snapshot of one's own puck came: commands count from here on. */
  #begin(handicap: number): void {
    this.#timeline.reset();
    this.#timeline.sent(this.#input.lastProcessed);
    this.#timeline.snapshot(this.state.tick, this.#input.lastProcessed);
    // A refreshed page has no lag any more, its seat may still show one.
    if (handicap !== this.#line.handicap) this.#line.tell();
  }

  #newFlights(): Flights {
    return new Flights(this.map, (bounce) => this.listener.onBounce?.(bounce));
  }

  readonly #changeMap = (map: ArenaMap): void => {
    this.map = map;
    this.flights = this.#newFlights();
    this.#own.changeMap(map);
    this.#others.clear();
    this.listener.onMap?.(map);
    this.#snapshot();
  };

  /** The first state after a lost connection: commands count anew; what was pending is lost, and of what was known nothing is sure. */
  #restart(): void {
    this.#cut = false;
    this.#timeline.reset();
    this.flights.reset();
    this.#own.restart();
    this.#others.clear();
  }

  #placePucks(seconds: number): void {
    this.pucks.length = 0;
    const { own } = this;
    const place = this.#own.place(this.present, this.#pace.sinceCommand, seconds);
    if (own && place) this.#show(own, place.x, place.y, true);
    const at = this.present - this.behind.ticks;
    for (const remote of this.#others.advance(at, seconds)) this.#show(remote.puck, remote.x, remote.y, false);
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
