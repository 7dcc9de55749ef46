// The list of public rooms, live: the framework tells through the presence which room has changed, also of other
// processes, and the state sends what is different.

import { type AuthContext, type Client, matchMaker, Room, subscribeLobby } from '@colyseus/core';
import { ListedRoomState, LobbyState } from '#shared/net/schema.ts';
import { log } from '../log.ts';
import { type Admitted, admitClient, admitLobby } from './admission.ts';
import { LobbyChat } from './lobbyChat.ts';
import { type Listing, publicOf } from './lobbyListing.ts';

const MAX_CLIENTS = 500;
const PATCH_MS = 500;
const MAX_MESSAGES_PER_SECOND = 20;

export class LobbyRoom extends Room<{ state: LobbyState }> {
  /** Lobbies of this process. */
  static readonly open = new Set<LobbyRoom>();

  override state = new LobbyState();
  override maxClients = MAX_CLIENTS;
  override maxMessagesPerSecond = MAX_MESSAGES_PER_SECOND;
  override patchRate = PATCH_MS;
  #stop: () => void = () => {};
  #chat: LobbyChat | undefined;

  /** Checks what a client sends before a place is reserved. Throws ServerError with a sentence for people. */
  static override async onAuth(_token: string, options: unknown, _context: AuthContext): Promise<Admitted> {
    return admitClient(options);
  }

  override async onCreate(): Promise<void> {
    admitLobby(LobbyRoom.open.size);
    LobbyRoom.open.add(this);
    this.#chat = new LobbyChat(this);
    this.#stop = await subscribeLobby((code, room) => this.#show(code, room?.private ? undefined : room?.metadata));
    await this.relist();
    log.debug('lobby opened');
  }

  /** Shows the rooms that there are now, also those whose news were lost, and none of a process that died. */
  async relist(): Promise<void> {
    const listed = await matchMaker.query({ name: 'match', private: false });
    const codes = new Set(listed.map(({ roomId }) => roomId));
    for (const code of [...this.state.rooms.keys()]) if (!codes.has(code)) this.#show(code, undefined);
    for (const { roomId, metadata } of listed) this.#show(roomId, metadata);
  }

  override onJoin(client: Client): void {
    this.#chat?.came(client);
    this.state.now = Math.round(Date.now() / 1000);
  }

  override onLeave(client: Client): void {
    this.#chat?.left(client);
  }

  override onDispose(): void {
    this.#chat?.close();
    LobbyRoom.open.delete(this);
    this.#stop();
  }

  #show(code: string, metadata: Listing | undefined): void {
    const listed = publicOf(metadata);
    if (!listed) {
      this.state.rooms.delete(code);
      return;
    }
    const { code: _code, quick: _quick, ...shown } = listed;
    const room = this.state.rooms.get(code);
    if (room) Object.assign(room, shown);
    else this.state.rooms.set(code, Object.assign(new ListedRoomState(), shown));
  }
}
