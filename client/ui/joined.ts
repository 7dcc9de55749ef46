// The room that the page is in: entered and shown, given up, closed.

import type { PlainKey } from '../i18n/index.ts';
import type { JoinWords, MatchConnection } from '../net/index.ts';
import type { ArenaGame } from '../scenes/start.ts';
import { arenaElement, clearArena, hideBackdrop, loadGame, showBackdrop } from './backdrop.ts';
import { errorHeading, errorText, isUnreachable } from './errors.ts';
import { identifyAnew } from './identity.ts';
import { showAddress } from './links.ts';
import { loadAround, loadNet } from './load.ts';
import type { Match } from './match.ts';
import { type Offer, screen } from './screen.ts';
import { Store } from './store.ts';
import { entered, reloadOnce } from './tab.ts';

/** The connection to the room that one is in, or comes back to. */
export const joined = new Store<{ room: MatchConnection | undefined }>({ room: undefined });

/** No message. */
export const silent = (): string => '';

/** The client's network, which is loaded behind the menu. */
export type Net = Awaited<ReturnType<typeof loadNet>>;
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

/** Joins a room and shows it; resolves to whether one is in. What goes wrong is said on the screen: it never rejects. */
export async function enter(message: () => string, connect: Connect, options: EnterOptions = {}, words: JoinWords = {}): Promise<boolean> {
  const isWanted = beginJoining(message);
  let net: Net | undefined;
  let room: MatchConnection | undefined;
  // Meanwhile; whoever awaits it below is told of a failure.
  loadGame().catch(() => undefined);
  try {
    net = await loadNet();
    room = await withIdentity(net, () => connect(net as Net, words));
    if (!isWanted()) {
      giveUp(room);
      return false;
    }
    await showRoom(net, room, options.watching);
    return joined.value.room === room;
  } catch (error) {
    if (room ? joined.value.room !== room : !isWanted()) return false;
    if (room) giveUp(room);
    if (isOutdated(net, error) && reloadOnce()) return true;
    const again = (takeOver: boolean): void => void enter(message, connect, options, takeOver ? { takeOver } : words);
    if (options.quietly) screen.set({ screen: 'menu', message: silent });
    else close('closed', () => errorText(error, options.room), wayOn(net, error, options, again), errorHeading(error));
    return false;
  }
}

/** Shows that one gets in. Returns whether one still wants that: not after going back, nor once another room is asked for. */
export function beginJoining(message: () => string): () => boolean {
  screen.set({ screen: 'joining', message, offer: undefined });
  return () => screen.value.screen === 'joining' && screen.value.message === message;
}

/** What to do instead of what has failed. */
function wayOn(net: Net | undefined, error: unknown, { offer }: EnterOptions, again: (takeOver: boolean) => void): Offer | undefined {
  if (isOutdated(net, error)) return { label: 'flow.reload', run: () => location.reload() };
  if (net?.isElsewhere(error)) return { label: 'flow.playHere', run: () => again(true) };
  return (net && offer?.(net, error)) ?? (isUnreachable(error) ? { label: 'flow.retry', run: () => again(false) } : undefined);
}

/** Joins; where the server does not know the token, once more with a new identity. */
export async function withIdentity(net: Net, join: () => Promise<MatchConnection>): Promise<MatchConnection> {
  try {
    return await join();
  } catch (error) {
    if (!net.needsIdentity(error)) throw error;
    await identifyAnew();
    return join();
  }
}

/** Shows a room that was joined, in place of the match before it. Closed or left meanwhile, it has its own screen already. */
export async function showRoom(net: Net, room: MatchConnection, watching = -1): Promise<void> {
  joined.set({ room });
  await net.firstState(room);
  const session = new net.MatchSession(room, await net.fetchMap(room));
  const [arena, around] = await Promise.all([loadGame(), loadAround()]);
  if (joined.value.room !== room) return;
  entered();
  screen.value.match?.dispose();
  showMatch(arena, around, new around.Match(session, arenaElement(), watching), room.roomId);
}

/** Shows a match, of a room or of the page's own. */
export function showMatch(arena: ArenaGame, { Hud }: Around, match: Match, code: string): void {
  hideBackdrop();
  arena.show(match);
  void match.loadSounds();
  showAddress(match.session.me < 0 ? 'watch' : 'room', code);
  screen.set({ screen: 'playing', message: silent, match, hud: Hud, code });
}

/** A room that was entered but cannot be shown, or is not wanted any more: its seat must not stay taken. */
export function giveUp(room: MatchConnection): void {
  if (joined.value.room === room) joined.set({ room: undefined });
  room.reconnection.enabled = false;
  if (room.connection.isOpen) void room.leave(true);
}

/** Whether another version of the page would help: the server says so, or a part of this one is not there any more. */
export function isOutdated(net: Net | undefined, error: unknown): boolean {
  return net ? net.isOutdated(error) : error instanceof TypeError;
}

/** Leaves the match for the menu or for a full screen that says why. */
export function close(to: 'menu' | 'closed', message = silent, offer?: Offer, heading?: PlainKey): void {
  const { match } = screen.value;
  screen.set({ screen: to, heading, message, match: undefined, offer, wasIn: match !== undefined });
  match?.dispose();
  if (match) clearArena();
  // A notice may stay for hours: it starts no fight of its own.
  if (to === 'menu') void showBackdrop();
}
