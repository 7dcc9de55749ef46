// The room as clients meet it: put together from those who do its jobs, with the tick that drives them. A tick reads top to
// bottom in `#tick`; that order is the contract.

import { type AuthContext, type Client, CloseCode, matchMaker, Room } from '@colyseus/core';
import { CLOSE, MESSAGE } from '#shared/net/messages.ts';
import { type RoomDetail, type RoomReport, TREND } from '#shared/net/reports.ts';
import { CommandState, MatchState } from '#shared/net/schema.ts';
import { COMMANDS, MAX_PUCKS, PATCH_EVERY_TICKS, TICK_HZ } from '#shared/tuning.ts';
import { drain } from '../drain.ts';
import { people } from '../identity/people.ts';
import { log } from '../log.ts';
import { countClosed, refusals } from '../metrics.ts';
import type { RecordingStore } from '../store/recordings.ts';
import { type Admitted, admitClient, admitRoom, type RoomLimits } from './admission.ts';
import { MAX_UNSEEN } from './attendance.ts';
import { cutOffStalled } from './backlog.ts';
import { Gathering, SEATS_KEPT_MS } from './gathering.ts';
import { takeCommands } from './intake.ts';
import type { KeptRoom } from './keptRoom.ts';
import { listingOf } from './lobbyListing.ts';
import { sendNetReports } from './netReports.ts';
import type { RoomOptions } from './options.ts';
import type { PersonHere, RoomOrder } from './oversight.ts';
import { roomToOpen } from './restart.ts';
import { freeCode } from './roomCode.ts';
import { putTogether, type RoomParts } from './roomParts.ts';
import { askRoundTrip } from './roundTrip.ts';

const ROUND_TRIP_TICKS = 2 * TICK_HZ;

export class MatchRoom extends Room<{ state: MatchState; input: CommandState }> {
  /** Set once by the process before the first room. */
  static recordings: RecordingStore;
  static limits: RoomLimits;
  /** Rooms of this process. */
  static readonly open = new Set<MatchRoom>();

  override state = new MatchState();
  override maxMessagesPerSecond = COMMANDS.maxMessagesPerSecond;
  override inputs = this.defineInput(CommandState, { bufferMaxSize: COMMANDS.bufferSize, tickRate: TICK_HZ });

  #options!: RoomOptions;
  #parts!: RoomParts;
  #unwatch: (() => void)[] = [];
  /** After a restart, until all had their time to come back. */
  #gathering: Gathering | undefined;
  #isElsewhere = false;
  /** Whether the match stands still: its host has halted it, it waits for its people, or nobody is here. */
  #halts = false;

  /** Checks what a client sends before a seat is reserved. Throws ServerError with a sentence for people. */
  static override async onAuth(_token: string, options: unknown, _context: AuthContext): Promise<Admitted> {
    return admitClient(options);
  }

  override onCreate(options: unknown): void {
    const rooms = [...MatchRoom.open];
    const creators = rooms.map((room) => room.#options.creator);
    const kept = roomToOpen(options);
    this.#options = kept?.options ?? admitRoom(options, creators, MatchRoom.limits);
    this.roomId = freeCode(kept?.code ?? this.#options.code, new Set(rooms.map(({ roomId }) => roomId)));
    // Patches go out by hand at the end of a tick, ticks come from the process's own scheduler.
    this.patchRate = null;
    this.maxClients = MAX_PUCKS + this.#options.spectators + MAX_UNSEEN;
    this.autoDispose = !this.#options.standing;
    this.#parts = putTogether(this, this.#options, MatchRoom.recordings, kept, {
      goOn: (map, countdownTicks) => this.#nextMatch(map, countdownTicks),
      wake: () => this.#wake(),
      returned: () => this.#gathering?.came(),
      relist: () => this.#list(),
      halts: () => this.#halts,
      end: (why) => this.#end(why),
    });
    this.#describeMatch();
    if (kept) this.#goOn(kept);
    this.#unwatch = [people.bans.onAdd((ban) => this.#parts.attendance.enforce(ban)), drain.onChange(() => this.#list())];
    void this.setPrivate(this.#options.private);
    this.#parts.ticks.start(this.#tick, (error) => this.#fail(error));
    MatchRoom.open.add(this);
    log.info({ room: this.roomId, ...this.#options }, 'room opened');
  }

  override onJoin(client: Client): void {
    const { attendance, chat } = this.#parts;
    attendance.came(client);
    chat.came(client);
  }

  override onDrop(client: Client): void {
    this.#parts.attendance.dropped(client);
  }

  override onReconnect(client: Client): void {
    this.#parts.attendance.reconnected(client);
  }

  override onLeave(client: Client): void {
    const { attendance, chat, mapRequests, seating } = this.#parts;
    mapRequests.forget(client.sessionId);
    attendance.left(client);
    chat.left(client);
    // Who only looks on keeps no room open.
    if (this.autoDispose && attendance.unseen > 0 && attendance.isEmpty() && seating.seats.players === 0) void this.disconnect(CLOSE.ended);
  }

  override async onDispose(): Promise<void> {
    MatchRoom.open.delete(this);
    for (const unwatch of this.#unwatch) unwatch();
    // One that was refused has none.
    if (this.#parts) await this.#closeParts();
    log.info({ room: this.roomId }, 'room closed');
  }

  async #closeParts(): Promise<void> {
    const { chat, keeper, ticks, traffic, match } = this.#parts;
    chat.close();
    keeper.stop();
    const goesOn = this.#isElsewhere || matchMaker.state === matchMaker.MatchMakerState.SHUTTING_DOWN;
    if (!goesOn) void keeper.forget();
    ticks.stop();
    countClosed({ ...ticks.figures(), bytesOut: traffic.bytesOut });
    await match.close();
  }

  /** The server stops: nothing moves any more, and the match is kept as it is. */
  async keepForRestart(): Promise<void> {
    const { ticks, keeper } = this.#parts;
    ticks.stop();
    keeper.stop();
    await keeper.keep();
  }

  /** Another process runs this match now: it ends here without a trace, and its people come there by themselves. */
  letGo(): void {
    this.#isElsewhere = true;
    this.#parts.ticks.stop();
    this.#parts.keeper.stop();
    void this.disconnect(CloseCode.SERVER_SHUTDOWN);
  }

  /** After a restart: as it was, and waiting for its people. */
  #goOn({ seats, bans, mutes, locked, pauseS, world }: KeptRoom): void {
    const { match, patches, seating, hosting, attendance, chat, pause, results } = this.#parts;
    patches.publish();
    this.state.host.locked = locked;
    if (pauseS > 0) pause.begin();
    attendance.bans.restore(bans);
    this.#gathering = new Gathering(seats, seating, hosting);
    chat.restore(mutes);
    if (world.phase === 'results') results.open(match);
    this.autoDispose = false;
    this.clock.setTimeout(() => this.#endGathering(), SEATS_KEPT_MS);
  }

  #endGathering(): void {
    for (const sessionId of this.#gathering?.missing ?? []) this.#parts.attendance.release(sessionId);
    this.#gathering = undefined;
    this.autoDispose = !this.#options.standing;
  }

  /** What operators see of this room in a list, with so many rows of its trend. */
  report(rows = 0): RoomReport {
    return this.#parts.oversight.report(rows);
  }

  /** What operators see inside of it. */
  detail(): RoomDetail {
    return this.#parts.oversight.detail(TREND.rows);
  }

  /** Who holds a slot or has a session here; nothing for a bot and for nobody. */
  personAt(at: number | string): PersonHere | undefined {
    return this.#parts.oversight.personAt(at);
  }

  /** Does what an operator wants. Returns why it cannot be done, empty when it is. */
  operate(order: RoomOrder): string {
    return this.#parts.oversight.operate(order);
  }

  /** A tick threw: this match cannot go on, but the others must. */
  #fail(error: unknown): void {
    log.error({ err: error, room: this.roomId }, 'a tick failed, the room is closed');
    this.#parts.ticks.stop();
    this.#end('This match broke because of a mistake in the server. Please start another.');
  }

  /** Ends the room for everybody in it, with a sentence that says why. */
  #end(why: string): void {
    this.broadcast(MESSAGE.closing, why);
    void this.disconnect(CLOSE.ended);
  }

  /** The last match of a process that is drained: where there are others, everybody comes to one of them by themselves. */
  #endDrained(): void {
    if (drain.others) void this.disconnect(CloseCode.SERVER_SHUTDOWN);
    else this.#end('This server is about to be restarted: this was the last match here. Play on in another.');
  }

  /** A standing room sleeps until somebody comes, and begins anew for them. */
  #sleeps(coming = 0): boolean {
    return this.#options.standing && !this.#gathering && this.#parts.attendance.isEmpty(coming);
  }

  /** Somebody comes to a standing room that slept. */
  #wake(): void {
    if (this.#sleeps(1)) this.#nextMatch(this.state.map, 0);
  }

  readonly #tick = (): void => {
    const { match, patches, seating, pause, oversight, votes, results } = this.#parts;
    const sleeps = this.#sleeps();
    const halts = sleeps || this.#gathering?.waits() || pause.pass();
    this.state.host.pauseS = pause.seconds;
    if (halts !== this.#halts) {
      this.#halts = halts;
      this.#list();
    }
    if (halts) {
      if (!sleeps) patches.send();
      return;
    }
    match.batch.clear();
    for (const [sessionId, seat] of seating.seats.entries()) {
      if (!seating.passAway(seat)) takeCommands(seat, this.inputs.get(sessionId), match);
    }
    const calls = match.step();
    oversight.tick();
    patches.collect(calls);
    const { tick, events } = match.world;
    votes.step(tick);
    if (events.some((event) => event.type === 'phase')) this.#list();
    if (events.some((event) => event.type === 'phase' && event.phase === 'results')) results.open(match);
    if (tick % PATCH_EVERY_TICKS === 0) patches.send();
    if (tick % TICK_HZ === 0) {
      this.#sendReports();
      this.#watchSeats();
    }
    if (tick % ROUND_TRIP_TICKS === 0) for (const client of this.clients) askRoundTrip(client, this.#tripped);
    if (!match.isDone) return;
    if (drain.on) this.#endDrained();
    else this.#nextMatch();
  };

  readonly #tripped = (sessionId: string, ms: number): void => {
    this.#parts.seating.showRoundTrip(sessionId, ms);
    this.#parts.oversight.tripped(sessionId, ms);
  };

  #sendReports(): void {
    const { traffic, oversight, seating, ticks } = this.#parts;
    traffic.sample(this.clients);
    oversight.second();
    refusals.inc({ reason: 'backlog' }, cutOffStalled(this.clients));
    sendNetReports(this.clients, seating.seats, ticks.late);
  }

  /** Who does nothing, or is farther away than the host allows, watches after a warning. */
  #watchSeats(): void {
    const { seating, attendance } = this.#parts;
    const gone = [...seating.watchIdle(), ...seating.watchPing(this.#options.pingLimitMs)];
    for (const sessionId of gone) attendance.lostSeat(sessionId);
  }

  /** On to the next match, by default on the map that was voted for or whose turn it is. */
  #nextMatch(map = this.#parts.results.winner, countdownTicks?: number): void {
    const { match, patches, seating, pause, votes, results, oversight, mapRequests } = this.#parts;
    pause.end();
    votes.close();
    oversight.matchEnds();
    match.end();
    patches.publishBetween();
    const moved = match.next(map, countdownTicks, seating.partyOf);
    results.close();
    seating.move(moved);
    mapRequests.clear();
    this.#describeMatch();
  }

  #describeMatch(): void {
    const { map, mode } = this.#parts.match.world;
    this.state.mode = mode.id;
    this.state.map = map.id;
    this.state.mapHash = map.hash;
    this.#list();
  }

  /** Tells lists what anyone may know; this works across processes. */
  #list(): void {
    const { match, seating, password } = this.#parts;
    const { seats } = seating;
    const { host } = this.state;
    const listed = listingOf({ code: this.roomId, world: match.world, host, halts: this.#halts, seats, password: password.isSet });
    // What quick play finds must be true of private rooms too.
    void this.setMetadata(listed);
  }
}
