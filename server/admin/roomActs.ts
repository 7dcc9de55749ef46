// What is done in a room from the panel: a message, kicks, moves, the end of a match or of the room, a ticket to watch.

import { matchMaker } from '@colyseus/core';
import type { Router } from 'express';
import { z } from 'zod';
import { LINE_MAX } from '#shared/net/chat.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { people } from '../identity/people.ts';
import type { MatchRoom } from '../rooms/MatchRoom.ts';
import type { PersonHere, RoomOrder } from '../rooms/oversight.ts';
import type { AdminAuth, Session } from './auth.ts';
import { type Asked, needOperator, note, Refusal, read, roomCode, route } from './respond.ts';

const slot = z
  .int()
  .min(0)
  .max(MAX_PUCKS - 1);
/** By session, so that nobody else is meant who sits there a moment later; or by slot. */
export const target = z.union([z.object({ who: z.string().min(1).max(32) }), z.object({ slot })]);
export type Target = z.infer<typeof target>;

const messageBody = z.object({ text: z.string().trim().min(1).max(LINE_MAX) });
const moveBody = z.object({ to: z.enum(['watch', 'team']) });

/** The code in the address of a request. Throws a Refusal for none. */
export const codeOf = ({ request }: Asked): string => read(roomCode, request.params.code, 'A room code is needed.');

/** Adds the routes. */
export function mountRoomActs(api: Router, auth: AdminAuth): void {
  api.post(
    '/rooms/:code/message',
    route(auth, async (asked) => {
      const { text } = read(messageBody, asked.request.body, `A text of up to ${LINE_MAX} letters is needed.`);
      return carry(asked.session, codeOf(asked), { do: 'message', text }, undefined, text);
    }),
  );
  api.post(
    '/rooms/:code/kick',
    route(auth, async (asked) => {
      const person = await personIn(asked);
      return carry(asked.session, codeOf(asked), { do: 'kick', who: person.who }, person, person.name);
    }),
  );
  api.post(
    '/rooms/:code/move',
    route(auth, async (asked) => {
      const { to } = read(moveBody, asked.request.body, 'Whom to move, and where, is needed.');
      const person = await personIn(asked);
      const where = to === 'watch' ? 'to those who watch' : 'to the other team';
      return carry(asked.session, codeOf(asked), { do: 'move', who: person.who, to }, person, `${person.name} ${where}`);
    }),
  );
  for (const act of ['end', 'close'] as const)
    api.post(
      `/rooms/:code/${act}`,
      route(auth, async (asked) => {
        const code = codeOf(asked);
        needOperator(asked.session);
        return carry(asked.session, code, { do: act }, undefined, '');
      }),
    );
  api.post(
    '/rooms/:code/ticket',
    route(auth, async (asked) => {
      const code = codeOf(asked);
      if (!(await matchMaker.query({ name: 'match', roomId: code }))[0]) throw new Refusal(404, 'room', 'There is no such room.');
      await note(asked.session, { action: 'watch', room: code, target: '', detail: '' });
      return { ticket: await people.watchTicket(code) };
    }),
  );
}

/** Whom a request is about. Throws a Refusal when nobody is there. */
export async function personIn(asked: Asked): Promise<PersonHere> {
  const code = codeOf(asked);
  const whom = read(target, asked.request.body, 'A room code and a slot are needed.');
  const at = 'who' in whom ? whom.who : whom.slot;
  const person = await matchMaker.remoteRoomCall<MatchRoom, 'personAt'>(code, 'personAt', [at]).catch(() => undefined);
  if (!person) throw new Refusal(404, 'target', 'Nobody sits there.');
  return person;
}

/** Has the room do something, whatever process it is in, and writes it down. Throws a Refusal when it cannot be done. */
async function carry(session: Session, code: string, order: RoomOrder, person: PersonHere | undefined, detail: string): Promise<object> {
  const call = matchMaker.remoteRoomCall<MatchRoom, 'operate'>(code, 'operate', [order]);
  const problem = await call.catch(() => undefined);
  if (problem === undefined) throw new Refusal(404, 'room', 'There is no such room.');
  if (problem) throw new Refusal(409, 'order', problem);
  await note(session, { action: order.do, room: code, target: person?.identity ?? '', detail });
  return { ok: true };
}
