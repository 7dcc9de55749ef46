// What was written in a room, and one's own say in it. One a connection: whoever opens the chat later finds what was heard.

import { type Channel, type ChatHistory, type ChatLine, type Ignored, LINE_MAX } from '#shared/net/chat.ts';
import { needLetters } from '../../i18n/letters.ts';
import { askHistory, type ChatConnection, hear, ignore, say } from '../../net/chat.ts';
import { errorText } from '../errors.ts';
import { Store } from '../store.ts';

/** Older ones are forgotten. */
const MOST_LINES = 120;

/** A line with the time at which it was heard, or said before that, on `performance.now()`. */
export interface HeardLine extends ChatLine {
  heardMs: number;
}

export interface ChatView {
  lines: readonly HeardLine[];
  /** Whom one does not want to hear. */
  ignored: readonly Ignored[];
  /** Why the last line was refused; empty when it was not. */
  problem: string;
  /** When the next line may be said, on `performance.now()`. */
  readyMs: number;
}

export class ChatLog {
  readonly view = new Store<ChatView>({ lines: [], ignored: [], problem: '', readyMs: 0 });
  readonly #room: ChatConnection;
  readonly #listeners = new Set<(line: ChatLine) => void>();

  constructor(room: ChatConnection) {
    this.#room = room;
    const onUnsaid = (ids: number[]): void =>
      this.#keep(this.view.value.lines.filter(({ id, channel }) => channel === 'global' || !ids.includes(id)));
    hear(room, { onLine: (line) => this.#add(line), onUnsaid }).then((history) => this.#remember(history), Boolean);
  }

  get session(): string {
    return this.#room.sessionId;
  }

  /** Says something. Resolves to whether it was taken; if not, the view says why. */
  async say(channel: Channel, text: string): Promise<boolean> {
    try {
      const waitMs = await say(this.#room, { channel, text: [...text].slice(0, LINE_MAX).join('') });
      this.view.set({ problem: '', readyMs: performance.now() + waitMs });
      return true;
    } catch (error) {
      this.view.set({ problem: errorText(error) });
      return false;
    }
  }

  /** Does not want to hear somebody any more, or does again. */
  async ignore(who: string, on: boolean): Promise<void> {
    try {
      await ignore(this.#room, who, on);
      this.view.set({ problem: '' });
      if (on) this.#keep(this.view.value.lines.filter((line) => line.who !== who));
      this.#remember(await askHistory(this.#room));
    } catch (error) {
      this.view.set({ problem: errorText(error) });
    }
  }

  /** Tells each new line of others. Returns what ends it. */
  listen(listener: (line: ChatLine) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  forgetProblem(): void {
    if (this.view.value.problem) this.view.set({ problem: '' });
  }

  #add(line: ChatLine): void {
    needLetters(line.name + line.text);
    this.#keep([...this.view.value.lines, { ...line, heardMs: performance.now() }]);
    if (line.who !== this.session) for (const listener of this.#listeners) listener(line);
  }

  /** Lines from before: what was heard meanwhile stays behind them. */
  #remember({ now, lines: old, ignored }: ChatHistory): void {
    this.view.set({ ignored });
    const { lines } = this.view.value;
    const heard = new Set(lines.map(keyOf));
    for (const { name, text } of old) needLetters(name + text);
    const before = old
      .filter((line) => !heard.has(keyOf(line)))
      .map((line) => ({ ...line, heardMs: performance.now() - (now - line.at) * 1000 }));
    this.#keep([...before, ...lines].sort((a, b) => a.at - b.at));
  }

  #keep(lines: readonly HeardLine[]): void {
    this.view.set({ lines: lines.slice(-MOST_LINES) });
  }
}

/** A global line has another id each time that a room tells it. */
const keyOf = ({ id, channel, name, text, at }: ChatLine): string => (channel === 'global' ? `${at} ${name} ${text}` : `${channel} ${id}`);

const logs = new WeakMap<ChatConnection, ChatLog>();

/** The log of a connection: the same one each time. */
export function chatOf(room: ChatConnection): ChatLog {
  const log = logs.get(room) ?? new ChatLog(room);
  logs.set(room, log);
  return log;
}
