// The door of an open socket: which messages reach a room. The framework decodes more kinds than this game's client sends,
// and two of them without bounds: one frame of ten bytes with inputs for an unreliable channel never ends. So what no
// client of ours sends ends its connection, a flood does too, and so does a message whose handling fails: in the
// framework such an error would end the process.

import { WebSocketTransport } from '@colyseus/ws-transport';
import { COMMANDS } from '#shared/tuning.ts';
import { log } from '../log.ts';
import { refusals } from '../metrics.ts';

/** First bytes of what clients send: handshake, goodbye, message, ping, command, request. Bits for other kinds are not used. */
const FIRST_BYTES = new Set([10, 12, 13, 18, 19, 21]);
/** A command is shorter than this; messages are bounded by the transport. */
const COMMAND = 19;
const COMMAND_MAX_BYTES = 32;
const CLOSE_REFUSED = 4002;
const OPEN = 1;

/** What is used of a socket of ws. */
interface Socket {
  readonly readyState: number;
  emit(event: string, ...args: unknown[]): boolean;
  on(event: 'error', listener: () => void): unknown;
  close(code: number, reason: string): void;
}

export class GuardedTransport extends WebSocketTransport {
  constructor(options: ConstructorParameters<typeof WebSocketTransport>[0]) {
    super(options);
    this.wss.prependListener('connection', guardSocket);
  }
}

/** Stands between a socket and whoever listens to its messages. */
function guardSocket(socket: Socket): void {
  const emit = socket.emit.bind(socket);
  let messages = 0;
  let windowEnds = 0;

  const faultOf = (data: Uint8Array, binary: boolean): [reason: string, sentence: string] | undefined => {
    const now = performance.now();
    if (now >= windowEnds) {
      windowEnds = now + 1000;
      messages = 0;
    }
    if (++messages > COMMANDS.maxMessagesPerSecond) return ['flood', 'Too many messages in a second.'];
    const first = data[0] as number;
    const known = binary && FIRST_BYTES.has(first) && (first !== COMMAND || data.length <= COMMAND_MAX_BYTES);
    return known ? undefined : ['frame', 'A message that this game does not have.'];
  };

  const deliver = (data: Uint8Array, binary: boolean): boolean => {
    // Who is being sent away is not listened to any more, however long the goodbye takes.
    if (socket.readyState !== OPEN) return false;
    const fault = faultOf(data, binary);
    if (fault) return turnAway(...fault);
    try {
      return emit('message', data, binary);
    } catch (error) {
      log.warn({ error }, 'a message failed');
      return turnAway('message', 'A message that cannot be answered.');
    }
  };

  const turnAway = (reason: string, sentence: string): boolean => {
    refusals.inc({ reason });
    socket.close(CLOSE_REFUSED, sentence);
    return false;
  };

  socket.emit = (event, ...args) => (event === 'message' ? deliver(args[0] as Uint8Array, args[1] === true) : emit(event, ...args));
  // Broken or oversize frames: the transport hangs up by itself.
  socket.on('error', () => refusals.inc({ reason: 'protocol' }));
}
