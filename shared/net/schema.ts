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

    /** Grid x in the upper, grid y in the lower 16 bits. */
    pos: t.uint32().default(0),
    /** Grid vx in the upper, grid vy in the lower 16 bits, both signed. */
    vel: t.uint32().default(0),
    /** The last command taken. */
    aim: t.uint16().default(0),
    mx: t.int8().default(0),
    my: t.int8().default(0),
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

    score: t.int16().default(0),
    kills: t.uint16().default(0),
    deaths: t.uint16().default(0),
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

export const MatchState = schema(
  {
    tick: t.uint32().default(0),
    startTick: t.uint32().default(0),
    endTick: t.uint32().default(0),
    over: t.boolean().default(false),
    mode: t.string().default(''),
    map: t.string().default(''),
    mapHash: t.uint32().default(0),
    /** By slot; both grow to the highest slot used and never shrink, because reference ids are not recycled. */
    pucks: t.array(PuckState),
    bolts: t.array(BoltState),
  },
  'Match',
);
export type MatchState = SchemaType<typeof MatchState>;
