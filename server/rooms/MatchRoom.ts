// The room as clients meet it: they come and go, their commands go into the tick, the state goes out to them.
// A tick reads top to bottom in `#tick`; that order is the contract.

import { type AuthContext, type Client, Room } from '@colyseus/core';
import { CLOSE, encodeEvents, type JoinedOptions, MESSAGE, type NetReport, REFUSED, voteMessage } from '#shared/net/messages.ts';
import type { PublicRoom, RoomReport } from '#shared/net/reports.ts';
import { CommandState, MatchState, type PuckState } from '#shared/net/schema.ts';
import { publish } from '#shared/net/wire.ts';
import { COMMANDS, MAX_PUCKS, MAX_SPECTATORS, PATCH_EVERY_TICKS, RECONNECT_S, TICK_HZ } from '#shared/tuning.ts';
import { log } from '../log.ts';
import { mapOf } from '../maps.ts';
import { refusals } from '../metrics.ts';
import type { RecordingStore } from '../store/recordings.ts';
import { admitClient, admitRoom, type RoomLimits, refuse } from './admission.ts';
import { cutOffStalled } from './backlog.ts';
import { Ballot } from './ballot.ts';
import { takeCommands } from './intake.ts';
import { Match } from './match.ts';
import type { RoomOptions } from './options.ts';
import { reportPlayers } from './report.ts';
import { newRoomCode } from './roomCode.ts';
import { RoomTicks } from './roomTicks.ts';
import { askRoundTrip } from './roundTrip.ts';
import { Seats } from './seats.ts';
import { Traffic } from './traffic.ts';

/** Answers to a client's asking for the map of a match. */
const MAPS_A_CLIENT = 20;
const KICKED = 'You were removed from this match.';
const ROUND_TRIP_TICKS = 2 * TICK_HZ;
/** What the room knows of a seat that no session holds. */
const FREE = { sessionId: '', connected: true, roundTrip: 0, idleTick: 0 };

export class MatchRoom extends Room<{ state: MatchState; input: CommandState }> {
  /** Set once by the process before the first room. */
  static recordings: RecordingStore;
  static limits: RoomLimits;
  /** Rooms of this process. */
  static readonly open = new Set<MatchRoom>();

  override state = new MatchState();
  override maxClients = MAX_PUCKS + MAX_SPECTATORS;
  override maxMessagesPerSecond = COMMANDS.maxMessagesPerSecond;
  override inputs = this.defineInput(CommandState, { bufferMaxSize: COMMANDS.bufferSize, tickRate: TICK_HZ });

  #options!: RoomOptions;
  #match!: Match;
  readonly #ballot = new Ballot(this.state);
  readonly #seats = new Seats();
  readonly #ticks = new RoomTicks();
  readonly #traffic = new Traffic();
  readonly #mapsSent = new Map<string, number>();
  readonly #openedAt = Date.now();
  #events: number[][] = [];

  /** Checks what a client sends before a seat is reserved. Throws ServerError with a sentence for people. */
  static override async onAuth(_token: string, options: unknown, _context: AuthContext): Promise<JoinedOptions> {
    return admitClient(options);
  }

  override onCreate(options: unknown): void {
    const rooms = [...MatchRoom.open];
    const creators = rooms.map((room) => room.#options.creator);
    this.#options = admitRoom(options, creators, MatchRoom.limits);
    do this.roomId = newRoomCode();
    while (rooms.some(({ roomId }) => roomId === this.roomId));
    // Patches go out by hand at the end of a tick, ticks come from the process's own scheduler.
    this.patchRate = null;
    this.onMessage(MESSAGE.map, (client) => this.#sendMap(client));
    this.onMessage(MESSAGE.seat, (client) => this.#giveSeat(client, (client.auth as JoinedOptions).name));
    this.onMessage(MESSAGE.vote, voteMessage, (client, index) => {
      if (this.#seats.of(client.sessionId)) this.#ballot.vote(client.sessionId, index);
    });
    this.#match = new Match(this.#options, this.roomId, MatchRoom.recordings);
    this.#describeMatch();
    void this.setPrivate(this.#options.private);
    this.#ticks.start(this.#tick, (error) => this.#fail(error));
    MatchRoom.open.add(this);
    log.info({ room: this.roomId, ...this.#options }, 'room opened');
  }

  override onJoin(client: Client): void {
    const { name, spectate } = client.auth as JoinedOptions;
    if (spectate) {
      if (this.#seats.spectators >= MAX_SPECTATORS)
        throw refuse('spectators', REFUSED.full, 'As many as may are watching this match already.');
      this.#seats.watch(client.sessionId);
      this.#list();
    } else this.#giveSeat(client, name);
  }

  override onDrop(client: Client): void {
    const seat = this.#seats.of(client.sessionId);
    if (seat) this.#puckState(seat.slot).connected = false;
    // A kicked client's seat is free already. The promise settles either in onReconnect or in onLeave.
    if (seat || this.#seats.isSpectator(client.sessionId)) this.allowReconnection(client, RECONNECT_S).catch(() => {});
  }

  override onReconnect(client: Client): void {
    const seat = this.#seats.of(client.sessionId);
    if (seat) this.#puckState(seat.slot).connected = true;
    // Kicked while away: the framework takes the connection back when this throws.
    else if (!this.#seats.isSpectator(client.sessionId)) throw refuse('kicked', CLOSE.kicked, KICKED);
  }

  override onLeave(client: Client): void {
    this.#mapsSent.delete(client.sessionId);
    this.#freeSeat(client.sessionId);
  }

  override async onDispose(): Promise<void> {
    MatchRoom.open.delete(this);
    this.#ticks.stop();
    await this.#match?.close();
    log.info({ room: this.roomId }, 'room closed');
  }

  /** What operators see of this room. */
  report(): RoomReport {
    const { world } = this.#match;
    return {
      code: this.roomId,
      mode: world.mode.id,
      map: world.map.id,
      private: this.#options.private,
      phase: world.phase,
      ageS: Math.round((Date.now() - this.#openedAt) / 1000),
      players: reportPlayers(world, this.state),
      people: this.#seats.players,
      spectators: this.#seats.spectators,
      bytesOut: this.#traffic.bytesOut,
      ...this.#ticks.figures(),
    };
  }

  /** Sends the holder of a slot away: their seat does not wait for them. Returns whether a person held it. */
  kick(slot: number): boolean {
    const sessionId = this.#seats.holderOf(slot);
    if (!sessionId) return false;
    this.#freeSeat(sessionId);
    this.clients.getById(sessionId)?.leave(CLOSE.kicked, KICKED);
    return true;
  }

  /** Ends the room for everybody in it. */
  closeByOperator(): void {
    this.broadcast(MESSAGE.closing, 'This match was ended by the operator.');
    void this.disconnect(CLOSE.ended);
  }

  /** A tick threw: this match cannot go on, but the others must. */
  #fail(error: unknown): void {
    log.error({ err: error, room: this.roomId }, 'a tick failed, the room is closed');
    this.#ticks.stop();
    this.broadcast(MESSAGE.closing, 'This match broke because of a mistake in the server. Please start another.');
    void this.disconnect(CLOSE.ended);
  }

  readonly #tick = (): void => {
    const match = this.#match;
    match.batch.clear();
    for (const [sessionId, seat] of this.#seats.entries()) takeCommands(seat, this.inputs.get(sessionId), match);
    const calls = match.step();
    encodeEvents(match.world.events, this.#events);
    encodeEvents(calls, this.#events);
    const { tick, events } = match.world;
    if (events.some((event) => event.type === 'phase' && event.phase === 'results')) this.#ballot.open(match.candidates);
    if (tick % PATCH_EVERY_TICKS === 0) this.#sendPatch();
    if (tick % TICK_HZ === 0) {
      this.#sendReports();
      this.#watchIdle();
    }
    if (tick % ROUND_TRIP_TICKS === 0) for (const client of this.clients) askRoundTrip(client, this.#showRoundTrip);
    if (match.isDone) this.#nextMatch();
  };

  #sendPatch(): void {
    this.#publish();
    this.broadcastPatch();
    if (this.#events.length === 0) return;
    this.broadcast(MESSAGE.events, this.#events);
    this.#events = [];
  }

  #sendReports(): void {
    this.#traffic.sample(this.clients);
    refusals.inc({ reason: 'backlog' }, cutOffStalled(this.clients));
    const { late } = this.#ticks;
    for (const client of this.clients) {
      const seat = this.#seats.of(client.sessionId);
      if (!seat) continue;
      const report: NetReport = { queueMin: seat.queueMin, queueMax: seat.queueMax, late, starved: seat.starved };
      client.send(MESSAGE.net, report);
      seat.queueMin = Number.POSITIVE_INFINITY;
      seat.queueMax = seat.starved = 0;
    }
  }

  readonly #showRoundTrip = (sessionId: string, ms: number): void => {
    const seat = this.#seats.of(sessionId);
    if (seat) this.#puckState(seat.slot).roundTrip = Math.min(9999, Math.round(ms));
  };

  /** Warns those who do nothing, and lets those who did nothing for longer watch instead. While nobody plays all are excused. */
  #watchIdle(): void {
    const { tick, phase } = this.#match.world;
    for (const [sessionId, seat] of [...this.#seats.entries()]) {
      if (phase === 'waiting') seat.idle.excuse(tick);
      const warning = seat.idle.warning(tick);
      this.#puckState(seat.slot).idleTick = warning;
      if (warning === 0 || tick < warning) continue;
      this.#freeSeat(sessionId);
      this.#seats.watch(sessionId);
    }
  }

  #nextMatch(): void {
    this.#match.end();
    this.#publish();
    const moved = this.#match.next(this.#ballot.winner);
    this.#ballot.close();
    this.#reseat(moved);
    this.#mapsSent.clear();
    this.#describeMatch();
  }

  /** Some have changed sides, and so their slots. */
  #reseat(moved: ReadonlyMap<number, number>): void {
    if (moved.size === 0) return;
    this.#publish();
    for (const [sessionId, seat] of this.#seats.entries()) {
      const to = moved.get(seat.slot);
      if (to === undefined) continue;
      const { connected, roundTrip } = this.#puckState(seat.slot);
      Object.assign(this.#puckState(seat.slot), FREE);
      Object.assign(this.#puckState(to), { sessionId, connected, roundTrip });
      seat.slot = to;
    }
  }

  #describeMatch(): void {
    const { map, mode } = this.#match.world;
    this.state.mode = mode.id;
    this.state.map = map.id;
    this.state.mapHash = map.hash;
    this.#list();
  }

  #publish(): void {
    publish(this.#match.world, this.state, this.#match.joinTicks);
  }

  /** The seat's place in the schema; publishing makes room for it. */
  #puckState(slot: number): PuckState {
    if (slot >= this.state.pucks.length) this.#publish();
    return this.state.pucks[slot] as PuckState;
  }

  /** Gives a client a puck; for one that has one it is that one. Throws when people hold all seats. */
  #giveSeat(client: Client, name: string): number {
    const held = this.#seats.of(client.sessionId);
    if (held) return held.slot;
    const slot = this.#match.addPerson(name);
    if (slot < 0) throw refuse('full', REFUSED.full, 'This match is full. You can watch it.');
    this.#seats.take(slot, client.sessionId, this.#match.world.tick);
    const puck = this.#puckState(slot);
    puck.sessionId = client.sessionId;
    puck.connected = true;
    puck.roundTrip = 0;
    this.#listOrHide();
    return slot;
  }

  #freeSeat(sessionId: string): void {
    this.#ballot.forget(sessionId);
    const slot = this.#seats.free(sessionId);
    if (slot >= 0) {
      this.#match.removePerson(slot);
      Object.assign(this.#puckState(slot), FREE);
    }
    this.#listOrHide();
  }

  /** Quick play must not find a match without a free seat; those with its code still do, to watch. */
  #listOrHide(): void {
    void this.setPrivate(this.#options.private || this.#seats.players >= MAX_PUCKS);
    this.#list();
  }

  /** Tells lists what anyone may know; this works across processes. */
  #list(): void {
    const { mode, map } = this.#match.world;
    if (this.#options.private) return;
    const listed: PublicRoom = { code: this.roomId, mode: mode.id, map: map.id, people: this.#seats.players, seats: MAX_PUCKS };
    void this.setMetadata(listed);
  }

  /** Answers a few times only: the text is long, and one is enough. */
  #sendMap(client: Client): string {
    const sent = (this.#mapsSent.get(client.sessionId) ?? 0) + 1;
    this.#mapsSent.set(client.sessionId, sent);
    if (sent > MAPS_A_CLIENT) throw refuse('map', REFUSED.options, 'The map was sent often enough.');
    return mapOf(this.#match.world.map.id).text;
  }
}
