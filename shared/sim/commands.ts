// The commands of one tick: none, one or two a puck, in preallocated places, so that a tick makes no garbage.

import { MAX_PUCKS, PUCK } from '../tuning.ts';
import { AIM_STEPS, clamp } from './math.ts';
import { BUTTON, type Command } from './types.ts';

/** A puck takes at most so many commands a tick. */
const MAX_COMMANDS_A_TICK = 2;

const ALL_BUTTONS = BUTTON.fire | BUTTON.dash | BUTTON.parry;

/** A command that does nothing. */
export function neutralCommand(): Command {
  return { mx: 0, my: 0, aim: 0, buttons: 0 };
}

/** Copies a command, forcing every field into its range; whatever is no number becomes 0. */
export function copyCommand(to: Command, from: Command): Command {
  to.mx = clamp(Math.trunc(from.mx) || 0, -PUCK.stickMax, PUCK.stickMax);
  to.my = clamp(Math.trunc(from.my) || 0, -PUCK.stickMax, PUCK.stickMax);
  to.aim = (Math.trunc(from.aim) || 0) & (AIM_STEPS - 1);
  to.buttons = (Math.trunc(from.buttons) || 0) & ALL_BUTTONS;
  return to;
}

export class CommandBatch {
  readonly #counts = new Uint8Array(MAX_PUCKS);
  readonly #commands = Array.from({ length: MAX_PUCKS * MAX_COMMANDS_A_TICK }, neutralCommand);

  /** Empties it for the next tick. */
  clear(): void {
    this.#counts.fill(0);
  }

  /** Adds a copy of a command, clamped to its ranges. Throws when the puck has its two already. */
  push(slot: number, command: Command): void {
    const count = this.countOf(slot);
    if (count >= MAX_COMMANDS_A_TICK) throw new Error(`puck ${slot} has ${count} commands in this tick already`);
    copyCommand(this.#commands[slot * MAX_COMMANDS_A_TICK + count] as Command, command);
    this.#counts[slot] = count + 1;
  }

  /** How many commands a puck takes in this tick. */
  countOf(slot: number): number {
    return this.#counts[slot] as number;
  }

  /** The command of a puck, in order. */
  at(slot: number, index: number): Command {
    return this.#commands[slot * MAX_COMMANDS_A_TICK + index] as Command;
  }
}
