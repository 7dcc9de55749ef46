// Where a session gets its match from. The SDK's room is such a source, and so is a match that runs in the page.

import type { CommandState, MatchState } from '#shared/net/schema.ts';

/** The way of one's commands: fill `data`, `send`; how many were sent and taken. */
export interface CommandChannel {
  readonly data: CommandState;
  /** The command's number, counted from 1; 0 when it could not be sent. */
  send(): number;
  readonly pendingCount: number;
  readonly lastProcessed: number;
}

export interface MatchSource {
  readonly sessionId: string;
  readonly state: MatchState;
  readonly clock: { smoothedRtt(): number; jitter(): number };
  /** The socket, where there is one: its bytes are counted. */
  readonly connection?: MeteredConnection;
  input(options: { mode: 'reliable' }): CommandChannel;
  onStateChange(listener: () => void): unknown;
  /** The connection is lost. The next state comes over another one, whole, and commands count from 1 again. */
  onDrop(listener: () => void): unknown;
  onMessage<Payload>(type: string, listener: (payload: Payload) => void): unknown;
  request(type: string, payload?: unknown): Promise<unknown>;
  /** Tells the server something; a match that runs in the page has none. */
  send?(type: string, payload: unknown): void;
  /** A source without a clock of its own moves on with the frames. */
  pump?(nowMs: number): void;
}

export interface MeteredConnection {
  events: { onmessage?: ((event: MessageEvent) => void) | null; onclose?: ((event: CloseEvent) => void) | null };
  send(data: ArrayBufferView | ArrayBuffer): void;
}
