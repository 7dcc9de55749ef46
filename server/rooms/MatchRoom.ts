// One room: one match after another. A tick reads top to bottom in `#tick`; that order is the contract.

import { randomInt } from 'node:crypto';
import { type AuthContext, type Client, ErrorCode, Room, ServerError } from '@colyseus/core';
import { z } from 'zod';
import { modeOf } from '#shared/modes/index.ts';
import { encodeEvent, joinOptions, MESSAGE, type NetReport } from '#shared/net/messages.ts';
import { CommandState, MatchState } from '#shared/net/schema.ts';
import { publish } from '#shared/net/wire.ts';
import { RULES } from '#shared/replay/rules.ts';
import { endBolt } from '#shared/sim/bolts.ts';
import { CommandBatch, neutralCommand } from '#shared/sim/commands.ts';
import type { Puck, World } from '#shared/sim/types.ts';
import { createWorld, joinPuck, leavePuck, stepWorld } from '#shared/sim/world.ts';
import { COMMANDS, MAX_PUCKS, PATCH_EVERY_TICKS, RECONNECT_S, RESULTS_TICKS, TICK_HZ } from '#shared/tuning.ts';
import { log } from '../log.ts';
import { mapOf, maps } from '../maps.ts';
import { scheduler, type TickStats } from '../scheduler.ts';
import type { RecordingStore } from '../store/recordings.ts';
import { BotRoster } from './botRoster.ts';
import { MatchRecording } from './matchRecording.ts';
import { type RoomOptions, roomOptions } from './options.ts';
import { freeSlot, type Seat, Seats } from './seats.ts';

/** Answers to a client's asking for the map. */
const MAPS_A_SEAT = 20;
/** Seeds are uint32; `randomInt` takes up to 2^48. */
const newSeed = () => randomInt(2 ** 32);

export class MatchRoom extends Room<{ state: MatchState; input: CommandState }> {
  /** Set once by the process before the first room. */
  static recordings: RecordingStore;
  /** Rooms of this process, for health and shutdown. */
  static readonly open = new Set<MatchRoom>();

  override state = new MatchState();
  override maxClients = MAX_PUCKS;
  override maxMessagesPerSecond = COMMANDS.maxMessagesPerSecond;
  override inputs = this.defineInput(CommandState, { bufferMaxSize: COMMANDS.bufferSize, tickRate: TICK_HZ });

  #options!: RoomOptions;
  #world!: World;
  #recording!: MatchRecording;
  #clock!: { stats: TickStats; stop: () => void };
  readonly #seats = new Seats();
  readonly #bots = new BotRoster();
  readonly #batch = new CommandBatch();
  readonly #neutral = neutralCommand();
  readonly #joinTicks = new Uint32Array(MAX_PUCKS);
  #events: number[][] = [];

  /** Checks what a client sends before a seat is reserved. Throws ServerError with a sentence for people. */
  static override async onAuth(_token: string, options: unknown, _context: AuthContext) {
    const parsed = joinOptions.safeParse(options);
    if (!parsed.success) throw new ServerError(ErrorCode.AUTH_FAILED, z.prettifyError(parsed.error));
    if (parsed.data.rules !== RULES) throw new ServerError(ErrorCode.AUTH_FAILED, 'this page plays by other rules: reload it');
    return parsed.data;
  }

  override onCreate(options: unknown): void {
    const parsed = roomOptions.safeParse(options);
    if (!parsed.success) throw new ServerError(ErrorCode.MATCHMAKE_INVALID_CRITERIA, z.prettifyError(parsed.error));
    this.#options = parsed.data;
    // Patches go out by hand at the end of a tick, ticks come from the process's own scheduler.
    this.patchRate = null;
    this.onMessage(MESSAGE.map, (client) => this.#sendMap(client));
    this.#startMatch(0);
    this.#fillWithBots();
    this.#clock = scheduler.add(() => this.#tick());
    MatchRoom.open.add(this);
    log.info({ room: this.roomId, ...this.#options }, 'room opened');
  }

  override onJoin(client: Client): void {
    if (this.#seats.size + this.#bots.count >= this.#options.bots) this.#dropBot();
    const slot = freeSlot(this.#world.pucks);
    if (slot < 0) throw new ServerError(ErrorCode.MATCHMAKE_UNHANDLED, 'this match is full');
    const { name } = client.auth as z.output<typeof joinOptions>;
    this.#seats.take(slot, client.sessionId, name);
    this.#seatPuck(slot, name, false);
    const puck = this.#puckState(slot);
    puck.sessionId = client.sessionId;
    puck.connected = true;
  }

  override onDrop(client: Client): void {
    const seat = this.#seats.get(client.sessionId);
    if (!seat) return;
    this.#puckState(seat.slot).connected = false;
    // The promise settles either in onReconnect or in onLeave.
    this.allowReconnection(client, RECONNECT_S).catch(() => {});
  }

  override onReconnect(client: Client): void {
    const seat = this.#seats.get(client.sessionId);
    if (seat) this.#puckState(seat.slot).connected = true;
  }

  override onLeave(client: Client): void {
    const slot = this.#seats.free(client.sessionId);
    if (slot < 0) return;
    this.#emptySeat(slot);
    this.#fillWithBots();
  }

  override async onDispose(): Promise<void> {
    MatchRoom.open.delete(this);
    this.#clock.stop();
    await this.#recording.finish(this.#world);
    log.info({ room: this.roomId }, 'room closed');
  }

  /** Counters of this room's ticks. */
  get tickStats(): TickStats {
    return this.#clock.stats;
  }

  /** People in this room, those included whose seat waits for their return. */
  get people(): number {
    return this.#seats.size;
  }

  #tick(): void {
    this.#batch.clear();
    for (const seat of this.#seats.values()) this.#takeCommands(seat);
    this.#bots.think(this.#world, this.#batch);
    this.#recording.commands(this.#batch);
    stepWorld(this.#world, this.#batch);
    this.#recording.tick(this.#world);
    this.#collectEvents();
    const { tick, phase, endTick } = this.#world;
    if (tick % PATCH_EVERY_TICKS === 0) this.#sendPatch();
    if (tick % TICK_HZ === 0) this.#sendReports();
    if (phase === 'over' && tick >= endTick + RESULTS_TICKS) this.#startMatch(tick);
  }

  #takeCommands(seat: Seat): void {
    const input = this.inputs.get(seat.sessionId);
    const plan = seat.gate.plan(input.size);
    seat.queueMin = Math.min(seat.queueMin, input.size);
    seat.queueMax = Math.max(seat.queueMax, input.size);
    for (let i = 0; i < plan.drop; i++) input.next();
    for (let i = 0; i < plan.take; i++) this.#batch.push(seat.slot, input.next() as CommandState);
    if (plan.coast) {
      this.#neutral.aim = (this.#world.pucks[seat.slot] as Puck).aim;
      this.#batch.push(seat.slot, this.#neutral);
    }
    if (plan.take === 0) seat.starved++;
  }

  #collectEvents(): void {
    for (const event of this.#world.events) {
      const encoded = encodeEvent(event);
      if (encoded) this.#events.push(encoded);
    }
  }

  #sendPatch(): void {
    publish(this.#world, this.state, this.#joinTicks);
    this.broadcastPatch();
    if (this.#events.length === 0) return;
    this.broadcast(MESSAGE.events, this.#events);
    this.#events = [];
  }

  #sendReports(): void {
    const late = this.#clock.stats.late + this.#clock.stats.skipped;
    for (const client of this.clients) {
      const seat = this.#seats.get(client.sessionId);
      if (!seat) continue;
      const report: NetReport = { queueMin: seat.queueMin, queueMax: seat.queueMax, late, starved: seat.starved };
      client.send(MESSAGE.net, report);
      seat.queueMin = Number.POSITIVE_INFINITY;
      seat.queueMax = seat.starved = 0;
    }
  }

  /** A new world on the next map; those who are here take their seats again, in order. */
  #startMatch(startTick: number): void {
    const before = this.#world as World | undefined;
    if (before) this.#endMatch(before);
    const seed = newSeed();
    const { map } = mapOf(this.#options.map ?? this.#nextMap(before?.map.id));
    this.#world = createWorld({ map, mode: modeOf(this.#options.mode), seed, startTick });
    this.#recording = new MatchRecording(MatchRoom.recordings, this.roomId, this.#world, seed);
    this.state.mode = this.#options.mode;
    this.state.map = map.id;
    this.state.mapHash = map.hash;
    if (!before) return;
    before.bolts.forEach((bolt, slot) => {
      (this.#world.bolts[slot] as typeof bolt).generation = bolt.generation;
    });
    for (const puck of before.pucks) if (puck.active) this.#seatPuck(puck.slot, puck.name, puck.bot);
  }

  #endMatch(world: World): void {
    for (const bolt of world.bolts) if (bolt.live) endBolt(world, bolt, true);
    publish(world, this.state, this.#joinTicks);
    void this.#recording.finish(world);
  }

  #nextMap(id: string | undefined): string {
    const serving = [...maps.values()].filter(({ map }) => map.modes.includes(this.#options.mode)).map(({ map }) => map.id);
    return serving[(serving.indexOf(id ?? '') + 1) % serving.length] as string;
  }

  #seatPuck(slot: number, name: string, bot: boolean): void {
    const puck = joinPuck(this.#world, { slot, name, bot, team: 0 });
    this.#recording.join(puck);
    this.#joinTicks[slot] = this.#world.tick;
  }

  #emptySeat(slot: number): void {
    leavePuck(this.#world, slot);
    this.#recording.leave(slot);
    const puck = this.state.pucks[slot];
    if (puck) puck.sessionId = '';
  }

  /** The seat's place in the schema; publishing makes room for it. */
  #puckState(slot: number): MatchState['pucks'][number] {
    if (slot >= this.state.pucks.length) publish(this.#world, this.state, this.#joinTicks);
    return this.state.pucks[slot] as MatchState['pucks'][number];
  }

  #fillWithBots(): void {
    while (this.#seats.size + this.#bots.count < this.#options.bots) {
      const slot = freeSlot(this.#world.pucks);
      if (slot < 0) return;
      this.#seatPuck(slot, this.#bots.add(slot, newSeed()), true);
    }
  }

  #dropBot(): void {
    const slot = this.#bots.removeLast();
    if (slot >= 0) this.#emptySeat(slot);
  }

  /** Answers a few times only: the text is long, and one is enough. */
  #sendMap(client: Client): string {
    const seat = this.#seats.get(client.sessionId);
    if (!seat || ++seat.mapsSent > MAPS_A_SEAT) throw new ServerError(ErrorCode.APPLICATION_ERROR, 'the map was sent often enough');
    return mapOf(this.#world.map.id).text;
  }
}
