// Bans by the operator: of whoever holds a seat, with a reason and a term; their list, and lifting one. Each leaves a line
// in the audit. No hash of an address leaves the server.

import { matchMaker } from '@colyseus/core';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { people } from '../identity/people.ts';
import { LONGEST_TERM_S } from '../identity/sanctions.ts';
import { refuse } from '../refuse.ts';
import type { MatchRoom } from '../rooms/MatchRoom.ts';

const REASON_MAX = 200;
const HOUR_S = 3600;

const banBody = z.object({
  slot: z
    .int()
    .min(0)
    .max(MAX_PUCKS - 1),
  /** The person reads it. */
  reason: z.string().trim().max(REASON_MAX).default(''),
  hours: z
    .number()
    .positive()
    .max(LONGEST_TERM_S / HOUR_S),
  /** Also whoever comes from the same address. */
  address: z.boolean().default(true),
});
const roomCode = z.string().regex(/^[A-Z]{5}$/);
const banId = z.coerce.number().int().positive();

/** Reading: the session is enough. */
export function mountBanList(api: Router): void {
  api.get('/bans', (_request, response) => {
    const bans = people.bans.all.map(({ id, name, reason, by, at, until }) => ({ id, name, reason, by, at, until }));
    response.json(bans);
  });
}

/** Changing. */
export function mountBanActs(api: Router): void {
  api.post('/rooms/:code/ban', ban);
  api.post('/bans/:id/lift', lift);
}

async function ban(request: Request, response: Response): Promise<void> {
  const code = roomCode.safeParse(request.params.code);
  const body = banBody.safeParse(request.body);
  if (!code.success || !body.success) return deny(response, 400, 'A room code, a slot and hours are needed.');
  const { slot, reason, hours, address } = body.data;
  const call = matchMaker.remoteRoomCall<MatchRoom, 'personAt'>(code.data, 'personAt', [slot]);
  const person = await call.catch(() => undefined);
  if (!person) return deny(response, 404, 'Nobody sits there.');
  const target = { identity: person.identity, address: address ? person.address : '' };
  const { id, until } = await people.bans.add({ ...target, name: person.name, reason, by: 'operator', termS: hours * HOUR_S });
  await people.store.addAudit({ by: 'operator', action: 'ban', room: code.data, target: person.identity, detail: `${hours} h: ${reason}` });
  response.json({ id, until });
}

async function lift(request: Request, response: Response): Promise<void> {
  const id = banId.safeParse(request.params.id);
  if (!id.success || !(await people.bans.lift(id.data))) return deny(response, 404, 'There is no such ban.');
  await people.store.addAudit({ by: 'operator', action: 'lift', room: '', target: '', detail: `ban ${id.data}` });
  response.json({ ok: true });
}

function deny(response: Response, status: number, sentence: string): void {
  response.status(status).json({ error: refuse('admin-ban', status, sentence).message });
}
