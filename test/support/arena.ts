// A world for tests of rules: pucks where the test wants them, one call a tick, all events kept.

import { ffa } from '#shared/modes/ffa.ts';
import { spawnBolt } from '#shared/sim/bolts.ts';
import { CommandBatch, neutralCommand } from '#shared/sim/commands.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { type Bolt, BUTTON, type Command, type Puck, type SimEvent, type World } from '#shared/sim/types.ts';
import { createWorld, joinPuck, leavePuck, stepWorld, type WorldSettings } from '#shared/sim/world.ts';
import { hall } from './maps.ts';

export const RIGHT = 0;
export const DOWN = 16_384;
export const LEFT = 32_768;
export const UP = 49_152;

/** What a puck does in a tick; all that is not named is still. */
export interface Deed {
  mx?: number;
  my?: number;
  aim?: number;
  fire?: boolean;
  dash?: boolean;
  parry?: boolean;
}

export function commandOf(deed: Deed): Command {
  const buttons = (deed.fire ? BUTTON.fire : 0) | (deed.dash ? BUTTON.dash : 0) | (deed.parry ? BUTTON.parry : 0);
  return { ...neutralCommand(), mx: deed.mx ?? 0, my: deed.my ?? 0, aim: deed.aim ?? 0, buttons };
}

type EventOf<T extends SimEvent['type']> = Extract<SimEvent, { type: T }>;

export class Arena {
  readonly world: World;
  readonly log: SimEvent[] = [];
  readonly #batch = new CommandBatch();

  constructor(map: ArenaMap = hall(30, 20), mode: Mode = ffa, settings: Partial<WorldSettings> = {}) {
    this.world = createWorld({ map, mode, seed: 1, ...settings });
  }

  /** A puck at a point, at rest, without its spawn shield; in modes of teams its team is as in a room, by its seat. */
  puck(slot: number, x: number, y: number, team = slot % Math.max(1, this.world.mode.teams)): Puck {
    const puck = joinPuck(this.world, { slot, name: `p${slot}`, bot: false, team });
    Object.assign(puck, { x, y, shieldEndsAt: 0 });
    return puck;
  }

  /** A puck at its spawn, as it comes. */
  join(slot: number): Puck {
    return joinPuck(this.world, { slot, name: `p${slot}`, bot: false, team: slot % Math.max(1, this.world.mode.teams) });
  }

  leave(slot: number): void {
    leavePuck(this.world, slot);
  }

  /** A bolt on its way. */
  bolt(owner: number, x: number, y: number, aim: number, level = 0): Bolt {
    return spawnBolt(this.world, owner, x, y, aim, level, 0);
  }

  /** In a tick one puck ends another with a bolt that has such a past. */
  kill(by: number, victim: number, past: Partial<Pick<Bolt, 'bounces' | 'parries'>> = {}): void {
    const target = this.world.pucks[victim];
    if (!target?.alive) throw new Error(`puck ${victim} is dead already`);
    Object.assign(target, { health: Math.min(target.health, by === victim ? 50 : 100), shieldEndsAt: 0 });
    const bolt = this.bolt(by, target.x - 32, target.y, RIGHT, 3);
    Object.assign(bolt, { contacts: 1, spawnTick: this.world.tick - 100, ...past });
    this.tick();
    if (target.alive) throw new Error(`puck ${victim} lives`);
  }

  /** One tick; who has no deed sends a still command. Returns its events. */
  tick(deeds: Record<number, Deed> = {}): SimEvent[] {
    this.#batch.clear();
    for (const puck of this.world.pucks) {
      if (puck.active) this.#batch.push(puck.slot, commandOf({ aim: puck.aim, ...deeds[puck.slot] }));
    }
    stepWorld(this.world, this.#batch);
    const events = this.world.events.map((event) => ({ ...event }));
    this.log.push(...events);
    return events;
  }

  ticks(count: number, deeds: Record<number, Deed> = {}): void {
    for (let i = 0; i < count; i++) this.tick(deeds);
  }

  /** Ticks until something holds. Returns how many it took; throws after `most`. */
  ticksUntil(holds: () => boolean, most = 600): number {
    for (let i = 0; i <= most; i++) {
      if (holds()) return i;
      this.tick();
    }
    throw new Error(`not within ${most} ticks`);
  }

  /** All events of a type so far. */
  all<T extends SimEvent['type']>(type: T): EventOf<T>[] {
    return this.log.filter((event): event is EventOf<T> => event.type === type);
  }
}
