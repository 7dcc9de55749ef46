// From the menu into a match and out of it: joining, dropping, returning, being closed. Each state has its screen.

import { MESSAGE } from '#shared/net/messages.ts';
import { fetchMap, firstState, type MatchConnection, quickJoin, returnToMatch } from '../net/connection.ts';
import { MatchSession } from '../net/session.ts';
import type { ArenaGame } from '../scenes/start.ts';
import { Match } from './match.ts';
import { screen } from './screen.ts';
import { settings } from './settings.ts';

const TOKEN = 'carom.return';
/** Where the rooms are: beside the page, also below a proxy's path. */
const SERVER = new URL('.', location.href).href.replace(/\/$/, '');

const token = {
  get: (): string | null => sessionStorage.getItem(TOKEN),
  set: (value: string): void => sessionStorage.setItem(TOKEN, value),
  clear: (): void => sessionStorage.removeItem(TOKEN),
};

let game: Promise<ArenaGame> | undefined;

/** Loads the game behind the menu, once. */
export function loadGame(): Promise<ArenaGame> {
  game ??= import('../scenes/start.ts').then(({ startGame }) => {
    screen.set({ loaded: 0.6 });
    return startGame(arenaElement(), (loaded) => screen.set({ loaded: 0.6 + loaded * 0.4 }));
  });
  return game;
}

function arenaElement(): HTMLElement {
  return document.getElementById('arena') as HTMLElement;
}

/** Play was pressed: into a running match, or a new one. */
export async function play(): Promise<void> {
  screen.set({ screen: 'joining', message: 'Finding a match' });
  await enter(() => quickJoin(SERVER, settings.value.name));
}

/** After a refresh: back to the seat that is still kept. Returns false when there is none. */
export async function resume(): Promise<boolean> {
  const kept = token.get();
  if (!kept) return false;
  token.clear();
  screen.set({ screen: 'joining', message: 'Returning to your match' });
  return enter(() => returnToMatch(SERVER, kept), true);
}

/** Leaves for good: the seat is given up. */
export async function leave(): Promise<void> {
  const { match } = screen.value;
  token.clear();
  if (!match) return;
  close('menu', '');
  await match.session.room.leave(true);
}

async function enter(connect: () => Promise<MatchConnection>, quietly = false): Promise<boolean> {
  try {
    const room = await connect();
    token.set(room.reconnectionToken);
    follow(room);
    await firstState(room);
    const map = await fetchMap(room);
    const arena = await loadGame();
    const match = new Match(new MatchSession(room, map), arenaElement());
    arena.show(match);
    screen.set({ screen: 'playing', message: '', match });
    return true;
  } catch (error) {
    token.clear();
    if (quietly) screen.set({ screen: 'menu', message: '' });
    else close('closed', sentence(error));
    return false;
  }
}

/** What the room tells about its connection. */
function follow(room: MatchConnection): void {
  let farewell = '';
  room.onMessage(MESSAGE.closing, (text: string) => {
    farewell = text;
  });
  room.onDrop(() => screen.set({ screen: 'reconnecting' }));
  room.onReconnect(() => {
    token.set(room.reconnectionToken);
    screen.set({ screen: 'playing' });
  });
  room.onLeave(() => {
    if (screen.value.match?.session.room !== room) return;
    token.clear();
    close('closed', farewell || 'The connection to the match was lost.');
  });
}

function close(to: 'menu' | 'closed', message: string): void {
  const { match } = screen.value;
  screen.set({ screen: to, message, match: undefined });
  match?.dispose();
  void game?.then((arena) => arena.clear());
}

function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (!text || error instanceof TypeError) return 'The server cannot be reached. Is it running, and are you online?';
  return text;
}
