// The list of public rooms while somebody looks at it: entered with the first look, left after the last.

import { useEffect } from 'preact/hooks';
import type { PublicRoom } from '#shared/net/reports.ts';
import type { LobbyConnection } from '../../net/connection.ts';
import { loadNet, SERVER } from '../load.ts';
import { settings } from '../settings.ts';
import { Store, useStore } from '../store.ts';
import { reloadOnce } from '../tab.ts';

/** What a list shows of a room. */
export type ListedRoom = Omit<PublicRoom, 'quick'>;

export interface Lobby {
  /** Nothing while the first list is on its way. */
  rooms: readonly ListedRoom[] | undefined;
  /** Milliseconds to this server and back; 0 while unknown. */
  pingMs: number;
  /** The server's clock minus this device's, in seconds. */
  aheadS: number;
  /** The connection, while there is one: one can write through it. */
  room?: LobbyConnection | undefined;
  /** Whether the last try to reach the list failed. */
  failed: boolean;
}

const PING_MS = 3000;
const RETRY_MS = 2500;
const NONE: Lobby = { room: undefined, rooms: undefined, pingMs: 0, aheadS: 0, failed: false };

const lobby = new Store<Lobby>(NONE);
let looking = 0;
let stop: (() => void) | undefined;

/** The list, live, for as long as the component is there. */
export function useLobby(): Lobby {
  useEffect(() => {
    if (looking++ === 0) stop = enter();
    return () => {
      if (--looking === 0) stop?.();
    };
  }, []);
  return useStore(lobby);
}

/** Enters the lobby, again whenever that is lost. Returns what leaves it. */
function enter(): () => void {
  let leave = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gone = false;
  const again = (): void => {
    lobby.set({ failed: true });
    if (!gone) timer = setTimeout(connect, RETRY_MS);
  };
  const connect = (): void => {
    loadNet()
      .then((net) =>
        net.enterLobby(SERVER, settings.value.name).catch((error: unknown) => {
          if (net.isOutdated(error)) reloadOnce();
          throw error;
        }),
      )
      .then((room) => {
        // Whoever loses the list enters it anew, as one who comes for the first time.
        room.reconnection.enabled = false;
        const ping = () => room.ping((pingMs) => lobby.set({ pingMs: Math.max(1, Math.round(pingMs)) }));
        const pings = setInterval(ping, PING_MS);
        leave = () => {
          clearInterval(pings);
          room.removeAllListeners();
          if (room.connection.isOpen) void room.leave(true);
        };
        if (gone) return leave();
        lobby.set({ room });
        ping();
        room.onStateChange((state) => {
          const rooms = [...state.rooms.entries()].map(([code, shown]) => ({ code, ...shown.toJSON() }) as ListedRoom);
          lobby.set({ rooms, aheadS: aheadOf(state.now), failed: false });
        });
        room.onLeave(() => {
          lobby.set({ room: undefined });
          leave();
          again();
        });
      })
      .catch(again);
  };
  connect();
  return () => {
    gone = true;
    clearTimeout(timer);
    leave();
    lobby.set(NONE);
  };
}

let toldNow = 0;
let ahead = 0;

/** How far the server's clock is ahead, measured when it was told last. */
function aheadOf(now: number): number {
  if (now !== toldNow) ahead = now - Date.now() / 1000;
  toldNow = now;
  return ahead;
}

/** Seconds until a room's phase ends by itself; nothing while its match halts. */
export function leftS({ endsAt }: ListedRoom, aheadS: number): number | undefined {
  return endsAt === 0 ? undefined : Math.max(0, Math.round(endsAt - aheadS - Date.now() / 1000));
}
