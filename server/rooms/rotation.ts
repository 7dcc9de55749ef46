// Which map comes next: one for good, or several that take turns in order, shuffled or by vote.

import { randomInt } from 'node:crypto';
import { BALLOT_SIZE } from '#shared/net/protocol.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { mapOf, maps, type StoredMap } from '../maps.ts';
import type { RoomOptions } from './options.ts';

export class Rotation {
  readonly #options: Pick<RoomOptions, 'mode' | 'map' | 'maps' | 'rotation'>;
  /** Ids that are still to come, when they are shuffled. */
  #drawn: string[] = [];

  constructor(options: Pick<RoomOptions, 'mode' | 'map' | 'maps' | 'rotation'>) {
    this.#options = options;
  }

  /** The map to begin with. */
  first(): StoredMap {
    const { map, rotation } = this.#options;
    if (map) return mapOf(map);
    const turn = this.#turn();
    return (rotation === 'shuffle' ? this.#draw('') : turn[0]) ?? (this.#serving()[0] as StoredMap);
  }

  /** Maps that are put to the vote after one; none where nobody is asked. */
  candidates(present: ArenaMap): ArenaMap[] {
    const { map, rotation } = this.#options;
    if (map || rotation !== 'vote') return [];
    return this.#after(present.id)
      .slice(0, BALLOT_SIZE)
      .map((stored) => stored.map);
  }

  /**
   * What is played after `present`: the map of an id that was asked for, else the one whose turn it is. Of a host's maps the
   * present versions; where the one that was meant is gone, another, or the same again.
   */
  next(present: StoredMap, asked: string | undefined): StoredMap {
    const wish = this.#serving().find(({ map }) => map.id === asked);
    if (wish) return wish;
    const { map, rotation } = this.#options;
    if (map) return maps.get(map) ?? present;
    const { id } = present.map;
    return (rotation === 'shuffle' ? this.#draw(id) : this.#after(id)[0]) ?? maps.get(id) ?? present;
  }

  /** Whether a map can be asked for. */
  serves(id: string): boolean {
    return this.#serving().some(({ map }) => map.id === id);
  }

  /** All maps that serve the mode. */
  #serving(): StoredMap[] {
    return [...maps.values()].filter(({ map }) => map.modes.includes(this.#options.mode));
  }

  /** Those that take turns. */
  #turn(): StoredMap[] {
    const serving = this.#serving();
    const chosen = this.#options.maps?.flatMap((id) => serving.find(({ map }) => map.id === id) ?? []);
    return chosen && chosen.length > 0 ? chosen : serving;
  }

  /** In turn, from the one after an id on, without it. */
  #after(id: string): StoredMap[] {
    const turn = this.#turn();
    const at = turn.findIndex(({ map }) => map.id === id);
    return [...turn.slice(at + 1), ...turn.slice(0, Math.max(0, at))];
  }

  /** One by chance, all others before it comes again; not the one that was just played, where there is another. */
  #draw(played: string): StoredMap | undefined {
    const turn = this.#turn();
    this.#drawn = this.#drawn.filter((id) => turn.some(({ map }) => map.id === id));
    if (this.#drawn.length === 0) this.#drawn = shuffled(turn.map(({ map }) => map.id));
    if (this.#drawn.at(-1) === played) this.#drawn.unshift(this.#drawn.pop() as string);
    const id = this.#drawn.pop();
    return turn.find(({ map }) => map.id === id);
  }
}

function shuffled(ids: string[]): string[] {
  for (let i = ids.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [ids[i], ids[j]] = [ids[j] as string, ids[i] as string];
  }
  return ids;
}
