// What processes tell one another of people: bans and mutes, new identities and deleted ones. Each stores what it hears, so
// that machines with a DATA_DIR of their own know of it too; those that share one find it there already.

import type { Presence } from '@colyseus/core';
import { z } from 'zod';
import type { People } from '../identity/people.ts';
import { log } from '../log.ts';

const TOPIC = 'carom:people';

const text = z.string().max(512);
const sanction = z.object({
  kind: z.enum(['ban', 'mute']),
  identity: text,
  address: text,
  name: text,
  reason: text,
  by: text,
  at: z.number(),
  until: z.number(),
});
const news = z.discriminatedUnion('what', [
  z.object({ what: z.enum(['add', 'lift']), sanction }),
  z.object({ what: z.enum(['welcome', 'forget']), identity: text.min(1) }),
]);
type News = z.infer<typeof news>;

/** Tells the other processes what this one does, and does what they tell. */
export async function shareNews(people: People, presence: Presence): Promise<void> {
  const tell = (said: News): void => {
    // Without Redis those that share the store find it there a little later.
    void Promise.resolve(presence.publish(TOPIC, said)).catch((error: Error) => log.warn({ error: error.message }, 'others were not told'));
  };
  people.announce = tell;
  people.bans.announce = tell;
  people.mutes.announce = tell;
  await presence.subscribe(TOPIC, (received: unknown) => {
    const heard = news.safeParse(received);
    if (!heard.success) log.warn({ error: heard.error.message }, 'news of another process were not understood');
    else void take(people, heard.data).catch((error: unknown) => log.error({ err: error }, 'news of another process were not stored'));
  });
}

async function take(people: People, heard: News): Promise<void> {
  const { store } = people;
  if ('sanction' in heard) {
    const { what, sanction } = heard;
    await (what === 'add' ? store.copySanction(sanction) : store.liftCopy(sanction));
  } else if (heard.what === 'welcome') {
    await store.addIdentity(heard.identity, Date.now());
    return;
  } else await store.deleteIdentity(heard.identity);
  await people.loadSanctions();
}
