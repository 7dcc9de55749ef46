// The world as plain data. Steps are functions over these shapes; the schema, the recording and the client's
// prediction all hold the same numbers.

import type { ArenaMap, PickupKind } from './map.ts';
import type { Mode } from './mode.ts';

/** One player's input for one tick. */
export interface Command {
  /** Stick, int8 -127..127. */
  mx: number;
  my: number;
  /** uint16: a full turn is 65,536 steps, 0 points right, clockwise on the screen. */
  aim: number;
  /** Bits of BUTTON. */
  buttons: number;
}

export const BUTTON = { fire: 1, dash: 2, parry: 4 } as const;

/** What moves and acts. Timers are the puck's own step number at which they end. */
export interface Puck {
  slot: number;
  /** Whether somebody holds this seat. */
  active: boolean;
  bot: boolean;
  name: string;
  team: number;

  /** Centre, on the wire's grid. */
  x: number;
  y: number;
  /** u/s, on the wire's grid. */
  vx: number;
  vy: number;
  /** The last command taken. */
  aim: number;
  mx: number;
  my: number;
  buttons: number;
  /** Commands taken since the seat was filled. */
  step: number;

  alive: boolean;
  health: number;
  /** World tick of the next life, while dead. */
  respawnTick: number;

  energyFullAt: number;
  shotReadyAt: number;
  dashFullAt: number;
  dashEndsAt: number;
  parryEndsAt: number;
  parryReadyAt: number;
  shieldEndsAt: number;
  /** Stands still, unable to act, until then: before a match or a round begins. */
  rootedUntil: number;
  /** Counts its lives, modulo 256: a new one is elsewhere. */
  life: number;

  /** Shots left that leave at a higher level. */
  overcharge: number;
  /** Hits that are taken for it. */
  guard: number;
  /** Index of the objective that it carries, -1 for none. Who carries does not dash. */
  carries: number;
  /** Ticks spent on the objective: with the flag, on the hill. */
  objectiveTicks: number;

  /** Slot of the last attacker and the world tick of that hit; -1 for nobody. */
  hitBy: number;
  hitTick: number;

  score: number;
  kills: number;
  deaths: number;
}

/** The part of a bolt that flies: a pure function of its spawn and the map. */
export interface Flight {
  x: number;
  y: number;
  /** Unit direction; a bounce flips a sign. */
  dx: number;
  dy: number;
  /** u/s, by level and parries. */
  speed: number;
  /** 0 to 3. */
  level: number;
  /** Contacts that raised the heat (those after a long enough run). */
  bounces: number;
  /** All contacts with walls. */
  contacts: number;
  /** Units flown since the muzzle or the last bounce that counted. */
  run: number;
  /** How often it was parried since it was fired. */
  parries: number;
}

export interface Bolt extends Flight {
  slot: number;
  live: boolean;
  /** Counts the uses of the slot, modulo 256: a reused slot is a new bolt. */
  generation: number;
  owner: number;
  /** The spawn, from which anyone can replay the flight. */
  spawnTick: number;
  spawnX: number;
  spawnY: number;
  aim: number;
  spawnLevel: number;
  /** Tick at which its life ends, or ended. -1: the slot has never held a bolt. */
  endTick: number;
  /** Whether it ended by hitting a puck (or by its owner's leaving): what nobody can foresee. */
  cut: boolean;
}

/** What a match is fought over: a flag, a zone to hold, the bounds of a closing arena. */
export interface Objective {
  kind: ObjectiveKind;
  /** Whose it is, -1 for nobody's. */
  team: number;
  state: ObjectiveState;
  /** Slot of the puck that carries it, -1 for none. */
  holder: number;
  /** Centre. */
  x: number;
  y: number;
  /** Of a zone, and of bounds at their widest. */
  halfWidth: number;
  halfHeight: number;
  /** Bounds close in from `fromTick` to `untilTick`. A loose flag goes home, a zone moves at `untilTick`. 0: nothing happens by itself. */
  fromTick: number;
  untilTick: number;
}
/** In the wire's order. */
export const OBJECTIVE_KINDS = ['flag', 'zone', 'bounds'] as const;
export type ObjectiveKind = (typeof OBJECTIVE_KINDS)[number];
/** idle: at home, or held by nobody; loose: lies about; contested: enemies on the zone. */
export const OBJECTIVE_STATES = ['idle', 'held', 'loose', 'contested'] as const;
export type ObjectiveState = (typeof OBJECTIVE_STATES)[number];

/** A thing to pick up, at its place on the map. */
export interface Pickup {
  kind: PickupKind;
  x: number;
  y: number;
  /** World tick from which it is there. */
  readyTick: number;
}

/** What happened in a tick, for feeds, sounds and awards; never needed to compute the state. */
export type SimEvent =
  | { type: 'shot'; tick: number; slot: number; bolt: number }
  | { type: 'hit'; tick: number; slot: number; by: number; damage: number; level: number; x: number; y: number }
  | { type: 'block'; tick: number; slot: number; by: number; x: number; y: number }
  | { type: 'parry'; tick: number; slot: number; from: number; level: number; x: number; y: number }
  | KillEvent
  | { type: 'spawn'; tick: number; slot: number; x: number; y: number }
  | { type: 'pickup'; tick: number; slot: number; index: number }
  | { type: 'flag'; tick: number; slot: number; team: number; act: FlagAct }
  | { type: 'zone'; tick: number; team: number; act: ZoneAct }
  | { type: 'round'; tick: number; slot: number; round: number; act: RoundAct }
  | { type: 'phase'; tick: number; phase: Phase };

export interface KillEvent {
  type: 'kill';
  tick: number;
  slot: number;
  /** Who earns it, -1 for nobody. */
  by: number;
  level: number;
  bounces: number;
  /** Parries of the bolt since it was fired. */
  parries: number;
  /** By one's own bolt. */
  own: boolean;
  /** Slot of the bolt, -1 without one. */
  bolt: number;
}

/** Lists in the wire's order. A flag's `team` is whose flag it is; `slot` is -1 when it went home by itself. */
export const FLAG_ACTS = ['taken', 'dropped', 'returned', 'captured'] as const;
export type FlagAct = (typeof FLAG_ACTS)[number];
export const ZONE_ACTS = ['held', 'contested', 'lost', 'moved'] as const;
export type ZoneAct = (typeof ZONE_ACTS)[number];
/** `slot` is the winner of a round that ended, -1 for nobody. */
export const ROUND_ACTS = ['began', 'ended'] as const;
export type RoundAct = (typeof ROUND_ACTS)[number];

/** A match from its first puck to its results; in the wire's order. */
export const PHASES = ['waiting', 'countdown', 'live', 'overtime', 'results'] as const;
export type Phase = (typeof PHASES)[number];

export interface World {
  map: ArenaMap;
  mode: Mode;
  friendlyFire: boolean;
  /** Ticks from enough pucks to the match; 0 begins at once. */
  countdownTicks: number;
  /** Score that ends the match. */
  scoreLimit: number;
  timeLimitTicks: number;
  tick: number;
  /** First tick of the world. */
  startTick: number;
  phase: Phase;
  /** Tick at which the phase ends by itself. */
  endTick: number;
  rng: number;
  /** By team, in modes of teams. */
  teamScores: number[];
  /** Rounds so far, where a mode has them (or zones, where one moves), the present one included. */
  round: number;
  objectives: Objective[];
  /** By their order on the map. */
  pickups: Pickup[];
  /** By slot, MAX_PUCKS of them. */
  pucks: Puck[];
  /** By slot, MAX_BOLTS of them. */
  bolts: Bolt[];
  /** Of the last tick. */
  events: SimEvent[];
}
