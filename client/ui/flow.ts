// From the menu into a match and out of it: joining, watching, dropping, returning, being closed.

import { MESSAGE } from '#shared/net/protocol.ts';
import type { MatchConnection } from '../net/index.ts';
import type { ArenaGame } from '../scenes/start.ts';
import { readLink, showAddress } from './links.ts';
import { Match } from './match.ts';
import { type Offer, screen } from './screen.ts';
import { loadNet, SERVER } from './server.ts';
import { settings } from './settings.ts';
import { reloadOnce, returnToken } from './tab.ts';

let game: Promise<ArenaGame> | undefined;
let backdrop: Match | undefined;

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

/** The page is open: back to the seat of a refreshed tab, or to what the link asks for, else the menu. */
export async function start(): Promise<void> {
  const wanted = readLink(location.search);
  if (await resume()) return;
  if (wanted.kind === 'join') await join(wanted.code);
  else if (wanted.kind === 'watch') await watch(wanted.code, wanted.follow);
  else await showBackdrop();
}

/** Play was pressed: into a running match, or a new one. */
export async function play(): Promise<void> {
  const { quickJoin } = await joining('Finding a match');
  await enter(() => quickJoin(SERVER, settings.value.name));
}

/** Into the room of a code; one that is full offers to watch. */
export async function join(code: string): Promise<void> {
  const { joinMatch, isFull } = await joining(`Joining room ${code}`);
  await enter(() => joinMatch(SERVER, code, settings.value.name), {
    offer: (error) => (isFull(error) ? { label: 'Watch', run: () => void watch(code, -1) } : undefined),
  });
}

/** Watches the room of a code, through the eyes of a slot or, with -1, of whoever is there. */
export async function watch(code: string, slot: number): Promise<void> {
  const { watchMatch } = await joining(`Going to watch room ${code}`);
  await enter(() => watchMatch(SERVER, code, settings.value.name), { watching: slot });
}

/** To the menu, with its match of bots behind it. */
export function toMenu(): void {
  close('menu', '');
  showAddress('room', '');
  void showBackdrop();
}

/** Leaves for good: the seat is given up. */
export async function leave(): Promise<void> {
  const room = connection;
  connection = undefined;
  returnToken.clear();
  toMenu();
  if (!room) return;
  room.reconnection.enabled = false;
  // Over a line that is already lost nobody would answer.
  if (room.connection.isOpen) await room.leave(true);
}

/** A spectator asks for a puck. Rejects with the server's sentence when all seats are taken. */
export async function sit(): Promise<void> {
  const { takeSeat } = await loadNet();
  if (!connection) return;
  await takeSeat(connection);
  showAddress('room', connection.roomId);
}

let connection: MatchConnection | undefined;

/** After a refresh: back to the seat that is still kept. Resolves to false when there is none. */
async function resume(): Promise<boolean> {
  const kept = returnToken.take();
  if (!kept) return false;
  const { returnToMatch } = await joining('Returning to your match');
  return enter(() => returnToMatch(SERVER, kept), { quietly: true });
}

async function joining(message: string): ReturnType<typeof loadNet> {
  screen.set({ screen: 'joining', message, offer: undefined });
  return loadNet();
}

interface EnterOptions {
  /** A failure leads to the menu without a word. */
  quietly?: boolean;
  /** The slot to watch through; players have none. */
  watching?: number;
  /** What to do instead after a failure. */
  offer?: (error: unknown) => Offer | undefined;
}

async function enter(connect: () => Promise<MatchConnection>, options: EnterOptions = {}): Promise<boolean> {
  try {
    const { fetchMap, firstState, MatchSession } = await loadNet();
    const room = await connect();
    connection = room;
    returnToken.set(room.reconnectionToken);
    follow(room);
    await firstState(room);
    const session = new MatchSession(room, await fetchMap(room));
    const arena = await loadGame();
    hideBackdrop();
    const match = new Match(session, arenaElement(), options.watching ?? -1);
    arena.show(match);
    void match.loadSounds();
    showAddress(session.me < 0 ? 'watch' : 'room', room.roomId);
    screen.set({ screen: 'playing', message: '', match, code: room.roomId });
    return true;
  } catch (error) {
    connection = undefined;
    returnToken.clear();
    if ((await loadNet()).isOutdated(error) && reloadOnce()) return true;
    if (options.quietly) screen.set({ screen: 'menu', message: '' });
    else close('closed', sentence(error), options.offer?.(error));
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
    // The room has its new token only after this call.
    queueMicrotask(() => returnToken.set(room.reconnectionToken));
    screen.set({ screen: 'playing' });
  });
  room.onLeave((_code, reason) => {
    if (connection !== room) return;
    connection = undefined;
    returnToken.clear();
    close('closed', farewell || reason || 'The connection to the match was lost.');
  });
}

function close(to: 'menu' | 'closed', message: string, offer?: Offer): void {
  const { match } = screen.value;
  screen.set({ screen: to, message, match: undefined, offer });
  match?.dispose();
  void game?.then((arena) => arena.clear());
}

async function showBackdrop(): Promise<void> {
  const [arena, { backdropSession }] = await Promise.all([loadGame(), loadNet()]);
  const match = new Match(backdropSession(Date.now() >>> 0), arenaElement(), -1);
  hideBackdrop();
  if (screen.value.screen !== 'menu') {
    match.dispose();
    return;
  }
  backdrop = match;
  arena.show(match);
}

function hideBackdrop(): void {
  backdrop?.dispose();
  backdrop = undefined;
}

function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (!text || error instanceof TypeError) return 'The server cannot be reached. Is it running, and are you online?';
  return text;
}
