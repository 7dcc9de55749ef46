// What each mode is called and what one does in it, in the order of menus. Free of rules, so that a menu can show it
// before the simulation is there.

export interface ModeName {
  id: string;
  name: string;
  /** What to do, in one sentence for a new player. */
  summary: string;
}

export const MODE_NAMES = {
  ffa: {
    id: 'ffa',
    name: 'Free-for-all',
    summary: 'Everyone for themselves: a kill is a point, a kill after two bounces is two.',
  },
  tdm: {
    id: 'tdm',
    name: 'Team deathmatch',
    summary: 'Two teams: a kill is a point for yours, a kill after two bounces is two.',
  },
  ctf: {
    id: 'ctf',
    name: 'Capture the flag',
    summary: 'Take the enemy’s flag and carry it to your own, which must be at home.',
  },
  king: {
    id: 'king',
    name: 'King of the hill',
    summary: 'Be on the hill while no enemy is: each second is a point. It moves.',
  },
  last: {
    id: 'last',
    name: 'Last one standing',
    summary: 'One life a round, and the arena closes in: stay inside, and be the last.',
  },
} as const satisfies Record<string, ModeName>;

/** What is played when nobody asks for another. */
export const DEFAULT_MODE = 'ffa';
