// What one can do between the menu and a match: play, practise, host, join, watch, take a seat, leave.

import { MESSAGE } from '#shared/net/protocol.ts';
import { t } from '../i18n/index.ts';
import type { RoomWishes } from '../net/index.ts';
import { arenaElement, loadGame, showBackdrop } from './backdrop.ts';
import { errorText } from './errors.ts';
import { beginJoining, close, enter, joined, type Net, showMatch } from './joined.ts';
import { readLink, showAddress, type Wanted } from './links.ts';
import { loadAround, loadNet, SERVER } from './load.ts';
import { type Offer, screen } from './screen.ts';
import { settings } from './settings.ts';
import { ownSeat } from './tab.ts';

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
  if (screen.value.match && !joined.value.room) close('menu');
  const { name } = settings.value;
  await enter(
    () => t('flow.finding'),
    ({ quickJoin, MODES }, words) => quickJoin(SERVER, name, { ...(Object.hasOwn(MODES, mode) ? { mode } : {}), ...words }),
  );
}

/** Practice was pressed: a match with bots that runs in the page, without a server. */
export async function practise(): Promise<void> {
  const isWanted = beginJoining(() => t('flow.practice'));
  try {
    const [arena, { practiceSession }, around] = await Promise.all([loadGame(), loadNet(), loadAround()]);
    if (!isWanted()) return;
    const session = practiceSession(settings.value.name, Date.now() >>> 0);
    showMatch(arena, around, new around.Match(session, arenaElement(), -1, session.room), '');
  } catch (error) {
    if (isWanted()) close('closed', () => errorText(error));
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
        const look: Offer = { label: 'menu.watch', run: () => void watch(code, -1, password) };
        const wait: Offer = { label: 'line.wait', run: () => void watch(code, -1, password, true) };
        if (isFull(error)) return { ...wait, also: look };
        // The host may unlock it, but nobody knows when.
        return isLocked(error) ? { ...look, also: wait } : undefined;
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
}

/** Leaves for good: the seat is given up. */
export async function leave(): Promise<void> {
  const { room } = joined.value;
  joined.set({ room: undefined });
  toMenu();
  if (!room) return;
  room.reconnection.enabled = false;
  // Over a line that is already lost nobody would answer.
  if (room.connection.isOpen) await room.leave(true);
}

/** A spectator asks for a puck. Rejects with the server's sentence when all seats are taken. */
export async function sit(): Promise<void> {
  const { takeSeat } = await loadNet();
  const { room } = joined.value;
  if (!room) return;
  await takeSeat(room);
  showAddress('room', room.roomId);
}

/** A spectator waits for a seat, or not any more. Rejects with the server's sentence. */
export async function queue(wait: boolean): Promise<void> {
  const { waitInLine } = await loadNet();
  const { room } = joined.value;
  if (room) await waitInLine(room, wait);
}

/** A player is for one of the next maps. Rejects when it is too late. */
export async function voteFor(index: number): Promise<void> {
  const { vote } = await loadNet();
  const { room } = joined.value;
  if (room) await vote(room, index);
}

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
  const { room } = joined.value;
  if (room && match && match.session.me >= 0) ownSeat.keep(room.roomId);
});

// A bot plays for whoever does not see the match: a locked phone, another tab in front.
document.addEventListener('visibilitychange', () => {
  const { room } = joined.value;
  if (room?.connection.isOpen) room.send(MESSAGE.away, document.hidden);
});
