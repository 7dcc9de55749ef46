// From a player's waiting commands into the batch of a tick, as many as their gate lets through.

import type { CommandState } from '#shared/net/schema.ts';
import { neutralCommand } from '#shared/sim/commands.ts';
import type { Puck } from '#shared/sim/types.ts';
import type { Match } from './match.ts';
import type { Seat } from './seats.ts';

/** A player's queue, as the framework offers it. */
export interface CommandQueue {
  readonly size: number;
  next(): CommandState | undefined;
}

const neutral = neutralCommand();

/** Takes a player's commands for the coming tick. */
export function takeCommands(seat: Seat, queue: CommandQueue, { batch, world }: Match): void {
  const plan = seat.gate.plan(queue.size);
  seat.queueMin = Math.min(seat.queueMin, queue.size);
  seat.queueMax = Math.max(seat.queueMax, queue.size);
  for (let i = 0; i < plan.drop; i++) queue.next();
  for (let i = 0; i < plan.take; i++) {
    const command = queue.next() as CommandState;
    seat.idle.saw(command, world.tick);
    batch.push(seat.slot, command);
  }
  if (plan.coast) {
    neutral.aim = (world.pucks[seat.slot] as Puck).aim;
    batch.push(seat.slot, neutral);
  }
  if (plan.take === 0) seat.starved++;
  seat.taken += plan.take;
}
