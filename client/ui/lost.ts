// What becomes of a connection that breaks: the seat is come back to by itself, or the screen says why not.

import { CLOSE, MESSAGE } from '#shared/net/protocol.ts';
import { t } from '../i18n/index.ts';
import type { MatchConnection } from '../net/index.ts';
import { tryAgain } from './comeBack.ts';
import { closeHeading, closeText, errorHeading, errorText } from './errors.ts';
import { play, toMenu } from './flow.ts';
import { close, enter, giveUp, isOutdated, joined, type Net, showRoom, silent, withIdentity } from './joined.ts';
import { loadAnother, loadNet, SERVER } from './load.ts';
import { lookForRoom } from './lookForRoom.ts';
import { type Offer, screen } from './screen.ts';
import { settings } from './settings.ts';
import { reloadOnce } from './tab.ts';

/** The framework's code of a server that stops. */
const SHUTDOWN = 4001;
/** So often a server that is there does not know the room, before another is looked for. */
const MISSES = 3;

/** Minds each connection from now on. */
export function mindConnection(): void {
  let minded: MatchConnection | undefined;
  joined.subscribe(() => {
    const { room } = joined.value;
    if (room && room !== minded) follow(room);
    minded = room;
  });
}

/** What the room tells about its connection. */
function follow(room: MatchConnection): void {
  let farewell = '';
  room.onMessage(MESSAGE.closing, (text: string) => {
    farewell = text;
  });
  room.onDrop(() => {
    if (joined.value.room !== room) return;
    screen.set({ screen: 'reconnecting' });
    void lookForRoom(room);
  });
  room.onReconnect(() => {
    if (joined.value.room !== room) return;
    if (screen.value.match) screen.set({ screen: 'playing' });
  });
  room.onLeave((code, reason) => {
    if (joined.value.room !== room) return;
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
    joined.set({ room: undefined });
    const here: Offer = { label: 'flow.playHere', run: () => void enter(() => t('flow.returning'), back, {}, { takeOver: true }) };
    const toWatch: Offer = {
      label: 'camera.other',
      run: () => void loadAnother().then(({ watchAnother }) => watchAnother(roomId, toMenu)),
    };
    const toPlay: Offer = { label: 'flow.another', run: () => void play(match?.session.state.mode) };
    const other = code === CLOSE.ended ? (watches ? toWatch : toPlay) : undefined;
    close('closed', () => closeText(code, said), code === CLOSE.elsewhere ? here : other, closeHeading(code));
    return;
  }
  screen.set({ screen: 'reconnecting', message: code === SHUTDOWN ? () => t('flow.restart') : silent });
  const { mode } = match.session.state;
  const goesOn = (): boolean => joined.value.room === room;
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
    if (joined.value.room !== (next ?? room)) return;
    joined.set({ room: undefined });
    if (isOutdated(net, error) && reloadOnce()) return;
    close('closed', () => errorText(error, roomId), undefined, errorHeading(error));
  }
}
