// What a tab keeps for itself: it survives a refresh and is not shared with other tabs. Storage may be forbidden: then
// a refresh is a new visit.

import { PARTY_MAX } from '#shared/net/protocol.ts';
import { isCode } from './links.ts';

const SEAT = 'carom.seat';
const PARTY = 'carom.party';
const RELOADED = 'carom.reloaded';

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Nowhere to keep it.
  }
}

/**
 * The room in which this tab plays, known to the page that comes after a refresh. It is written only when the page goes:
 * a duplicated tab does not find it, and so does not fight for the seat.
 */
export const ownSeat = {
  keep: (code: string): void => write(SEAT, code),
  /** Gives it once. */
  take: (): string | null => {
    const code = read(SEAT);
    write(SEAT, null);
    return code && isCode(code) ? code : null;
  },
};

/** A page of this version works. */
export const entered = (): void => write(RELOADED, null);

/** The page is from another version than the server: reloads it, but only once. Returns whether it does. */
export function reloadOnce(): boolean {
  if (read(RELOADED)) return false;
  write(RELOADED, 'yes');
  location.reload();
  return true;
}

let ownParty = '';

/** The word of those whom one plays with: of the link that one came by, else one's own, which is in the links that one shares. */
export function party(): string {
  ownParty ||= fromLink() || read(PARTY) || Math.random().toString(36).slice(2, 10);
  write(PARTY, ownParty);
  return ownParty;
}

function fromLink(): string {
  const word = new URLSearchParams(location.search).get('with') ?? '';
  return /^\w+$/.test(word) ? word.slice(0, PARTY_MAX) : '';
}
