// A player's command queue and its gate, tick by tick, without a room: arrivals in, steps out.

import { COMMANDS } from '#shared/tuning.ts';
import { CommandGate, type Plan } from '../../server/rooms/commandGate.ts';

export class Queue {
  readonly gate = new CommandGate();
  size = 0;
  /** Steps of the puck in each tick, coasted ones included. */
  readonly steps: number[] = [];
  readonly plans: Plan[] = [];

  /** One tick, before which `arrivals` commands came. Returns what the gate planned. */
  tick(arrivals: number): Plan {
    this.size = Math.min(COMMANDS.bufferSize, this.size + arrivals);
    const plan = { ...this.gate.plan(this.size) };
    this.size -= plan.drop + plan.take;
    this.steps.push(plan.take + (plan.coast ? 1 : 0));
    this.plans.push(plan);
    return plan;
  }

  ticks(count: number, arrivals: number): Plan[] {
    return Array.from({ length: count }, () => this.tick(arrivals));
  }

  /** The most steps beyond its ticks that any window holds. */
  get mostAhead(): number {
    let most = 0;
    let run = 0;
    for (const steps of this.steps) {
      run = Math.max(0, run + steps - 1);
      most = Math.max(most, run);
    }
    return most;
  }
}
