// Another match to watch, when one's own is over for good.

import type { PublicRoom } from '#shared/net/reports.ts';
import { watch } from '../flow.ts';
import { SERVER } from '../load.ts';
import { openPage } from '../pages.ts';
import { worthWatching } from './order.ts';

/** Watches the best match besides that of a code; where there is none, the list says so. `toMenu` leads to the list. */
export async function watchAnother(except: string, toMenu: () => void): Promise<void> {
  const rooms = await fetch(`${SERVER}/api/rooms`).then(
    (answer) => answer.json() as Promise<PublicRoom[]>,
    () => [],
  );
  const [best] = worthWatching(rooms.filter(({ code, password }) => code !== except && !password));
  if (best) return watch(best.code, -1);
  toMenu();
  openPage('watch');
}
