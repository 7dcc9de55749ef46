// What the panel's routes have in common: bodies that are checked, refusals that are counted, and a line in the audit for
// each act.

import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { people } from '../identity/people.ts';
import { log } from '../log.ts';
import { refusals } from '../metrics.ts';
import type { AuditFields } from '../store/records.ts';
import type { AdminAuth, Session } from './auth.ts';

export const roomCode = z.string().regex(/^[A-Z]{5}$/);
export const rowId = z.coerce.number().int().positive();

/** Something is refused; the sentence is for the person at the panel. */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(status: number, reason: string, sentence: string) {
    super(sentence);
    this.status = status;
    this.reason = reason;
  }
}

/** Answers with a refusal. */
export function refuse(response: Response, { status, reason, message }: Refusal): void {
  refusals.inc({ reason: `admin-${reason}` });
  response.status(status).json({ error: message });
}

/** What somebody sent, as a shape has it. Throws a Refusal with a sentence of what is needed. */
export function read<T>(shape: z.ZodType<T>, sent: unknown, needed: string): T {
  const parsed = shape.safeParse(sent);
  if (!parsed.success) throw new Refusal(400, 'body', needed);
  return parsed.data;
}

/** A request with the session that it has for sure. */
export interface Asked {
  request: Request;
  session: Session;
}

/** A route of its answer: what `answer` resolves to is sent, a Refusal that it throws is told. */
export function route(auth: AdminAuth, answer: (asked: Asked) => Promise<object> | object): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    const session = auth.sessionOf(request);
    try {
      if (!session) throw new Refusal(401, 'session', 'Log in first.');
      response.json(await answer({ request, session }));
    } catch (error) {
      if (error instanceof Refusal) refuse(response, error);
      else next(error);
    }
  };
}

/** Throws a Refusal for a moderator. */
export function needOperator({ role }: Session): void {
  if (role !== 'operator') throw new Refusal(403, 'role', 'Only the operator may do that.');
}

/** Writes down what somebody has done; on disk when the promise resolves. */
export async function note({ by }: Session, line: Omit<AuditFields, 'by'>): Promise<void> {
  log.warn({ by, ...line }, 'admin');
  await people.store.addAudit({ by, ...line });
}
