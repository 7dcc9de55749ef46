// Random commands: any at all for properties, and a person's for recordings (smooth aim, held sticks, bursts).

import fc from 'fast-check';
import { AIM_STEPS } from '#shared/sim/math.ts';
import { random, type Seeded } from '#shared/sim/rng.ts';
import { BUTTON, type Command } from '#shared/sim/types.ts';

const STICK = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -127, max: 127 }) },
  { weight: 2, arbitrary: fc.constantFrom(-127, 0, 127) },
);

/** One command of any kind. */
export const anyCommand: fc.Arbitrary<Command> = fc.record({ mx: STICK, my: STICK, aim: fc.nat(AIM_STEPS - 1), buttons: fc.nat(7) });

/** Up to `count` commands, each held for up to `ticks`. */
export function commandStretches(count: number, ticks: number): fc.Arbitrary<Command[]> {
  const stretch = fc.record({ command: anyCommand, length: fc.integer({ min: 1, max: ticks }) });
  return fc
    .array(stretch, { minLength: 1, maxLength: count })
    .map((list) => list.flatMap(({ command, length }) => Array.from({ length }, () => command)));
}

/** Plays like a person's hands: the same seed gives the same commands. */
export class Hands {
  readonly #seeded: Seeded;
  readonly #command: Command = { mx: 0, my: 0, aim: 0, buttons: 0 };
  #aim = 0;
  #turn = 0;
  #stickLeft = 0;
  #aimLeft = 0;
  #burstLeft = 0;
  #pressed = 0;

  constructor(seed: number) {
    this.#seeded = { rng: seed >>> 0 };
  }

  /** The command of the next tick. The returned object is reused. */
  next(): Command {
    const command = this.#command;
    if (--this.#stickLeft <= 0) this.#moveStick(command);
    if (--this.#aimLeft <= 0) {
      this.#aimLeft = this.#between(10, 40);
      this.#turn = (this.#share() - 0.5) * 1600;
    }
    // A mouse that glides, with the noise of a hand.
    this.#aim += this.#turn + (this.#share() - 0.5) * 120;
    command.aim = Math.round(this.#aim) & (AIM_STEPS - 1);
    command.buttons = this.#buttons();
    return command;
  }

  #moveStick(command: Command): void {
    this.#stickLeft = this.#between(12, 48);
    const kind = this.#share();
    const axis = () => Math.round(this.#share() * 2 - 1) * 127;
    const any = () => Math.round((this.#share() * 2 - 1) * 127);
    [command.mx, command.my] = kind < 0.15 ? [0, 0] : kind < 0.7 ? [axis(), axis()] : [any(), any()];
  }

  #buttons(): number {
    if (this.#burstLeft > 0) this.#burstLeft--;
    else if (this.#share() < 0.02) this.#burstLeft = this.#between(4, 40);
    // A press is held for a few ticks.
    if (this.#pressed >= 16) this.#pressed -= 16;
    else this.#pressed = this.#share() < 0.012 ? BUTTON.dash + 16 * 4 : this.#share() < 0.012 ? BUTTON.parry + 16 * 5 : 0;
    return (this.#pressed & 15) | (this.#burstLeft > 0 ? BUTTON.fire : 0);
  }

  #share(): number {
    return random(this.#seeded);
  }

  #between(low: number, high: number): number {
    return Math.round(low + this.#share() * (high - low));
  }
}
