// What a host wishes for a match, as the form holds it, kept for the next time.

import type { LevelId } from '#shared/bots/levels.ts';
import type { RotationKind } from '#shared/net/hosting.ts';
import type { PublicMap } from '#shared/net/reports.ts';
import type { RoomWishes } from '../../net/index.ts';
import { SERVER } from '../load.ts';

export interface HostWishes {
  title: string;
  mode: string;
  /** Ids in the order in which they take turns; empty for all that serve the mode. */
  maps: string[];
  rotation: RotationKind;
  /** 0: the mode's own. */
  scoreLimit: number;
  timeLimitS: number;
  cap: number;
  spectators: number;
  bots: number;
  botLevel: LevelId;
  friendlyFire: boolean;
  /** Milliseconds of round trip that a player may have; 0 for any. */
  pingLimitMs: number;
  private: boolean;
  password: string;
}

const KEY = 'carom.host';

const USUAL: HostWishes = {
  title: '',
  mode: 'ffa',
  maps: [],
  rotation: 'vote',
  scoreLimit: 0,
  timeLimitS: 0,
  cap: 16,
  spectators: 32,
  bots: 6,
  botLevel: 'regular',
  friendlyFire: false,
  pingLimitMs: 0,
  private: true,
  password: '',
};

/** What was wished for the last time, without the password. */
export function lastWishes(): HostWishes {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<HostWishes>;
    const same = Object.entries(USUAL).filter(([key, usual]) => typeof kept[key as keyof HostWishes] === typeof usual);
    const wishes = Object.fromEntries(same.map(([key]) => [key, kept[key as keyof HostWishes]]));
    return { ...USUAL, ...wishes, maps: Array.isArray(kept.maps) ? kept.maps.map(String) : [], password: '' };
  } catch {
    return USUAL;
  }
}

export function keepWishes(wishes: HostWishes): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...wishes, password: '' }));
  } catch {
    // Nowhere to keep them.
  }
}

/** In the words of the server. */
export function roomWishes({ maps, scoreLimit, timeLimitS, ...rest }: HostWishes): RoomWishes {
  return {
    ...rest,
    ...(maps.length > 0 ? { maps } : {}),
    ...(scoreLimit > 0 ? { scoreLimit } : {}),
    ...(timeLimitS > 0 ? { timeLimitS } : {}),
  };
}

/** All maps that the server has. */
export async function fetchMaps(): Promise<PublicMap[]> {
  return (await fetch(`${SERVER}/api/maps`)).json() as Promise<PublicMap[]>;
}
