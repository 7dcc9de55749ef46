// Bans and mutes from the panel: of whoever is in a room, with a reason and a term; their list, and lifting one. A
// moderator's are short, and only their own are theirs to lift. No hash of an address leaves the server.

import { matchMaker } from '@colyseus/core';
import type { Router } from 'express';
import { z } from 'zod';
import { MODERATOR_HOURS, type SanctionReport } from '#shared/net/reports.ts';
import { people } from '../identity/people.ts';
import { LONGEST_TERM_S, type Sanctions } from '../identity/sanctions.ts';
import type { MatchRoom } from '../rooms/MatchRoom.ts';
import type { Sanction } from '../store/records.ts';
import type { AdminAuth, Session } from './auth.ts';
import { type Asked, note, Refusal, read, route, rowId } from './respond.ts';
import { codeOf, personIn } from './roomActs.ts';

const REASON_MAX = 200;
const HOUR_S = 3600;

const termBody = z.object({
  /** The person reads it. */
  reason: z.string().trim().max(REASON_MAX).default(''),
  hours: z
    .number()
    .positive()
    .max(LONGEST_TERM_S / HOUR_S),
  /** Also whoever comes from the same address. */
  address: z.boolean().default(true),
});

/** Reading: the session is enough. */
export function mountBanList(api: Router, auth: AdminAuth): void {
  api.get(
    '/bans',
    route(auth, () => people.bans.all.map(shown)),
  );
  api.get(
    '/mutes',
    route(auth, () => people.mutes.all.map(shown)),
  );
}

const shown = ({ id, kind, name, reason, by, at, until }: Sanction): SanctionReport => ({ id, kind, name, reason, by, at, until });

/** Changing. */
export function mountBanActs(api: Router, auth: AdminAuth): void {
  const banned = (asked: Asked) => sanction(asked, people.bans, 'ban');
  const muted = async (asked: Asked) => {
    const added = await sanction(asked, people.mutes, 'mute');
    const { who } = added;
    // What they have said goes too.
    await matchMaker.remoteRoomCall<MatchRoom, 'operate'>(codeOf(asked), 'operate', [{ do: 'unsay', who }]).catch(() => undefined);
    return added;
  };
  api.post('/rooms/:code/ban', route(auth, banned));
  api.post('/rooms/:code/mute', route(auth, muted));
  api.post(
    '/bans/:id/lift',
    route(auth, (asked) => lift(asked, people.bans, 'ban')),
  );
  api.post(
    '/mutes/:id/lift',
    route(auth, (asked) => lift(asked, people.mutes, 'mute')),
  );
}

async function sanction(asked: Asked, list: Sanctions, action: 'ban' | 'mute'): Promise<{ id: number; until: number; who: string }> {
  const { session } = asked;
  const { reason, hours, address } = read(termBody, asked.request.body, 'A room code, a slot and hours are needed.');
  if (session.role === 'moderator' && hours > MODERATOR_HOURS)
    throw new Refusal(403, 'role', `A moderator's ${action} lasts ${MODERATOR_HOURS} hours at most.`);
  const person = await personIn(asked);
  const whom = { identity: person.identity, address: address ? person.address : '' };
  const { id, until } = await list.add({ ...whom, name: person.name, reason, by: session.by, termS: hours * HOUR_S });
  const detail = `${person.name}, ${hours} h: ${reason || 'no reason given'}`;
  await note(session, { action, room: codeOf(asked), target: person.identity, detail });
  return { id, until, who: person.who };
}

async function lift({ request, session }: Asked, list: Sanctions, kind: 'ban' | 'mute'): Promise<object> {
  const id = read(rowId, request.params.id, 'Which one is needed.');
  const meant = list.all.find((one) => one.id === id);
  if (!meant) throw new Refusal(404, 'lift', `There is no such ${kind}.`);
  mayLift(session, meant);
  if (!(await list.lift(id))) throw new Refusal(404, 'lift', `There is no such ${kind}.`);
  await note(session, { action: 'lift', room: '', target: meant.identity, detail: `${kind} ${id} of ${meant.name}` });
  return { ok: true };
}

function mayLift({ role, by }: Session, sanction: Sanction): void {
  if (role === 'moderator' && sanction.by !== by) throw new Refusal(403, 'role', 'Only the operator lifts what others have set.');
}
