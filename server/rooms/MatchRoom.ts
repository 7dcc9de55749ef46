// The room as clients meet it: they come and go, their commands go into the tick, the state goes out to them.
// A tick reads top to bottom in `#tick`; that order is the contract.

import { type AuthContext, type Client, CloseCode, matchMaker, Room } from '@colyseus/core';
import { hostMessage, pollMessage } from '#shared/net/hosting.ts';
import {
  awayMessage,
  CLOSE,
  encodeEvents,
  handicapOf,
  lagMessage,
  lineMessage,
  MESSAGE,
  REFUSED,
  voteMessage,
} from '#shared/net/messages.ts';
import { Publisher } from '#shared/net/publisher.ts';
import { type RoomDetail, type RoomReport, TREND } from '#shared/net/reports.ts';
import { CommandState, MatchState } from '#shared/net/schema.ts';
import { COMMANDS, MAX_PUCKS, PATCH_EVERY_TICKS, RECONNECT_S, TICK_HZ } from '#shared/tuning.ts';
import { fittingName } from '../chat/names.ts';
import { drain } from '../drain.ts';
import { banSentence, type Person, people } from '../identity/people.ts';
import { isMeant } from '../identity/sanctions.ts';
import { log } from '../log.ts';
import { countClosed, refusals } from '../metrics.ts';
import type { RecordingStore } from '../store/recordings.ts';
import type { Sanction } from '../store/records.ts';
import { type Admitted, admitClient, admitRoom, type RoomLimits, refuse } from './admission.ts';
import { cutOffStalled } from './backlog.ts';
import { type ChatRoom, RoomChat } from './chat.ts';
import { takeEmotes } from './emotes.ts';
import { HostActions } from './hostActions.ts';
import { Hosting } from './hosting.ts';
import { RoomPassword } from './hostPassword.ts';
import { Pause } from './hostPause.ts';
import { takeCommands } from './intake.ts';
import { type KeptRoom, writeRoom } from './keptRoom.ts';
import { Line } from './line.ts';
import { listingOf } from './lobbyListing.ts';
import { MapRequests } from './mapRequests.ts';
import { Match } from './match.ts';
import { sendNetReports } from './netReports.ts';
import type { RoomOptions } from './options.ts';
import { Oversight, type PersonHere, type RoomOrder } from './oversight.ts';
import { Gathering, roomToOpen, SEATS_KEPT_MS } from './restart.ts';
import { Results } from './results.ts';
import { RoomBans } from './roomBans.ts';
import { freeCode } from './roomCode.ts';
import { RoomTicks } from './roomTicks.ts';
import { askRoundTrip } from './roundTrip.ts';
import { Seating } from './seating.ts';
import type { Seat, Seats } from './seats.ts';
import { Traffic } from './traffic.ts';
import { Votes } from './votes.ts';

const KICKED = 'You were removed from this match.';
/** Milliseconds from one keeping of the room to the next: so much of a match is lost when the process is killed. */
const KEEP_MS = 3000;
/** Stands before the session of somebody who is not back since a restart. */
const KEPT = 'kept-';
const ROUND_TRIP_TICKS = 2 * TICK_HZ;
/** Operators who may watch unseen, besides those who may watch. */
const MAX_UNSEEN = 4;

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
  #match!: Match;
  #seating!: Seating;
  #hosting!: Hosting;
  #password!: RoomPassword;
  #votes!: Votes;
  #chat!: RoomChat;
  #oversight!: Oversight;
  /** Sessions of operators, of whom nobody here knows. */
  readonly #unseen = new Set<string>();
  readonly #pause = new Pause();
  readonly #results = new Results(this.state);
  readonly #publisher = new Publisher(this.state);
  readonly #ticks = new RoomTicks();
  readonly #traffic = new Traffic();
  readonly #mapRequests = new MapRequests();
  readonly #line = new Line(this.state);
  readonly #bans = new RoomBans();
  /** Of sessions that may still return: what ends the wait for them. */
  readonly #returns = new Map<string, ReturnType<Room['allowReconnection']>>();
  #unwatchBans: () => void = () => {};
  #unwatchDrain: () => void = () => {};
  #keepTimer: NodeJS.Timeout | undefined;
  /** After a restart, until all had their time to come back. */
  #gathering: Gathering | undefined;
  #events: number[][] = [];

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
    this.onMessage(MESSAGE.map, ({ sessionId }) => {
      // Who asks begins to read the state now.
      this.#publisher.renewBases();
      return this.#mapRequests.answer(sessionId, this.#match.mapText);
    });
    this.onMessage(MESSAGE.seat, (client) => this.#giveSeat(client));
    this.onMessage(MESSAGE.vote, voteMessage, (client, index) => this.#vote(client, index));
    takeEmotes(this, () => ({ seats: this.#seats, teams: this.#match.world.mode.teams, hears: this.#chat.hears }));
    this.#chat = new RoomChat(this, () => this.#chatRoom());
    this.onMessage(MESSAGE.lag, lagMessage, ({ sessionId }, lag) => this.#seating.showHandicap(sessionId, handicapOf(lag)));
    this.onMessage(MESSAGE.line, lineMessage, (client, wait) => this.#queue(client, wait));
    this.onMessage(MESSAGE.away, awayMessage, ({ sessionId }, away) => {
      const seat = this.#seats.of(sessionId);
      if (seat) this.#seating.setAway(seat, away);
    });
    this.#unwatchBans = people.bans.onAdd((ban) => this.#enforce(ban));
    this.#unwatchDrain = drain.onChange(() => this.#list());
    this.maxClients = MAX_PUCKS + this.#options.spectators + MAX_UNSEEN;
    this.autoDispose = !this.#options.standing;
    this.#password = new RoomPassword(this.#options.password, kept?.password);
    this.#options.password = '';
    this.#match = new Match(this.#options, this.roomId, MatchRoom.recordings, kept);
    this.#seating = new Seating(this.state, this.#match, () => this.#publishBetween());
    this.#beHosted();
    this.#describeMatch();
    if (kept) this.#goOn(kept);
    this.#keepTimer = setInterval(() => void this.keep(), KEEP_MS).unref();
    void this.setPrivate(this.#options.private);
    this.#ticks.start(this.#tick, (error) => this.#fail(error));
    MatchRoom.open.add(this);
    log.info({ room: this.roomId, ...this.#options }, 'room opened');
  }

  override onJoin(client: Client): void {
    if ((client.auth as Admitted).unseen) {
      this.#letWatchUnseen(client);
      return;
    }
    this.#chat.came(client);
    if (this.#takeBack(client)) return;
    const admitted = client.auth as Admitted;
    admitted.name = fittingName(admitted.name, this.#names());
    const { spectate, password, address, wait } = client.auth as Admitted;
    this.#bans.check(client.auth as Admitted);
    this.#password.check(address, password);
    if (this.#sleeps(1)) this.#nextMatch(this.#match.world.map.id, 0);
    if (!spectate) this.#giveSeat(client);
    else if (this.#seats.spectators < this.#options.spectators) this.#watch(client);
    else throw refuse('spectators', REFUSED.full, 'As many as may are watching this match already.');
    this.#hosting.came(client.sessionId);
    if (spectate && wait) this.#queue(client, true);
  }

  /** An operator looks on: nobody is told, and nothing depends on it. */
  #letWatchUnseen({ sessionId, auth }: Client): void {
    if ((auth as Admitted).unseen !== this.roomId) throw refuse('ticket', REFUSED.options, 'This ticket is for another room.');
    if (this.#unseen.size >= MAX_UNSEEN) throw refuse('unseen', REFUSED.full, 'As many operators as may are watching already.');
    this.#unseen.add(sessionId);
  }

  /** After a restart: all seats wait for their holders, and the match for the first of them. */
  #goOn({ seats, bans, locked, pauseS, world }: KeptRoom): void {
    this.#publish();
    this.state.host.locked = locked;
    if (pauseS > 0) this.#pause.begin();
    this.#bans.restore(bans);
    for (const { slot, host, ...holder } of seats) {
      const sessionId = `${KEPT}${slot}`;
      this.#seating.keep(sessionId, slot, holder);
      this.#hosting.came(sessionId);
      if (host) this.#hosting.handTo(sessionId);
    }
    if (world.phase === 'results') this.#results.open(this.#match);
    this.autoDispose = false;
    this.#gathering = new Gathering();
    this.clock.setTimeout(() => this.#endGathering(), SEATS_KEPT_MS);
  }

  #endGathering(): void {
    this.#gathering = undefined;
    for (const [sessionId] of this.#missing()) {
      this.#freeSeat(sessionId);
      this.#hosting.left(sessionId, (other) => this.#seats.of(other) !== undefined);
    }
    this.autoDispose = !this.#options.standing;
  }

  /** Seats whose holders are not back since the restart. */
  #missing(): [string, Seat][] {
    return [...this.#seats.entries()].filter(([sessionId]) => sessionId.startsWith(KEPT));
  }

  /** Keeps the room as it is now in the store, so that a restarted server can go on with it. */
  async keep(): Promise<void> {
    if (this.#seats.players === 0) return;
    const seats = [...this.#seats.entries()].map(([sessionId, { slot, holder }]) => {
      const { identity, address, since, name, party } = holder;
      return { slot, identity, address, since, name, party, host: this.#hosting.isHost(sessionId) };
    });
    const { locked, pauseS } = this.state.host;
    const { world, joinTicks } = this.#match;
    const password = this.#password.kept;
    const room = { code: this.roomId, options: this.#options, locked, pauseS, world, joinTicks, seats, bans: [...this.#bans.all] };
    await people.store
      .keepMatch(this.roomId, writeRoom({ ...room, ...(password && { password }) }))
      .catch((error: unknown) => log.error({ err: error, room: this.roomId }, 'a match was not kept'));
  }

  /** The server stops: nothing moves any more, and the match is kept as it is. */
  async keepForRestart(): Promise<void> {
    this.#ticks.stop();
    clearInterval(this.#keepTimer);
    await this.keep();
  }

  /** Whoever has a seat here comes back to it, from whatever session. Returns whether they did. */
  #takeBack({ sessionId, auth }: Client): boolean {
    const { identity, spectate, takeOver } = auth as Admitted;
    const before = spectate ? undefined : this.#seats.sessionOf(identity);
    if (before === undefined) return false;
    if (!takeOver && this.#seating.isConnected(before))
      throw refuse('elsewhere', REFUSED.elsewhere, 'You play this match already, in another tab.');
    this.#gathering?.came();
    this.#seating.rename(before, sessionId);
    this.#hosting.renamed(before, sessionId);
    this.#forgetAnswers(before);
    this.#returns.get(before)?.reject('back with another session');
    this.clients.getById(before)?.leave(CLOSE.elsewhere, 'You play on in another tab.');
    return true;
  }

  override onDrop(client: Client): void {
    // A kicked client's seat is free already. The promise settles either in onReconnect or in onLeave.
    if (!this.#seating.connected(client.sessionId, false)) return;
    const wait = this.allowReconnection(client, RECONNECT_S);
    this.#returns.set(client.sessionId, wait);
    wait.catch(() => {}).finally(() => this.#returns.delete(client.sessionId));
  }

  override onReconnect(client: Client): void {
    // Kicked while away: the framework takes the connection back when this throws.
    if (!this.#seating.connected(client.sessionId, true)) throw refuse('kicked', CLOSE.kicked, KICKED);
  }

  override onLeave(client: Client): void {
    this.#mapRequests.forget(client.sessionId);
    if (this.#unseen.delete(client.sessionId)) return;
    this.#chat.left(client);
    this.#line.leave(client.sessionId);
    this.#freeSeat(client.sessionId);
    this.#hosting.left(client.sessionId, (sessionId) => this.#seats.of(sessionId) !== undefined);
    // Who only looks on keeps no room open.
    if (this.autoDispose && this.#unseen.size > 0 && this.#isEmpty() && this.#seats.players === 0) void this.disconnect(CLOSE.ended);
  }

  override async onDispose(): Promise<void> {
    MatchRoom.open.delete(this);
    this.#chat?.close();
    this.#unwatchBans();
    this.#unwatchDrain();
    clearInterval(this.#keepTimer);
    const stopping = matchMaker.state === matchMaker.MatchMakerState.SHUTTING_DOWN;
    if (!stopping) void people.store.dropMatch(this.roomId).catch(() => {});
    this.#ticks.stop();
    countClosed({ ...this.#ticks.figures(), bytesOut: this.#traffic.bytesOut });
    await this.#match?.close();
    log.info({ room: this.roomId }, 'room closed');
  }

  /** What operators see of this room in a list, with so many rows of its trend. */
  report(rows = 0): RoomReport {
    return this.#oversight.report(rows);
  }

  /** What operators see inside of it. */
  detail(): RoomDetail {
    return this.#oversight.detail(TREND.rows);
  }

  /** Who holds a slot or has a session here; nothing for a bot and for nobody. */
  personAt(at: number | string): PersonHere | undefined {
    return this.#oversight.personAt(at);
  }

  /** Does what an operator wants. Returns why it cannot be done, empty when it is. */
  operate(order: RoomOrder): string {
    return this.#oversight.operate(order);
  }

  /** Somebody goes, and is not let in again for a while or as long as the room lasts. */
  #sendAway(sessionId: string, how: 'kick' | 'ban'): void {
    const person = this.#personOf(sessionId);
    if (person) this.#bans.add(person, how);
    this.#freeSeat(sessionId);
    this.clients.getById(sessionId)?.leave(CLOSE.kicked, KICKED);
  }

  /** What everybody here is called, bots included. */
  #names(): string[] {
    const playing = this.#match.world.pucks.filter(({ active }) => active).map(({ name }) => name);
    return [...playing, ...this.state.watchers.values()];
  }

  #chatRoom(): ChatRoom {
    return {
      seats: this.#seats,
      teams: this.#match.world.mode.teams,
      filtered: this.#options.filter,
      isHost: (sessionId) => this.#hosting.isHost(sessionId),
      personOf: (sessionId) => this.#personOf(sessionId),
    };
  }

  /** Whose session it is, also while their line is lost. */
  #personOf(sessionId: string): (Person & { name: string }) | undefined {
    if (this.#unseen.has(sessionId)) return undefined;
    return this.#seats.of(sessionId)?.holder ?? (this.clients.getById(sessionId)?.auth as Admitted | undefined);
  }

  /** Somebody was banned from the server: whoever is meant goes now. */
  #enforce(ban: Sanction): void {
    const sessions = [...this.#seats.entries()].map(([sessionId]) => sessionId);
    for (const sessionId of new Set([...sessions, ...this.clients.map((client) => client.sessionId)])) {
      const person = this.#personOf(sessionId);
      if (!person || !isMeant(ban, person)) continue;
      this.#freeSeat(sessionId);
      this.clients.getById(sessionId)?.leave(CLOSE.banned, banSentence(ban));
    }
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

  /** The last match of a process that is drained: where there are others, everybody comes to one of them by themselves. */
  #endDrained(): void {
    if (drain.others) void this.disconnect(CloseCode.SERVER_SHUTDOWN);
    else this.#end('This server is about to be restarted: this was the last match here. Play on in another.');
  }

  /** Nobody is here who plays or watches, but for so many who are just coming. */
  #isEmpty(coming = 0): boolean {
    return this.clients.length - coming <= this.#unseen.size;
  }

  /** A standing room sleeps until somebody comes, and begins anew for them. */
  #sleeps(coming = 0): boolean {
    return this.#options.standing && !this.#gathering && this.#isEmpty(coming);
  }

  readonly #tick = (): void => {
    if (this.#sleeps()) return;
    const halts = this.#gathering?.waits(this.#missing().length) || this.#pause.pass();
    this.state.host.pauseS = this.#pause.seconds;
    if (halts) {
      this.#sendPatch();
      return;
    }
    const match = this.#match;
    match.batch.clear();
    for (const [sessionId, seat] of this.#seats.entries()) {
      if (!this.#seating.passAway(seat)) takeCommands(seat, this.inputs.get(sessionId), match);
    }
    const calls = match.step();
    this.#oversight.tick();
    encodeEvents(match.world.events, this.#events);
    encodeEvents(calls, this.#events);
    const { tick, events } = match.world;
    this.#votes.step(tick);
    if (events.some((event) => event.type === 'phase')) this.#list();
    if (events.some((event) => event.type === 'phase' && event.phase === 'results')) this.#results.open(match);
    if (tick % PATCH_EVERY_TICKS === 0) this.#sendPatch();
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
    this.#seating.showRoundTrip(sessionId, ms);
    this.#oversight.tripped(sessionId, ms);
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
    this.#oversight.second();
    refusals.inc({ reason: 'backlog' }, cutOffStalled(this.clients));
    sendNetReports(this.clients, this.#seats, this.#ticks.late);
  }

  /** Who does nothing, or is farther away than the host allows, watches after a warning. */
  #watchSeats(): void {
    const gone = [...this.#seating.watchIdle(), ...this.#seating.watchPing(this.#options.pingLimitMs)];
    for (const sessionId of gone) this.#forgetPlayer(sessionId);
    if (gone.length > 0) this.#list();
  }

  /** On to the next match, by default on the map that was voted for or whose turn it is. */
  #nextMatch(map = this.#results.winner, countdownTicks?: number): void {
    this.#pause.end();
    this.#votes.close();
    this.#oversight.matchEnds();
    this.#match.end();
    this.#publishBetween();
    const moved = this.#match.next(map, countdownTicks, this.#seating.partyOf);
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

  /** Gives a client a puck. Throws when people hold all seats, and when nobody new may play. */
  #giveSeat(client: Client): number {
    const { sessionId } = client;
    if (this.#unseen.has(sessionId)) throw refuse('unseen', REFUSED.notNow, 'Who watches unseen takes no seat.');
    if (this.state.host.locked && !this.#seats.of(sessionId) && !this.#hosting.isHost(sessionId))
      throw refuse('locked', REFUSED.locked, 'This room is locked: nobody new may play. You can watch.');
    if (!this.#seats.of(sessionId) && !this.#line.isEmpty && this.#line.sessions[0] !== sessionId)
      throw refuse('full', REFUSED.full, 'Others wait for a seat already. You can watch, and wait with them.');
    return this.#seat(client);
  }

  #seat({ sessionId, auth }: Client): number {
    const slot = this.#seating.give(sessionId, auth as Admitted);
    this.#line.leave(sessionId);
    this.state.watchers.delete(sessionId);
    this.#list();
    return slot;
  }

  #watch({ sessionId, auth }: Client): void {
    this.#seats.watch(sessionId);
    this.state.watchers.set(sessionId, (auth as Admitted).name);
    this.#list();
  }

  /** From a seat to those who watch. */
  #benchPlayer(sessionId: string): void {
    this.#seating.free(sessionId);
    this.#forgetPlayer(sessionId);
    this.#list();
  }

  /** Who does not play any more does not vote; those who are still here watch. */
  #forgetPlayer(sessionId: string): void {
    this.#forgetAnswers(sessionId);
    const client = this.clients.getById(sessionId);
    if (client) this.#watch(client);
    this.#serveLine();
  }

  #forgetAnswers(sessionId: string): void {
    this.#results.forget(sessionId);
    this.#votes.forget(sessionId);
  }

  #freeSeat(sessionId: string): void {
    this.#seating.free(sessionId);
    this.#forgetAnswers(sessionId);
    this.state.watchers.delete(sessionId);
    this.#list();
    this.#serveLine();
  }

  /** One who watches waits for a seat, or not any more. */
  #queue({ sessionId }: Client, wait: boolean): void {
    if (!wait) {
      this.#line.leave(sessionId);
      return;
    }
    if (!this.#seats.isSpectator(sessionId)) throw refuse('line', REFUSED.notNow, 'Only those who watch wait for a seat.');
    this.#line.join(sessionId);
    this.#serveLine();
  }

  /** Free seats go to those who wait, in their order; whose line is lost just now keeps their place. */
  #serveLine(): void {
    if (this.state.host.locked) return;
    for (const sessionId of this.#line.sessions) {
      if (this.#seats.players >= this.#options.cap) return;
      const client = this.clients.getById(sessionId);
      if (client) this.#seat(client);
    }
  }

  /** Tells lists what anyone may know; this works across processes. */
  #list(): void {
    const { world } = this.#match;
    const { players: people, spectators } = this.#seats;
    const { host } = this.state;
    const listed = listingOf({ code: this.roomId, world, host, people, spectators, password: this.#password.isSet });
    // What quick play finds must be true of private rooms too.
    void this.setMetadata(listed);
  }

  /** Lets a host run the room, or people vote where there is none. */
  #beHosted(): void {
    const { title, cap, hosted, bots, botLevel } = this.#options;
    Object.assign(this.state.host, { title, cap, bots, botLevel });
    this.#hosting = new Hosting(this.state.host, hosted);
    const actions = new HostActions({
      state: this.state,
      match: this.#match,
      seating: this.#seating,
      hosting: this.#hosting,
      pause: this.#pause,
      goOn: (map, countdownTicks) => this.#nextMatch(map, countdownTicks),
      watch: (sessionId) => this.#benchPlayer(sessionId),
      mute: (sessionId, on) => {
        const person = this.#personOf(sessionId);
        if (person) this.#chat.silence(person, on);
      },
      sendAway: (sessionId, how) => this.#sendAway(sessionId, how),
      relist: () => {
        this.#list();
        this.#serveLine();
      },
    });
    this.#votes = new Votes({
      state: this.state,
      hasHost: () => this.#hosting.hasHost,
      voters: () => this.#seating.present,
      nameOf: (sessionId) => this.#match.world.pucks[this.#seats.of(sessionId)?.slot ?? -1]?.name ?? '',
      personOf: (sessionId) => this.#personOf(sessionId)?.identity ?? sessionId,
      carry: (kind, who) => {
        if (kind === 'kick') this.#sendAway(who, 'kick');
        else this.#nextMatch(kind === 'restart' ? this.#match.world.map.id : undefined);
      },
    });
    this.#oversee(actions);
    this.onMessage(MESSAGE.host, hostMessage, ({ sessionId }, message) => actions.act(sessionId, message));
    this.onMessage(MESSAGE.poll, pollMessage, ({ sessionId }, message) => this.#votes.take(sessionId, message));
  }

  /** Lets operators look in and act. */
  #oversee(actions: HostActions): void {
    this.#oversight = new Oversight(this, {
      state: this.state,
      match: this.#match,
      seating: this.#seating,
      actions,
      chat: this.#chat,
      ticks: this.#ticks,
      traffic: this.#traffic,
      private: this.#options.private,
      personOf: (sessionId) => this.#personOf(sessionId),
      isHost: (sessionId) => this.#hosting.isHost(sessionId),
      halts: () => this.state.host.pauseS > 0,
      end: (why) => this.#end(why),
    });
  }

  #vote({ sessionId }: Client, index: number): void {
    if (!this.#seats.of(sessionId)) throw refuse('vote', REFUSED.options, 'Only those who play vote on the next map.');
    this.#results.vote(sessionId, index);
  }
}
