// Into a match and back into it: quick join, the return after a drop or a refresh, and the match's map.

import { Client, type Room } from 'colyseus.js';
import type { LevelId } from '#shared/bots/levels.ts';
import { DEFAULT_MODE } from '#shared/modes/index.ts';
import type { HostMessage, PollMessage, RotationKind } from '#shared/net/hosting.ts';
import { CLOSE, type JoinOptions, MESSAGE, PROTOCOL, REFUSED } from '#shared/net/messages.ts';
import { LobbyState, MatchState } from '#shared/net/schema.ts';
import { RULES } from '#shared/replay/rules.ts';
import { passport } from './passport.ts';

export type MatchConnection = Room<unknown, MatchState>;
export type LobbyConnection = Room<unknown, LobbyState>;

/** Wishes for a room that is opened if none is running. */
export interface RoomWishes extends JoinWords {
  mode?: string;
  map?: string;
  bots?: number;
  private?: boolean;
  /** In place of the mode's own. */
  scoreLimit?: number;
  timeLimitS?: number;
  /** Seconds from enough pucks to the match. */
  countdownS?: number;
  friendlyFire?: boolean;
  /** Maps that take turns, and how. */
  maps?: string[];
  rotation?: RotationKind;
  botLevel?: LevelId;
  /** People who may play, and who may watch. */
  cap?: number;
  spectators?: number;
  title?: string;
  /** Whoever opens it runs it. */
  hosted?: boolean;
  password?: string;
  /** Rude words in what is written are starred out. */
  filter?: boolean;
  /** Milliseconds that a player's round trip may take for long; 0 for no limit. */
  pingLimitMs?: number;
}

/** What a join may say besides. */
export interface JoinWords {
  /** Of one's identity: the page's own (passport.ts), unless said otherwise. */
  token?: string;
  /** Goes on here with the seat that one has in another tab. */
  takeOver?: boolean;
  /** With whom one came. */
  party?: string;
  /** One who watches waits for a seat. */
  wait?: boolean;
  /** An operator's, to watch unseen. */
  ticket?: string;
}

const optionsOf = (name: string, spectate: boolean, password = '', words: JoinWords = {}): JoinOptions => ({
  ...passport.words,
  ...words,
  name,
  protocol: PROTOCOL,
  rules: RULES,
  spectate,
  password,
});

/** Joins a running match or opens one. Rejects with the server's sentence. */
export async function quickJoin(url: string, name: string, wishes: RoomWishes = {}): Promise<MatchConnection> {
  // Rooms are found by the mode that they were opened with, so it is always said.
  const asked = { mode: DEFAULT_MODE, ...wishes };
  return joinAny(url, name, asked).catch((error) => {
    // Somebody may have been quicker to the last seat: then the next room has one.
    if (isFull(error)) return joinAny(url, name, asked);
    // It leads to the same room again: one's own is the way to play on.
    if (isKicked(error)) return createMatch(url, name, asked);
    throw error;
  });
}

async function joinAny(url: string, name: string, wishes: RoomWishes): Promise<MatchConnection> {
  return prepare(await new Client(url).joinOrCreate<MatchState>('match', { ...optionsOf(name, false), ...wishes }, MatchState));
}

/** Opens a room of its own. */
export async function createMatch(url: string, name: string, wishes: RoomWishes = {}): Promise<MatchConnection> {
  return prepare(await new Client(url).create<MatchState>('match', { ...optionsOf(name, false), ...wishes }, MatchState));
}

/** Joins the room of a code; some take a password. */
export async function joinMatch(url: string, code: string, name: string, password?: string, words?: JoinWords): Promise<MatchConnection> {
  return prepare(await new Client(url).joinById<MatchState>(code, optionsOf(name, false, password, words), MatchState));
}

/** Watches the room of a code, without a puck. */
export async function watchMatch(url: string, code: string, name: string, password?: string, words?: JoinWords): Promise<MatchConnection> {
  return prepare(await new Client(url).joinById<MatchState>(code, optionsOf(name, true, password, words), MatchState));
}

/** Enters the list of public rooms. */
export async function enterLobby(url: string, name: string): Promise<LobbyConnection> {
  return new Client(url).joinOrCreate<LobbyState>('lobby', optionsOf(name, false), LobbyState);
}

/** A spectator takes a free seat and is a player from the next snapshot on. Rejects when there is none. */
export async function takeSeat(room: MatchConnection): Promise<void> {
  await room.request(MESSAGE.seat);
}

/** A player is for the map at an index of the state's ballot; a later vote replaces it. */
export async function vote(room: MatchConnection, index: number): Promise<void> {
  await room.request(MESSAGE.vote, index);
}

/** The room's host does something. Rejects with the server's sentence when it is refused. */
export async function actAsHost(room: MatchConnection, act: HostMessage): Promise<void> {
  await room.request(MESSAGE.host, act);
}

/** Begins a vote, or answers the one that runs. Rejects with the server's sentence. */
export async function poll(room: MatchConnection, message: PollMessage): Promise<void> {
  await room.request(MESSAGE.poll, message);
}

/** Whether a join failed for want of the right password. */
export const needsPassword = (error: unknown): boolean => codeOf(error) === REFUSED.password || codeOf(error) === REFUSED.wrongPassword;

/** Whether a join failed because nobody new may play: the match can still be watched. */
export const isLocked = (error: unknown): boolean => codeOf(error) === REFUSED.locked;

/** Whether a join failed because the match has no free seat: it can still be watched. */
export const isFull = (error: unknown): boolean => codeOf(error) === REFUSED.full;

/** Whether a join failed because one was sent away from the room. */
const isKicked = (error: unknown): boolean => codeOf(error) === REFUSED.kicked;

/** Whether a join failed because the page is from another version than the server: a reload helps. */
export const isOutdated = (error: unknown): boolean => codeOf(error) === REFUSED.outdated;

/** Whether a join failed because the token is good for nothing: a new identity helps. */
export const needsIdentity = (error: unknown): boolean => codeOf(error) === REFUSED.identity;

/** Whether a join failed because the same person plays there in another tab. */
export const isElsewhere = (error: unknown): boolean => codeOf(error) === REFUSED.elsewhere;

/** Whether there is no room of that code. */
export const isNoRoom = (error: unknown): boolean => codeOf(error) === NO_ROOM;

/** Whether the server has spoken, and trying again would not help: all but a full server, and one that is not there. */
export const isRefused = (error: unknown): boolean => {
  const code = codeOf(error);
  return code !== REFUSED.rooms && code !== REFUSED.tooFast && Object.values<number>(REFUSED).includes(code);
};

/** Whether a connection was closed for good: one was sent away, or went oneself, or plays on in another tab. */
export const isFarewell = (code: number): boolean => code === CONSENTED || Object.values<number>(CLOSE).includes(code);

/** Waits for a seat, or not any more; only for one who watches. */
export async function waitInLine(room: MatchConnection, wait: boolean): Promise<void> {
  await room.request(MESSAGE.line, wait);
}

/** The framework's codes. */
const NO_ROOM = 522;
const CONSENTED = 4000;

const codeOf = (error: unknown): number => (error as { code?: number } | undefined)?.code ?? 0;

/** Takes a seat that is still being kept. Rejects when it is not. */
export async function returnToMatch(url: string, token: string): Promise<MatchConnection> {
  return prepare(await new Client(url).reconnect<MatchState>(token, MatchState));
}

function prepare(room: MatchConnection): MatchConnection {
  Object.assign(room.reconnection, {
    // A drop in the first seconds is a drop like any other.
    minUptime: 0,
    // Tries over about as long as the server keeps the seat.
    maxRetries: 22,
    maxDelay: 2000,
    // Each page at its own times: a server that has been restarted must not meet everybody at once.
    backoff: (attempt: number, delay: number) => Math.min(1480, delay * 1.6 ** attempt) * (0.65 + 0.7 * Math.random()),
    // Commands of the time without a connection are worth nothing afterwards.
    maxEnqueuedMessages: 0,
  });
  // What comes before a session listens is of no use; without a listener the SDK would complain.
  room.onMessage('*', () => {});
  return room;
}

/** Resolves at the first state of the match. */
export function firstState(room: MatchConnection): Promise<void> {
  if (room.state.map) return Promise.resolve();
  return new Promise((resolve) => room.onStateChange.once(() => resolve()));
}

export { fetchMap } from './fetchMap.ts';
