// The state on the wire. The only importer of @colyseus/schema. Fields hold the simulation's own numbers as integers:
// positions and velocities in steps of the grid, so what arrives is exactly what the server keeps.

import { type SchemaType, schema, t } from '@colyseus/schema';

/** The client's command, 60 a second. */
export const CommandState = schema({ mx: t.int8(), my: t.int8(), aim: t.uint16(), buttons: t.uint8() }, 'Command');
export type CommandState = SchemaType<typeof CommandState>;

export const PuckState = schema(
  {
    active: t.boolean().default(false),
    /** The holder's session; empty for bots. */
    sessionId: t.string().default(''),
    name: t.string().default(''),
    bot: t.boolean().default(false),
    /** False while a dropped player's seat waits. */
    connected: t.boolean().default(true),
    team: t.uint8().default(0),
    /** Milliseconds, measured by the server; 0 while unknown. */
    roundTrip: t.uint16().default(0),
    /** Milliseconds that the holder lets be added to it, by a simulated line. */
    handicap: t.uint16().default(0),

    /**
     * The puck's base, from which it is reckoned (reckoning.ts). A patch holds it only when receivers cannot come to it; the
     * whole state, which latecomers get, always holds the present one. The lower 8 bits of its step,
     */
    baseStep: t.uint8().default(0),
    /** grid x in the upper, grid y in the lower 16 bits, */
    pos: t.uint32().default(0),
    /** grid vx in the upper, grid vy in the lower 16 bits, both signed. */
    vel: t.uint32().default(0),
    /** The last stick (packing.ts), and how many of the steps since the last patch were taken with it, if it is a new one. */
    stick: t.uint16().default(0),
    fresh: t.uint8().default(0),
    /** Of the last command. */
    buttons: t.uint8().default(0),
    /** The puck's own step is `tick - joinTick - lag`: it costs nothing while a step is taken each tick. */
    joinTick: t.uint32().default(0),
    lag: t.number().default(0),

    alive: t.boolean().default(false),
    health: t.uint8().default(0),
    respawnTick: t.uint32().default(0),
    energyFullAt: t.uint32().default(0),
    shotReadyAt: t.uint32().default(0),
    dashFullAt: t.uint32().default(0),
    dashEndsAt: t.uint32().default(0),
    parryEndsAt: t.uint32().default(0),
    parryReadyAt: t.uint32().default(0),
    shieldEndsAt: t.uint32().default(0),
    rootedUntil: t.uint32().default(0),
    /** Counts its lives, modulo 256. */
    life: t.uint8().default(0),
    overcharge: t.uint8().default(0),
    guard: t.uint8().default(0),
    /** Index of the objective that it carries, -1 for none. */
    carries: t.int8().default(-1),
    /** Tick at which its idle holder loses the seat; 0 while nobody needs a warning. */
    idleTick: t.uint32().default(0),

    score: t.int16().default(0),
    kills: t.uint16().default(0),
    deaths: t.uint16().default(0),
    /** A bot steers it until its holder is back. */
    standIn: t.boolean().default(false),
    /** Tick at which its holder, whose line is longer than the host allows, loses the seat; 0 while nobody needs a warning. */
    pingTick: t.uint32().default(0),
  },
  'Puck',
);
export type PuckState = SchemaType<typeof PuckState>;

/** A bolt's spawn, written once; its flight is computed by whoever needs it. `endTick` is written when it hits. */
export const BoltState = schema(
  {
    spawnTick: t.uint32().default(0),
    /** Grid steps. */
    x: t.uint16().default(0),
    y: t.uint16().default(0),
    aim: t.uint16().default(0),
    level: t.uint8().default(0),
    parries: t.uint8().default(0),
    owner: t.uint8().default(0),
    /** Counts the uses of the slot, modulo 256. */
    generation: t.uint8().default(0),
    /** Tick at which it ended early; 0 while it flies to its natural end. */
    endTick: t.uint32().default(0),
  },
  'Bolt',
);
export type BoltState = SchemaType<typeof BoltState>;

/** A flag, a zone or bounds, as sim/types.ts has them. A flag that is carried is where its carrier is. */
export const ObjectiveState = schema(
  {
    /** Places in OBJECTIVE_KINDS and OBJECTIVE_STATES. */
    kind: t.uint8().default(0),
    state: t.uint8().default(0),
    team: t.int8().default(-1),
    holder: t.int8().default(-1),
    /** Grid x in the upper, grid y in the lower 16 bits; the halves of its width and height alike. */
    pos: t.uint32().default(0),
    half: t.uint32().default(0),
    fromTick: t.uint32().default(0),
    untilTick: t.uint32().default(0),
  },
  'Objective',
);
export type ObjectiveState = SchemaType<typeof ObjectiveState>;

/** A map that may be next. */
export const BallotState = schema({ map: t.string(), name: t.string(), votes: t.uint8().default(0) }, 'Ballot');
export type BallotState = SchemaType<typeof BallotState>;

/** An award of the match that is over: its id, whose, and how much of it. */
export const AwardState = schema({ id: t.string(), slot: t.uint8(), name: t.string(), value: t.number() }, 'Award');
export type AwardState = SchemaType<typeof AwardState>;

/** Who runs a room, and what they have set; limits stand in the match's own state. */
export const HostState = schema(
  {
    /** Session of the host; empty where there is none: then people vote. */
    session: t.string().default(''),
    /** What the room is called; empty for no name. */
    title: t.string().default(''),
    /** Nobody new may play. */
    locked: t.boolean().default(false),
    /** Seconds for which the match still halts; 0 while it runs. */
    pauseS: t.uint16().default(0),
    /** People who may play at once, and seats that bots fill up to. */
    cap: t.uint8().default(0),
    bots: t.uint8().default(0),
    botLevel: t.string().default(''),
  },
  'Host',
);
export type HostState = SchemaType<typeof HostState>;

/** The vote that runs, if its kind (place in POLL_KINDS) is not 0. */
export const PollState = schema(
  {
    kind: t.uint8().default(0),
    /** Session and name of whom it is about. */
    who: t.string().default(''),
    name: t.string().default(''),
    /** Who began it. */
    by: t.string().default(''),
    yes: t.uint8().default(0),
    no: t.uint8().default(0),
    /** Votes for it that decide it. */
    needed: t.uint8().default(0),
    endTick: t.uint32().default(0),
  },
  'Poll',
);
export type PollState = SchemaType<typeof PollState>;

export const MatchState = schema(
  {
    tick: t.uint32().default(0),
    startTick: t.uint32().default(0),
    /** Place in PHASES, and the tick at which it ends by itself. */
    phase: t.uint8().default(0),
    endTick: t.uint32().default(0),
    mode: t.string().default(''),
    map: t.string().default(''),
    mapHash: t.uint32().default(0),
    scoreLimit: t.uint16().default(0),
    friendlyFire: t.boolean().default(false),
    /** Rounds or zones so far. */
    round: t.uint8().default(0),
    teamScores: t.array('int16'),
    objectives: t.array(ObjectiveState),
    /** Tick from which each of the map's pickups is there. */
    pickups: t.array('uint32'),
    /** By slot; both grow to the highest slot used and never shrink, because reference ids are not recycled. */
    pucks: t.array(PuckState),
    bolts: t.array(BoltState),
    /** The aims of four seats each, 8 bits a seat, the lowest slot lowest. */
    aims0: t.uint32().default(0),
    aims1: t.uint32().default(0),
    aims2: t.uint32().default(0),
    aims3: t.uint32().default(0),
    /** While the results are shown. */
    ballot: t.array(BallotState),
    awards: t.array(AwardState),
    host: HostState,
    poll: PollState,
    /** Names of those who watch, by session. */
    watchers: t.map('string'),
    /** Sessions that wait for a seat, in order. */
    line: t.array('string'),
    /** Sessions that the host has muted. */
    muted: t.array('string'),
  },
  'Match',
);
export type MatchState = SchemaType<typeof MatchState>;

/** A room that anybody may know of, as reports.ts has it. */
export const ListedRoomState = schema(
  {
    title: t.string().default(''),
    mode: t.string().default(''),
    map: t.string().default(''),
    mapName: t.string().default(''),
    people: t.uint8().default(0),
    seats: t.uint8().default(0),
    bots: t.uint8().default(0),
    spectators: t.uint8().default(0),
    phase: t.string().default(''),
    endsAt: t.uint32().default(0),
    locked: t.boolean().default(false),
    password: t.boolean().default(false),
  },
  'ListedRoom',
);
export type ListedRoomState = SchemaType<typeof ListedRoomState>;

/** The list of public rooms, by code. */
export const LobbyState = schema(
  {
    /** The server's clock when somebody came last, in seconds since 1970: others' clocks may be wrong. */
    now: t.uint32().default(0),
    rooms: t.map(ListedRoomState),
  },
  'Lobby',
);
export type LobbyState = SchemaType<typeof LobbyState>;
