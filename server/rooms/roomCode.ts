// Room codes: five letters that cannot be misread, and the id of the room at once.

import { randomInt } from 'node:crypto';

/** Without I, O (like 1 and 0), U and V (like each other), B and D (heard alike with P and T). */
const LETTERS = 'ACEFGHJKLMNPQRSTWXYZ';
const LENGTH = 5;
/** Any code, whoever chose it. */
export const ROOM_CODE = /^[A-Z]{5}$/;

/** The code that a room is to have, else one by chance, none of those that are taken. Throws when the wanted one is taken. */
export function freeCode(wanted: string | undefined, taken: ReadonlySet<string>): string {
  if (wanted !== undefined && taken.has(wanted)) throw new Error(`there is a room ${wanted} already`);
  let code = wanted ?? newRoomCode();
  while (taken.has(code)) code = newRoomCode();
  return code;
}

/** A code by chance; one in 3.2 million. */
export function newRoomCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
