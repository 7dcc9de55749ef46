// How hot a match is, for the music: bolts that are near, a score that is close to its end, time that runs out, overtime.

import type { AnySession } from '../net/session.ts';

/** What counts, each 0 to 1. */
export interface Heat {
  /** Bolts around one's ear. */
  bolts: number;
  /** How near somebody is to winning, and how close the others are. */
  score: number;
  /** How little time is left. */
  clock: number;
  /** How little health is left. */
  danger: number;
  overtime: boolean;
}

/** What is there when nothing happens: a match is never quite calm. */
const REST = 0.16;
const WEIGHTS = { bolts: 0.5, score: 0.18, clock: 0.2, danger: 0.12 } as const;
/** Overtime is never calmer than this. */
const OVERTIME = 0.85;
/** Units within which bolts count, and how many cool ones beside one's ear make nearly the whole. */
const REACH = 750;
const MANY = 3;
/** Seconds before the end from which the clock counts. */
const LAST_S = 45;
const TICKS_A_SECOND = 60;
/** Share of the score from which it counts. */
const LATE = 0.5;
/** Seconds in which the heat follows: up quickly, down slowly. */
const RISE_S = 1.2;
const FALL_S = 6;

/** All of it as one, 0 to 1. */
export function heatOf({ bolts, score, clock, danger, overtime }: Heat): number {
  const sum = REST + bolts * WEIGHTS.bolts + score * WEIGHTS.score + clock * WEIGHTS.clock + danger * WEIGHTS.danger;
  return Math.min(1, overtime ? Math.max(OVERTIME, sum) : sum);
}

/** What the heat is after so many seconds on its way to another. */
export function follow(heat: number, wanted: number, seconds: number): number {
  return heat + (wanted - heat) * (1 - Math.exp(-seconds / (wanted > heat ? RISE_S : FALL_S)));
}

/** 0 to 1 by the bolts near a place; hot ones count more. */
export function boltHeat(
  bolts: Iterable<{ x: number; y: number; level: number; visible: boolean }>,
  ear: { x: number; y: number },
): number {
  let sum = 0;
  for (const { x, y, level, visible } of bolts) {
    const near = 1 - Math.hypot(x - ear.x, y - ear.y) / REACH;
    if (visible && near > 0) sum += near * (1 + level * 0.5);
  }
  return 1 - Math.exp(-sum / MANY);
}

/** 0 to 1 by the two best scores and the one that wins. */
export function scoreHeat(scores: readonly number[], limit: number): number {
  const [first = 0, second = 0] = [...scores].sort((a, b) => b - a);
  if (limit <= 0) return 0;
  const late = Math.max(0, (first / limit - LATE) / (1 - LATE));
  const close = 1 - Math.min(1, (first - second) / Math.max(1, limit * 0.25));
  return Math.min(1, late) * (0.6 + 0.4 * close);
}

/** 0 to 1 by the seconds that are left. */
export function clockHeat(seconds: number): number {
  return Math.max(0, Math.min(1, 1 - seconds / LAST_S));
}

/** What there is to a session's heat, heard from a place. */
export function measureHeat(session: AnySession, ear: { x: number; y: number }): Heat {
  const { state, mode, own, phase, flights } = session;
  const playing = session.playing;
  const scores = mode.teams > 0 ? [...state.teamScores] : state.pucks.filter(({ active }) => active).map(({ score }) => score);
  return {
    bolts: boltHeat(flights.all(), ear),
    score: playing ? scoreHeat(scores, state.scoreLimit) : 0,
    clock: phase === 'live' ? clockHeat((state.endTick - state.tick) / TICKS_A_SECOND) : 0,
    danger: own?.alive ? Math.max(0, 1 - own.health / 50) : 0,
    overtime: phase === 'overtime',
  };
}
