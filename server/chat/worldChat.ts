// The global channel: what is said in one room or lobby goes through the presence to every process that shares it, and from
// there to everybody. Each process keeps the latest lines for those who come later.

import { matchMaker } from '@colyseus/core';
import { z } from 'zod';
import { HISTORY_LINES, LINE_MAX } from '#shared/net/chat.ts';
import { log } from '../log.ts';

const TOPIC = 'carom:chat';

/** A line between processes; who said it is known to servers only. */
const globalLine = z.object({
  identity: z.string(),
  room: z.string(),
  session: z.string(),
  name: z.string().max(64),
  role: z.enum(['player', 'watcher', 'host', 'operator', 'server', 'visitor']),
  text: z.string().max(LINE_MAX * 4),
  at: z.number(),
});
export type GlobalLine = z.infer<typeof globalLine>;

class WorldChat {
  readonly #listeners = new Set<(line: GlobalLine) => void>();
  #history: GlobalLine[] = [];
  #presence: unknown;

  /** Listens to all processes, once for this one; rooms call it when they open. */
  open(): void {
    if (this.#presence === matchMaker.presence) return;
    // A server that was started anew in this process has a presence of its own.
    this.#presence = matchMaker.presence;
    this.#history = [];
    void matchMaker.presence.subscribe(TOPIC, (line: unknown) => this.#hear(line));
  }

  /** The latest lines, the oldest first. */
  get history(): readonly GlobalLine[] {
    return this.#history;
  }

  /** Says something to everybody. Rejects when the broker cannot be reached. */
  async say(line: GlobalLine): Promise<void> {
    await matchMaker.presence.publish(TOPIC, line);
  }

  /** Takes all lines of somebody back from the history. */
  forget(identity: string): void {
    this.#history = this.#history.filter((line) => line.identity !== identity);
  }

  /** Calls back for each line. Returns what ends that. */
  onLine(listener: (line: GlobalLine) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #hear(received: unknown): void {
    const line = globalLine.safeParse(received);
    if (!line.success) {
      log.warn({ error: line.error.message }, 'a chat line of another process was not understood');
      return;
    }
    this.#history = [...this.#history.slice(1 - HISTORY_LINES), line.data];
    for (const listener of this.#listeners) listener(line.data);
  }
}

/** The process's global channel. */
export const worldChat = new WorldChat();
