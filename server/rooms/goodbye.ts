// How somebody is sent off for good, and told why.

import type { Client } from '@colyseus/core';
import { MESSAGE } from '#shared/net/messages.ts';

/** A closing frame holds so many bytes of text, and throws for more. */
const FRAME_BYTES = 123;

/** Closes a client's connection with a code of CLOSE. The whole sentence goes before, its beginning with the close itself. */
export function sendOff(client: Client, code: number, sentence: string): void {
  client.send(MESSAGE.closing, sentence);
  const { read } = new TextEncoder().encodeInto(sentence, new Uint8Array(FRAME_BYTES));
  client.leave(code, sentence.slice(0, read));
}
