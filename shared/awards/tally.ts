// What became of each seat in a match, for the awards. It reads what happens and changes nothing; whoever runs a match
// feeds it with every tick in which points were to be had.

import { areMates } from '../sim/scores.ts';
import type { KillEvent, Puck, World } from '../sim/types.ts';
import { MAX_PUCKS } from '../tuning.ts';

/** The deeds of one seat's holder. */
export interface Feats {
  slot: number;
  /** Of enemies. */
  kills: number;
  /** Kills with a bolt that had not bounced, and was no return. */
  directKills: number;
  /** Most counted bounces of a bolt that killed, and how often so many. */
  bankBounces: number;
  bankKills: number;
  parries: number;
  /** Of the best kill with a parried bolt: how often it was parried, and its level. */
  returnParries: number;
  returnLevel: number;
  captures: number;
  flagTicks: number;
  hillTicks: number;
  /** Ticks of the present life, and of the longest. */
  lifeTicks: number;
  longestLifeTicks: number;
}

/** The feats of somebody who has just come. */
export function noFeats(slot: number): Feats {
  return {
    slot,
    kills: 0,
    directKills: 0,
    bankBounces: 0,
    bankKills: 0,
    parries: 0,
    returnParries: 0,
    returnLevel: 0,
    captures: 0,
    flagTicks: 0,
    hillTicks: 0,
    lifeTicks: 0,
    longestLifeTicks: 0,
  };
}

export class Tally {
  /** By slot. */
  readonly feats: readonly Feats[] = Array.from({ length: MAX_PUCKS }, (_, slot) => noFeats(slot));

  /** Takes a tick of a match in play, after its step. */
  observe(world: World): void {
    for (const event of world.events) {
      if (event.type === 'kill') this.#kill(world, event);
      else if (event.type === 'parry') this.#of(event.slot).parries++;
      else if (event.type === 'flag' && event.act === 'captured') this.#of(event.slot).captures++;
    }
    const kind = world.objectives[0]?.kind;
    for (const puck of world.pucks) {
      if (!puck.active) continue;
      const feats = this.#of(puck.slot);
      if (kind === 'flag') feats.flagTicks = puck.objectiveTicks;
      if (kind === 'zone') feats.hillTicks = puck.objectiveTicks;
      feats.lifeTicks = puck.alive ? feats.lifeTicks + 1 : 0;
      feats.longestLifeTicks = Math.max(feats.longestLifeTicks, feats.lifeTicks);
    }
  }

  /** A seat's holder has gone: what they did goes with them. */
  forget(slot: number): void {
    Object.assign(this.#of(slot), noFeats(slot));
  }

  #of(slot: number): Feats {
    return this.feats[slot] as Feats;
  }

  /** A kill of an enemy; what a bolt did to its own owner or team is nobody's feat, and the arena's fire is no bolt. */
  #kill(world: World, { by, slot, own, bolt, bounces, parries, level }: KillEvent): void {
    if (by < 0 || areMates(world, world.pucks[by] as Puck, world.pucks[slot] as Puck)) return;
    const feats = this.#of(by);
    feats.kills++;
    if (own || bolt < 0) return;
    if (bounces === 0 && parries === 0) feats.directKills++;
    if (bounces > feats.bankBounces) {
      feats.bankBounces = bounces;
      feats.bankKills = 0;
    }
    if (bounces > 0 && bounces === feats.bankBounces) feats.bankKills++;
    if (parries === 0 || parries < feats.returnParries) return;
    feats.returnLevel = parries > feats.returnParries ? level : Math.max(level, feats.returnLevel);
    feats.returnParries = parries;
  }
}
