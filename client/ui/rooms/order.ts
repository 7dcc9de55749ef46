// Which rooms of the list are shown, and in which order.

import type { ListedRoom } from './lobby.ts';

export interface Filters {
  /** A mode's or a map's id; empty for all. */
  mode: string;
  map: string;
  /** Only those with a free seat. */
  place: boolean;
  /** Only those that anybody may enter. */
  open: boolean;
  /** A friend's code, or a part of a room's name. */
  words: string;
}

export const NO_FILTERS: Filters = { mode: '', map: '', place: false, open: false, words: '' };

export const SORTS = ['best', 'people', 'time', 'name'] as const;
export type Sort = (typeof SORTS)[number];

/** Whether somebody can play there now. */
export const hasPlace = ({ people, seats, locked }: ListedRoom): boolean => people < seats && !locked;

/** The rooms that pass. */
export function filtered(rooms: readonly ListedRoom[], { mode, map, place, open, words }: Filters): ListedRoom[] {
  const wanted = words.trim().toLowerCase();
  return rooms.filter(
    (room) =>
      (mode === '' || room.mode === mode) &&
      (map === '' || room.map === map) &&
      (!place || hasPlace(room)) &&
      (!open || !room.password) &&
      (wanted === '' || room.code.toLowerCase().includes(wanted) || room.title.toLowerCase().includes(wanted)),
  );
}

/** Rooms in an order: `best` is where one can play with most people. */
export function sorted(rooms: readonly ListedRoom[], by: Sort): ListedRoom[] {
  const compare: Record<Sort, (a: ListedRoom, b: ListedRoom) => number> = {
    best: (a, b) => worth(b) - worth(a),
    people: (a, b) => b.people - a.people,
    time: (a, b) => (b.endsAt || Number.POSITIVE_INFINITY) - (a.endsAt || Number.POSITIVE_INFINITY),
    name: (a, b) => (a.title || a.code).localeCompare(b.title || b.code),
  };
  return [...rooms].sort((a, b) => compare[by](a, b) || a.code.localeCompare(b.code));
}

const worth = (room: ListedRoom): number => room.people + (hasPlace(room) ? 100 : 0) - (room.password ? 50 : 0);

/** Matches worth watching, the best first: many who play, a match under way, many who watch already. */
export function worthWatching(rooms: readonly ListedRoom[]): ListedRoom[] {
  const value = ({ people, bots, spectators, phase }: ListedRoom): number =>
    people * 4 + bots + spectators * 2 + (phase === 'live' || phase === 'overtime' ? 6 : 0) + (phase === 'overtime' ? 6 : 0);
  return rooms.filter(({ people, bots }) => people + bots > 1).sort((a, b) => value(b) - value(a) || a.code.localeCompare(b.code));
}
