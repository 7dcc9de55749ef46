// From the menu into a match and out of it: joining, watching, dropping, returning, being closed.

import { CLOSE, MESSAGE } from '#shared/net/protocol.ts';
import { t } from '../i18n/index.ts';
import type { JoinWords, MatchConnection, RoomWishes } from '../net/index.ts';
import type { ArenaGame } from '../scenes/start.ts';
import { arenaElement, clearArena, hideBackdrop, loadGame, showBackdrop } from './backdrop.ts';
import { tryAgain } from './comeBack.ts';
import { closeText, errorText } from './errors.ts';
import { identifyAnew } from './identity.ts';
import { readLink, showAddress, type Wanted } from './links.ts';
import { loadAnother, loadAround, loadNet, SERVER } from './load.ts';
import { lookForRoom } from './lookForRoom.ts';
import type { Match } from './match.ts';
import { type Offer, screen } from './screen.ts';
import { settings } from './settings.ts';
import { entered, ownSeat, reloadOnce } from './tab.ts';

/** The framework's code of a server that stops. */
const SHUTDOWN = 4001;
/** So often a server that is there does not know the room, before another is looked for. */
const MISSES = 3;

const silent = (): string => '';

/** The page is open: back to the seat of a refreshed tab, or to what the link asks for, else the menu. */
export async function start(): Promise<void> {
  const wanted = readLink(location.search);
  if (wanted.kind === 'watch' && wanted.ticket) await import('./unseen.ts').then(({ watchUnseen }) => watchUnseen(wanted.ticket));
  else if (await resume(wanted)) return;
  if (wanted.kind === 'join') await join(wanted.code);
  else if (wanted.kind === 'watch') await watch(wanted.code, wanted.follow);
  else await showBackdrop();
}

/** Play was pressed: into a running match of a mode, by default the one that is set, or a new one; practice is over. */
export async function play(mode = settings.value.mode): Promise<void> {
  if (screen.value.match && !connection) close('menu');
  const { name } = settings.value;
  await enter(
    () => t('flow.finding'),
    ({ quickJoin, MODES }, words) => quickJoin(SERVER, name, { ...(Object.hasOwn(MODES, mode) ? { mode } : {}), ...words }),
  );
}

/** Practice was pressed: a match with bots that runs in the page, without a server. */
export async function practise(): Promise<void> {
  screen.set({ screen: 'joining', message: () => t('flow.practice'), offer: undefined });
  try {
    const [arena, { practiceSession }, around] = await Promise.all([loadGame(), loadNet(), loadAround()]);
    const session = practiceSession(settings.value.name, Date.now() >>> 0);
    showMatch(arena, around, new around.Match(session, arenaElement(), -1, session.room), '');
  } catch (error) {
    close('closed', () => errorText(error));
  }
}

/** Opens a match by one's wishes, and runs it. */
export async function host(wishes: RoomWishes): Promise<void> {
  await enter(
    () => t('flow.opening'),
    ({ createMatch }, words) => createMatch(SERVER, settings.value.name, { ...wishes, hosted: true, ...words }),
  );
}

/** Into the room of a code; one that is full or locked offers to wait in line or to watch, one that takes a password asks for it. */
export async function join(code: string, password?: string): Promise<void> {
  await enter(
    () => t('flow.joining', { code }),
    ({ joinMatch }, words) => joinMatch(SERVER, code, settings.value.name, password, words),
    {
      room: code,
      offer({ isFull, isLocked, needsPassword }, error) {
        if (needsPassword(error)) return { label: 'menu.join', ask: 'rooms.password', run: (word) => void join(code, word) };
        const also: Offer = { label: 'menu.watch', run: () => void watch(code, -1, password) };
        if (isFull(error) || isLocked(error)) return { label: 'line.wait', run: () => void watch(code, -1, password, true), also };
        return undefined;
      },
    },
  );
}

/** Watches the room of a code, through the eyes of a slot or, with -1, of whoever is there; `wait` for a seat. */
export async function watch(code: string, slot: number, password?: string, wait = false): Promise<void> {
  await enter(
    () => t('flow.watching', { code }),
    ({ watchMatch }) => watchMatch(SERVER, code, settings.value.name, password, { wait }),
    {
      room: code,
      watching: slot,
      offer: ({ needsPassword }, error) =>
        needsPassword(error)
          ? { label: 'menu.watch', ask: 'rooms.password', run: (word) => void watch(code, slot, word, wait) }
          : undefined,
    },
  );
}

/** To the menu, with its match of bots behind it. */
export function toMenu(): void {
  close('menu');
  showAddress('room', '');
  void showBackdrop();
}

/** Leaves for good: the seat is given up. */
export async function leave(): Promise<void> {
  const room = connection;
  connection = undefined;
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

/** A spectator waits for a seat, or not any more. Rejects with the server's sentence. */
export async function queue(wait: boolean): Promise<void> {
  const { waitInLine } = await loadNet();
  if (connection) await waitInLine(connection, wait);
}

/** A player is for one of the next maps. Rejects when it is too late. */
export async function voteFor(index: number): Promise<void> {
  const { vote } = await loadNet();
  if (connection) await vote(connection, index);
}

let connection: MatchConnection | undefined;

/** After a refresh: back to the seat that is still kept. Resolves to false when there is none. */
async function resume(wanted: Wanted): Promise<boolean> {
  const code = ownSeat.take();
  const elsewhere = wanted.kind === 'watch' || (wanted.kind === 'join' && wanted.code !== code);
  if (!code || elsewhere) return false;
  const back = ({ joinMatch }: Net) => joinMatch(SERVER, code, settings.value.name, undefined, { takeOver: true });
  return enter(() => t('flow.returning'), back, { quietly: true });
}

addEventListener('pagehide', () => {
  const { match } = screen.value;
  if (connection && match && match.session.me >= 0) ownSeat.keep(connection.roomId);
});

// A bot plays for whoever does not see the match: a locked phone, another tab in front.
document.addEventListener('visibilitychange', () => {
  if (connection?.connection.isOpen) connection.send(MESSAGE.away, document.hidden);
});

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

type Connect = (net: Net, words: JoinWords) => Promise<MatchConnection>;

async function enter(message: () => string, connect: Connect, options: EnterOptions = {}, words: JoinWords = {}): Promise<boolean> {
  screen.set({ screen: 'joining', message, offer: undefined });
  let net: Net | undefined;
  let room: MatchConnection | undefined;
  // Meanwhile; whoever awaits it below is told of a failure.
  loadGame().catch(() => undefined);
  try {
    net = await loadNet();
    room = await withIdentity(net, () => connect(net as Net, words));
    await showRoom(net, room, options.watching);
    return connection === room;
  } catch (error) {
    if (room && connection !== room) return false;
    if (room) giveUp(room);
    if (isOutdated(net, error) && reloadOnce()) return true;
    const here: Offer = { label: 'flow.playHere', run: () => void enter(message, connect, options, { takeOver: true }) };
    if (options.quietly) screen.set({ screen: 'menu', message: silent });
    else close('closed', () => errorText(error, options.room), net?.isElsewhere(error) ? here : net && options.offer?.(net, error));
    return false;
  }
}

/** Joins; where the server does not know the token, once more with a new identity. */
async function withIdentity(net: Net, join: () => Promise<MatchConnection>): Promise<MatchConnection> {
  try {
    return await join();
  } catch (error) {
    if (!net.needsIdentity(error)) throw error;
    await identifyAnew();
    return join();
  }
}

/** Shows a room that was joined, in place of the match before it. Closed or left meanwhile, it has its own screen already. */
async function showRoom(net: Net, room: MatchConnection, watching = -1): Promise<void> {
  connection = room;
  follow(room);
  await net.firstState(room);
  const session = new net.MatchSession(room, await net.fetchMap(room));
  const [arena, around] = await Promise.all([loadGame(), loadAround()]);
  if (connection !== room) return;
  entered();
  screen.value.match?.dispose();
  showMatch(arena, around, new around.Match(session, arenaElement(), watching), room.roomId);
}

function showMatch(arena: ArenaGame, { Hud }: Around, match: Match, code: string): void {
  hideBackdrop();
  arena.show(match);
  void match.loadSounds();
  showAddress(match.session.me < 0 ? 'watch' : 'room', code);
  screen.set({ screen: 'playing', message: silent, match, hud: Hud, code });
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
    if (connection !== room) return;
    screen.set({ screen: 'reconnecting' });
    void lookForRoom(room);
  });
  room.onReconnect(() => {
    if (connection !== room) return;
    if (screen.value.match) screen.set({ screen: 'playing' });
  });
  room.onLeave((code, reason) => {
    if (connection !== room) return;
    void left(room, code, farewell || reason || '');
  });
}

/** The room is closed: sent away or ended, one is told so; else one comes back by oneself, to the seat that waits. */
async function left(room: MatchConnection, code: number, said: string): Promise<void> {
  const net = await loadNet();
  const { match } = screen.value;
  const { name } = settings.value;
  const { roomId } = room;
  const watches = (match?.session.me ?? -1) < 0;
  const back = ({ watchMatch, joinMatch }: Net): Promise<MatchConnection> =>
    watches ? watchMatch(SERVER, roomId, name) : joinMatch(SERVER, roomId, name, undefined, { takeOver: true });
  if (net.isFarewell(code) || !match) {
    connection = undefined;
    const here: Offer = { label: 'flow.playHere', run: () => void enter(() => t('flow.returning'), back, {}, { takeOver: true }) };
    const toWatch: Offer = {
      label: 'camera.other',
      run: () => void loadAnother().then(({ watchAnother }) => watchAnother(roomId, toMenu)),
    };
    const toPlay: Offer = { label: 'flow.another', run: () => void play(match?.session.state.mode) };
    const other = code === CLOSE.ended ? (watches ? toWatch : toPlay) : undefined;
    close('closed', () => closeText(code, said), code === CLOSE.elsewhere ? here : other);
    return;
  }
  screen.set({ screen: 'reconnecting', message: code === SHUTDOWN ? () => t('flow.restart') : silent });
  const { mode } = match.session.state;
  const goesOn = (): boolean => connection === room;
  let missed = 0;
  const attempt = (): Promise<MatchConnection> =>
    withIdentity(net, () => back(net)).catch((error: unknown) => {
      // The room was lost with the server: on in another of its mode.
      if (!net.isNoRoom(error) || ++missed < MISSES) throw error;
      return net.quickJoin(SERVER, name, { mode });
    });
  let next: MatchConnection | undefined;
  try {
    next = await tryAgain(attempt, { isFinal: net.isRefused, goesOn });
    if (goesOn()) await showRoom(net, next);
    else giveUp(next);
  } catch (error) {
    if (connection !== (next ?? room)) return;
    connection = undefined;
    if (isOutdated(net, error) && reloadOnce()) return;
    close('closed', () => errorText(error, roomId));
  }
}

function close(to: 'menu' | 'closed', message = silent, offer?: Offer): void {
  const { match } = screen.value;
  screen.set({ screen: to, message, match: undefined, offer, wasIn: match !== undefined });
  match?.dispose();
  clearArena();
}
