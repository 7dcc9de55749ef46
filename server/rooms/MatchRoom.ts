// The room as clients meet it: they come and go, their commands go into the tick, the state goes out to them.
// A tick reads top to bottom in `#tick`; that order is the contract.

import { type AuthContext, type Client, Room } from '@colyseus/core';
import { CLOSE, encodeEvents, handicapOf, type JoinedOptions, lagMessage, MESSAGE, REFUSED, voteMessage } from '#shared/net/messages.ts';
import { Publisher } from '#shared/net/publisher.ts';
import type { PublicRoom, RoomReport } from '#shared/net/reports.ts';
import { CommandState, MatchState } from '#shared/net/schema.ts';
import { COMMANDS, MAX_PUCKS, MAX_SPECTATORS, PATCH_EVERY_TICKS, RECONNECT_S, TICK_HZ } from '#shared/tuning.ts';
import { log } from '../log.ts';
import { refusals } from '../metrics.ts';
import type { RecordingStore } from '../store/recordings.ts';
import { admitClient, admitRoom, type RoomLimits, refuse } from './admission.ts';
import { cutOffStalled } from './backlog.ts';
import { takeCommands } from './intake.ts';
import { MapRequests } from './mapRequests.ts';
import { Match } from './match.ts';
import { sendNetReports } from './netReports.ts';
import type { RoomOptions } from './options.ts';
import { reportPlayers } from './report.ts';
import { Results } from './results.ts';
import { newRoomCode } from './roomCode.ts';
import { RoomTicks } from './roomTicks.ts';
import { askRoundTrip } from './roundTrip.ts';
import { Seating } from './seating.ts';
import type { Seats } from './seats.ts';
import { Traffic } from './traffic.ts';

const KICKED = 'You were removed from this match.';
const ROUND_TRIP_TICKS = 2 * TICK_HZ;

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
  #seating!: Seating;
  readonly #results = new Results(this.state);
  readonly #publisher = new Publisher(this.state);
  readonly #ticks = new RoomTicks();
  readonly #traffic = new Traffic();
  readonly #mapRequests = new MapRequests();
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
    this.onMessage(MESSAGE.map, ({ sessionId }) => {
      // Who asks begins to read the state now.
      this.#publisher.renewBases();
      return this.#mapRequests.answer(sessionId, this.#match.mapText);
    });
    this.onMessage(MESSAGE.seat, (client) => this.#giveSeat(client));
    this.onMessage(MESSAGE.vote, voteMessage, (client, index) => this.#vote(client, index));
    this.onMessage(MESSAGE.lag, lagMessage, ({ sessionId }, lag) => this.#seating.showHandicap(sessionId, handicapOf(lag)));
    this.#match = new Match(this.#options, this.roomId, MatchRoom.recordings);
    this.#seating = new Seating(this.state, this.#match, () => this.#publishBetween());
    this.#describeMatch();
    void this.setPrivate(this.#options.private);
    this.#ticks.start(this.#tick, (error) => this.#fail(error));
    MatchRoom.open.add(this);
    log.info({ room: this.roomId, ...this.#options }, 'room opened');
  }

  override onJoin(client: Client): void {
    if (!(client.auth as JoinedOptions).spectate) this.#giveSeat(client);
    else if (this.#seats.spectators < MAX_SPECTATORS) this.#seats.watch(client.sessionId);
    else throw refuse('spectators', REFUSED.full, 'As many as may are watching this match already.');
  }

  override onDrop(client: Client): void {
    // A kicked client's seat is free already. The promise settles either in onReconnect or in onLeave.
    if (this.#seating.connected(client.sessionId, false)) this.allowReconnection(client, RECONNECT_S).catch(() => {});
  }

  override onReconnect(client: Client): void {
    // Kicked while away: the framework takes the connection back when this throws.
    if (!this.#seating.connected(client.sessionId, true)) throw refuse('kicked', CLOSE.kicked, KICKED);
  }

  override onLeave(client: Client): void {
    this.#mapRequests.forget(client.sessionId);
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

  /** An operator ends the room. */
  closeByOperator(): void {
    this.#end('This match was ended by the operator.');
  }

  /** A tick threw: this match cannot go on, but the others must. */
  #fail(error: unknown): void {
    log.error({ err: error, room: this.roomId }, 'a tick failed, the room is closed');
    this.#ticks.stop();
    this.#end('This match broke because of a mistake in the server. Please start another.');
  }

  /** Ends the room for everybody in it, with a sentence that says why. */
  #end(why: string): void {
    this.broadcast(MESSAGE.closing, why);
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
    if (events.some((event) => event.type === 'phase' && event.phase === 'results')) this.#results.open(match);
    if (tick % PATCH_EVERY_TICKS === 0) this.#sendPatch();
    if (tick % TICK_HZ === 0) {
      this.#sendReports();
      this.#watchIdle();
    }
    if (tick % ROUND_TRIP_TICKS === 0) for (const client of this.clients) askRoundTrip(client, this.#seating.showRoundTrip);
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
    sendNetReports(this.clients, this.#seats, this.#ticks.late);
  }

  #watchIdle(): void {
    const gone = this.#seating.watchIdle();
    for (const sessionId of gone) this.#results.forget(sessionId);
    if (gone.length > 0) this.#listOrHide();
  }

  #nextMatch(): void {
    this.#match.end();
    this.#publishBetween();
    const moved = this.#match.next(this.#results.winner);
    this.#results.close();
    this.#seating.move(moved);
    this.#mapRequests.clear();
    this.#describeMatch();
  }

  #describeMatch(): void {
    const { map, mode } = this.#match.world;
    this.state.mode = mode.id;
    this.state.map = map.id;
    this.state.mapHash = map.hash;
    this.#list();
  }

  #publish(): void {
    this.#publisher.publish(this.#match.world, this.#match.joinTicks);
  }

  /** Between two patches: what receivers reckon from one patch to the next begins anew. */
  #publishBetween(): void {
    this.#publish();
    this.#publisher.renewBases();
  }

  get #seats(): Seats {
    return this.#seating.seats;
  }

  /** Gives a client a puck. Throws when people hold all seats. */
  #giveSeat(client: Client): number {
    const slot = this.#seating.give(client.sessionId, (client.auth as JoinedOptions).name);
    this.#listOrHide();
    return slot;
  }

  #freeSeat(sessionId: string): void {
    this.#results.forget(sessionId);
    this.#seating.free(sessionId);
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

  #vote({ sessionId }: Client, index: number): void {
    if (!this.#seats.of(sessionId)) throw refuse('vote', REFUSED.options, 'Only those who play vote on the next map.');
    this.#results.vote(sessionId, index);
  }
}
