// What concerns the whole server, from the panel: a line to everybody in all rooms and lobbies of all processes, and the
// draining of this process.

import type { Router } from 'express';
import { z } from 'zod';
import { LINE_MAX } from '#shared/net/chat.ts';
import { worldChat } from '../chat/worldChat.ts';
import { drain } from '../drain.ts';
import type { AdminAuth } from './auth.ts';
import { needOperator, note, Refusal, read, route } from './respond.ts';

const announceBody = z.object({ text: z.string().trim().min(1).max(LINE_MAX) });
const drainBody = z.object({ on: z.boolean() });

/** Adds the routes. */
export function mountServerActs(api: Router, auth: AdminAuth): void {
  api.post(
    '/announce',
    route(auth, async ({ request, session }) => {
      needOperator(session);
      const { text } = read(announceBody, request.body, `A text of up to ${LINE_MAX} letters is needed.`);
      worldChat.open();
      const line = { identity: '', room: '', session: '', name: '', role: 'operator' as const, text, at: Math.round(Date.now() / 1000) };
      await worldChat.say(line).catch(() => {
        throw new Refusal(503, 'broker', 'The other processes cannot be reached just now.');
      });
      await note(session, { action: 'announce', room: '', target: '', detail: text });
      return { ok: true };
    }),
  );
  api.post(
    '/drain',
    route(auth, async ({ request, session }) => {
      needOperator(session);
      const { on } = read(drainBody, request.body, 'Whether to drain is needed.');
      drain.set(on);
      await note(session, { action: on ? 'drain' : 'undrain', room: '', target: '', detail: '' });
      return { draining: drain.on };
    }),
  );
}
