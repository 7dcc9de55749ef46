// The world as plain data. Steps are functions over these shapes; the schema, the recording and the client's
// prediction all hold the same numbers.

import type { ArenaMap } from './map.ts';
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

/** What happened in a tick, for feeds, sounds and awards; never needed to compute the state. */
export type SimEvent =
  | { type: 'shot'; tick: number; slot: number; bolt: number }
  | { type: 'hit'; tick: number; slot: number; by: number; damage: number; level: number; x: number; y: number }
  | { type: 'block'; tick: number; slot: number; by: number; x: number; y: number }
  | { type: 'parry'; tick: number; slot: number; from: number; level: number; x: number; y: number }
  | { type: 'kill'; tick: number; slot: number; by: number; level: number; bounces: number; own: boolean; bolt: number }
  | { type: 'spawn'; tick: number; slot: number; x: number; y: number }
  | { type: 'over'; tick: number };

export type Phase = 'live' | 'over';

export interface World {
  map: ArenaMap;
  mode: Mode;
  friendlyFire: boolean;
  tick: number;
  /** First tick of the match. */
  startTick: number;
  phase: Phase;
  /** While live, the tick at which time is up; then the tick at which it ended. */
  endTick: number;
  rng: number;
  /** By slot, MAX_PUCKS of them. */
  pucks: Puck[];
  /** By slot, MAX_BOLTS of them. */
  bolts: Bolt[];
  /** Of the last tick. */
  events: SimEvent[];
}
