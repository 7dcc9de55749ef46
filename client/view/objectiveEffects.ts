// What the events of pickups and objectives look like: a burst where something was taken, rings where a flag goes or
// comes home, where a zone opens, around the winner of a round.

import type { MatchEvent } from '#shared/net/messages.ts';
import type { FlagAct } from '#shared/sim/types.ts';
import type { SessionListener } from '../net/sessionTypes.ts';
import type { Stage } from './effects.ts';
import { pickupColor } from './pickupArt.ts';

type EventOf<T extends MatchEvent['type']> = Extract<MatchEvent, { type: T }>;
const WHITE = 0xffffff;

export class ObjectiveEffects implements SessionListener {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  onEvent(event: MatchEvent): void {
    if (event.type === 'pickup') this.#pickup(event);
    else if (event.type === 'flag') this.#flag(event);
    else if (event.type === 'zone') this.#zone(event);
    else if (event.type === 'round') this.#round(event);
  }

  #pickup({ index }: EventOf<'pickup'>): void {
    const { sprites, particles, map, flashes } = this.#stage;
    const point = map()?.pickups[index];
    if (!point) return;
    const { x, y, kind } = point;
    const color = pickupColor(kind.id);
    particles.sparks(x, y, color, 16);
    particles.debris(x, y, color, 10);
    sprites.add('ring', x, y, color, 0.08, 0.42, 0.42);
    if (flashes.allows(false)) sprites.add('glow', x, y, color, 1.2, 0.4, 0.3);
    this.#stage.grid()?.blast(x, y, 6, 220);
  }

  #flag({ slot, team, act }: EventOf<'flag'>): void {
    const { map, puckAt, teamColor } = this.#stage;
    const place = act === 'returned' ? map()?.flags.find((base) => base.team === team) : (puckAt(slot) ?? this.#flagOf(team));
    if (place) this.#flagAct(act, place.x, place.y, teamColor(team), slot < 0 ? WHITE : this.#stage.colorOf(slot));
  }

  /** `color` is the flag's, `by` that of whoever acted. */
  #flagAct(act: FlagAct, x: number, y: number, color: number, by: number): void {
    const { sprites, particles, flashes } = this.#stage;
    if (act === 'captured') {
      this.#triumph(x, y, by, color);
      return;
    }
    particles.sparks(x, y, color, 18);
    if (act === 'returned') sprites.add('ring', x, y, color, 0.9, 0.3, 0.6);
    else sprites.add('ring', x, y, color, 0.12, act === 'taken' ? 0.75 : 0.45, 0.5);
    sprites.add('ring', x, y, WHITE, 0.1, 0.32, 0.35, 0.8);
    if (flashes.allows(false)) sprites.add('glow', x, y, color, 1.6, 0.5, 0.35);
    this.#stage.grid()?.blast(x, y, act === 'returned' ? -12 : 12, 300);
  }

  #zone({ team, act }: EventOf<'zone'>): void {
    const { sprites, objectives, teamColor } = this.#stage;
    const zone = objectives().find(({ kind }) => kind === 'zone');
    if (!zone || act === 'contested') return;
    const { x, y } = zone;
    if (act === 'moved') {
      sprites.add('ring', x, y, WHITE, 2.4, 0.3, 0.8);
      sprites.add('ring', x, y, WHITE, 1.5, 0.2, 0.6, 0.6);
      this.#stage.grid()?.blast(x, y, -20, 420);
    } else if (act === 'held') {
      sprites.add('ring', x, y, teamColor(team), 0.2, 1.2, 0.55, 0.9);
      this.#stage.grid()?.blast(x, y, 10, 360);
    }
  }

  #round({ slot, act }: EventOf<'round'>): void {
    const winner = act === 'ended' && slot >= 0 ? this.#stage.puckAt(slot) : undefined;
    if (winner) this.#triumph(winner.x, winner.y, this.#stage.colorOf(slot), WHITE);
  }

  #triumph(x: number, y: number, color: number, second: number): void {
    const { sprites, particles, calm, flashes } = this.#stage;
    particles.sparks(x, y, color, 50);
    particles.debris(x, y, second, 26);
    particles.debris(x, y, color, 20);
    sprites.add('ring', x, y, color, 0.15, 1.7, 0.9);
    sprites.add('ring', x, y, second, 0.1, 1.1, 0.75, 0.8);
    sprites.add('ring', x, y, WHITE, 0.05, 0.6, 0.5);
    if (flashes.allows(!calm())) sprites.add('glow', x, y, color, calm() ? 1.2 : 3, 1, 0.45, calm() ? 0.5 : 0.9);
    this.#stage.grid()?.blast(x, y, 30, 460);
  }

  #flagOf(team: number): { x: number; y: number } | undefined {
    return this.#stage.objectives().find((objective) => objective.kind === 'flag' && objective.team === team);
  }
}
