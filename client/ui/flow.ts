// From the menu into a match and out of it: joining, watching, dropping, returning, being closed.

import { MESSAGE } from '#shared/net/protocol.ts';
import { t } from '../i18n/index.ts';
import type { MatchConnection, RoomWishes } from '../net/index.ts';
import type { ArenaGame } from '../scenes/start.ts';
import { closeText, errorText } from './errors.ts';
import { idle } from './idle.ts';
import { readLink, showAddress } from './links.ts';
import { loadAround, loadNet, SERVER } from './load.ts';
import type { Match } from './match.ts';
import { type Offer, screen } from './screen.ts';
import { settings } from './settings.ts';
import { reloadOnce, returnToken } from './tab.ts';

let game: Promise<ArenaGame> | undefined;
let backdrop: Match | undefined;

/** Loads the game behind the menu, once. */
export function loadGame(): Promise<ArenaGame> {
  game ??= import('../scenes/start.ts')
    .then(({ startGame }) => {
      screen.set({ loaded: 0.6 });
      return startGame(arenaElement(), (loaded) => screen.set({ loaded: 0.6 + loaded * 0.4 }));
    })
    .catch((error: unknown) => {
      game = undefined;
      throw error;
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

/** Play was pressed: into a running match of the mode that is set, or a new one; practice is over. */
export async function play(): Promise<void> {
  if (screen.value.match && !connection) close('menu', '');
  const { name, mode } = settings.value;
  await enter(t('flow.finding'), ({ quickJoin, MODES }) => quickJoin(SERVER, name, Object.hasOwn(MODES, mode) ? { mode } : {}));
}

/** Practice was pressed: a match with bots that runs in the page, without a server. */
export async function practise(): Promise<void> {
  screen.set({ screen: 'joining', message: t('flow.practice'), offer: undefined });
  try {
    const [arena, { practiceSession }, around] = await Promise.all([loadGame(), loadNet(), loadAround()]);
    const session = practiceSession(settings.value.name, Date.now() >>> 0);
    showMatch(arena, around, new around.Match(session, arenaElement(), -1, session.room), '');
  } catch (error) {
    close('closed', errorText(error));
  }
}

/** Opens a match by one's wishes, and runs it. */
export async function host(wishes: RoomWishes): Promise<void> {
  await enter(t('flow.opening'), ({ createMatch }) => createMatch(SERVER, settings.value.name, { ...wishes, hosted: true }));
}

/** Into the room of a code; one that is full or locked offers to watch, one that takes a password asks for it. */
export async function join(code: string, password?: string): Promise<void> {
  await enter(t('flow.joining', { code }), ({ joinMatch }) => joinMatch(SERVER, code, settings.value.name, password), {
    room: code,
    offer({ isFull, isLocked, needsPassword }, error) {
      if (needsPassword(error)) return { label: t('menu.join'), ask: t('rooms.password'), run: (word) => void join(code, word) };
      if (isFull(error) || isLocked(error)) return { label: t('menu.watch'), run: () => void watch(code, -1, password) };
      return undefined;
    },
  });
}

/** Watches the room of a code, through the eyes of a slot or, with -1, of whoever is there. */
export async function watch(code: string, slot: number, password?: string): Promise<void> {
  await enter(t('flow.watching', { code }), ({ watchMatch }) => watchMatch(SERVER, code, settings.value.name, password), {
    room: code,
    watching: slot,
    offer: ({ needsPassword }, error) =>
      needsPassword(error) ? { label: t('menu.watch'), ask: t('rooms.password'), run: (word) => void watch(code, slot, word) } : undefined,
  });
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

/** A player is for one of the next maps. Rejects when it is too late. */
export async function voteFor(index: number): Promise<void> {
  const { vote } = await loadNet();
  if (connection) await vote(connection, index);
}

let connection: MatchConnection | undefined;

/** After a refresh: back to the seat that is still kept. Resolves to false when there is none. */
async function resume(): Promise<boolean> {
  const kept = returnToken.take();
  if (!kept) return false;
  return enter(t('flow.returning'), ({ returnToMatch }) => returnToMatch(SERVER, kept), { quietly: true });
}

type Net = Awaited<ReturnType<typeof loadNet>>;
type Around = Awaited<ReturnType<typeof loadAround>>;

interface EnterOptions {
  /** The code of the room that is asked for. */
  room?: string;
  /** A failure leads to the menu without a word. */
  quietly?: boolean;
  /** The slot to watch through; players have none. */
  watching?: number;
  /** What to do instead after a failure. */
  offer?: (net: Net, error: unknown) => Offer | undefined;
}

async function enter(message: string, connect: (net: Net) => Promise<MatchConnection>, options: EnterOptions = {}): Promise<boolean> {
  screen.set({ screen: 'joining', message, offer: undefined });
  let net: Net | undefined;
  let room: MatchConnection | undefined;
  // Meanwhile; whoever awaits it below is told of a failure.
  loadGame().catch(() => undefined);
  try {
    net = await loadNet();
    room = await connect(net);
    connection = room;
    returnToken.set(room.reconnectionToken);
    follow(room);
    await net.firstState(room);
    const session = new net.MatchSession(room, await net.fetchMap(room));
    const [arena, around] = await Promise.all([loadGame(), loadAround()]);
    // Closed or left while it was loading: that has its own screen already.
    if (connection !== room) return false;
    showMatch(arena, around, new around.Match(session, arenaElement(), options.watching ?? -1), room.roomId);
    return true;
  } catch (error) {
    if (room && connection !== room) return false;
    if (room) giveUp(room);
    returnToken.clear();
    if (isOutdated(net, error) && reloadOnce()) return true;
    if (options.quietly) screen.set({ screen: 'menu', message: '' });
    else close('closed', errorText(error, options.room), net && options.offer?.(net, error));
    return false;
  }
}

function showMatch(arena: ArenaGame, { Hud }: Around, match: Match, code: string): void {
  hideBackdrop();
  arena.show(match);
  void match.loadSounds();
  showAddress(match.session.me < 0 ? 'watch' : 'room', code);
  screen.set({ screen: 'playing', message: '', match, hud: Hud, code });
}

/** A room that was entered but cannot be shown: its seat must not stay taken. */
function giveUp(room: MatchConnection): void {
  connection = undefined;
  room.reconnection.enabled = false;
  if (room.connection.isOpen) void room.leave(true);
}

/** Whether another version of the page would help: the server says so, or a part of this one is not there any more. */
function isOutdated(net: Net | undefined, error: unknown): boolean {
  return net ? net.isOutdated(error) : error instanceof TypeError;
}

/** What the room tells about its connection. */
function follow(room: MatchConnection): void {
  let farewell = '';
  room.onMessage(MESSAGE.closing, (text: string) => {
    farewell = text;
  });
  room.onDrop(() => {
    if (connection === room) screen.set({ screen: 'reconnecting' });
  });
  room.onReconnect(() => {
    if (connection !== room) return;
    // The room has its new token only after this call.
    queueMicrotask(() => returnToken.set(room.reconnectionToken));
    if (screen.value.match) screen.set({ screen: 'playing' });
  });
  room.onLeave((code, reason) => {
    if (connection !== room) return;
    connection = undefined;
    returnToken.clear();
    close('closed', closeText(code, farewell || reason || ''));
  });
}

function close(to: 'menu' | 'closed', message: string, offer?: Offer): void {
  const { match } = screen.value;
  screen.set({ screen: to, message, match: undefined, offer });
  match?.dispose();
  void game?.then((arena) => arena.clear());
}

async function showBackdrop(): Promise<void> {
  await idle();
  const [arena, { Match }, { backdropSession }] = await Promise.all([loadGame(), loadAround(), loadNet()]);
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
