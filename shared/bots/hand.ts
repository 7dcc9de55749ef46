// The aim of a bot moves like a hand: it speeds up, turns at most so fast, and slows down before it arrives.

import { AIM_STEPS, clamp } from '../sim/math.ts';
import type { Level } from './levels.ts';

const HALF = AIM_STEPS / 2;

/** The turn from one aim to another the short way, in steps: -HALF to HALF. */
export function turnTo(from: number, to: number): number {
  return ((((to - from + HALF) % AIM_STEPS) + AIM_STEPS) % AIM_STEPS) - HALF;
}

export class Hand {
  /** In aim steps, not whole. */
  aim: number;
  readonly #level: Level;
  #speed = 0;

  constructor(aim: number, level: Level) {
    this.aim = aim;
    this.#level = level;
  }

  /** One tick toward a wanted aim. Returns how far it is off then. */
  turn(wanted: number): number {
    const { turn, turnGain } = this.#level;
    const off = turnTo(this.aim, wanted);
    const distance = Math.abs(off);
    const best = Math.min(turn, distance, Math.sqrt(2 * turnGain * distance));
    this.#speed += clamp(Math.sign(off) * best - this.#speed, -turnGain, turnGain);
    this.aim = (this.aim + this.#speed + AIM_STEPS) % AIM_STEPS;
    return Math.abs(turnTo(this.aim, wanted));
  }
}
