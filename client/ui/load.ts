// The chunks that are loaded behind the menu. Each is loaded once; a failure is forgotten, so
// that the next try loads again.

import { identify } from './identity.ts';

export { SERVER } from './server.ts';

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** What reaches the rooms, as who one is. */
export const loadNet = once(async () => {
  const [net] = await Promise.all([import('../net/index.ts'), identify()]);
  return net;
});

/** What is drawn and told around a match. */
export const loadAround = once(() => import('./around.ts'));

/** Screens of the menu. */
export const loadHowTo = once(() => import('./howTo/howTo.ts'));
export const loadSettings = once(() => import('./settings/sections.ts'));

/** Lists of rooms, the form to open one, and what is known of the room that one is in. */
export const loadBrowse = once(() => import('./rooms/browse.ts'));
export const loadWatch = once(() => import('./rooms/watch.ts'));
export const loadHost = once(() => import('./rooms/host.ts'));
export const loadAnother = once(() => import('./rooms/another.ts'));
export const loadReport = once(() => import('./hud/report.ts'));
export const loadRoomPanel = once(() => import('./hud/hostMenuPanel.ts'));

/** What is there for fingers only, and for whatever is held in the hands. */
export const loadTouch = once(() => import('./hud/touchControls.ts'));
export const loadInHand = once(() => import('../input/inHand.ts'));

/** The picture of a match that has ended. */
export const loadPoster = once(() => import('./poster/poster.ts'));
