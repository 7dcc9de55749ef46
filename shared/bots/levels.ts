// How well a bot plays: one row of numbers a level. Nothing else in a bot depends on its level.

import { AIM_STEPS } from '../sim/math.ts';

export interface Level {
  /** Ticks from seeing to acting. */
  reactionTicks: number;
  /** An enemy that is no longer seen is kept in mind for so long. */
  memoryTicks: number;
  /** Half the field of view, in aim steps either side of the aim. */
  view: number;
  /** Fastest turn of the aim, in steps a tick, and how fast it gets there, in steps a tick each tick. */
  turn: number;
  turnGain: number;
  /** Largest error of a shot, in aim steps. */
  aimError: number;
  /** Share of a target's way that a shot is led by. */
  lead: number;
  /** Shares of the bolts that would hit which are met by a parry, or else by getting out of the way. */
  parryRate: number;
  dodgeRate: number;
  /** Share of the shots for which a bank is looked for first, and mirrors tried at each thought while it is. */
  bankRate: number;
  mirrors: number;
}

const degrees = (count: number): number => (count / 360) * AIM_STEPS;

export const LEVELS = {
  rookie: {
    reactionTicks: 24,
    memoryTicks: 60,
    view: degrees(75),
    turn: degrees(5),
    turnGain: degrees(0.7),
    aimError: degrees(16),
    lead: 0.4,
    parryRate: 0.04,
    dodgeRate: 0.15,
    bankRate: 0.25,
    mirrors: 1,
  },
  regular: {
    reactionTicks: 13,
    memoryTicks: 120,
    view: degrees(110),
    turn: degrees(9),
    turnGain: degrees(1.5),
    aimError: degrees(12),
    lead: 0.7,
    parryRate: 0.3,
    dodgeRate: 0.62,
    bankRate: 0.85,
    mirrors: 4,
  },
  ace: {
    reactionTicks: 8,
    memoryTicks: 240,
    view: degrees(150),
    turn: degrees(15),
    turnGain: degrees(3),
    aimError: degrees(3),
    lead: 1,
    parryRate: 0.4,
    dodgeRate: 0.65,
    bankRate: 0.9,
    mirrors: 8,
  },
} as const satisfies Record<string, Level>;

export type LevelId = keyof typeof LEVELS;

/** What a bot plays at if nobody says. */
export const DEFAULT_LEVEL: LevelId = 'regular';
