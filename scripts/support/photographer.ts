// Plays a page as a person would, roughly, and finds a moment worth a picture.

import type { Page } from 'playwright-core';
import type { MatchSession } from '../../client/net/session.ts';

/** Between two moves of the hand. */
const HAND_MS = 250;
/** The longer it takes, the less is asked of the moment. */
const PATIENCE_MS = 50_000;
/** How far a thumb pushes its stick, in CSS pixels. */
const THUMB = 42;
/** Thumbs are lifted after so many moves. */
const PRESS_EVERY = 12;
const KEYS = ['KeyD', 'KeyS', 'KeyA', 'KeyW'] as const;

/** The page's handle: see client/main.ts. */
interface Handle {
  session: MatchSession;
  game: {
    loop: { sleep(): void };
    events: { on(name: string, listener: () => void): void; off(name: string, listener: () => void): void };
    scene: { getScene(name: string): { cameras: { main: { worldView: View } }; children: { list: Drawn[] } } };
  };
}

interface View {
  x: number;
  y: number;
  width: number;
  height: number;
  centerX: number;
  centerY: number;
  contains(x: number, y: number): boolean;
}

/** What stands in the scene, as far as it matters here. */
interface Drawn {
  visible: boolean;
  x: number;
  y: number;
  alpha: number;
  scaleX: number;
  frame?: { name: string };
}

export interface Screen {
  width: number;
  height: number;
  /** Whether it is played with fingers. */
  touch: boolean;
}

/** Aims at the nearest enemy, fires and walks about until it is stopped. */
export function playOn(page: Page, screen: Screen): { stop(): Promise<void> } {
  let going = true;
  const isGoing = (): boolean => going;
  const playing = screen.touch ? playByTouch(page, screen, isGoing) : playByMouse(page, screen, isGoing);
  return {
    async stop() {
      going = false;
      // The hand may be caught in the middle of a move when the page closes.
      await playing.catch(() => undefined);
    },
  };
}

async function playByMouse(page: Page, { width, height }: Screen, going: () => boolean): Promise<void> {
  for (let i = 0; going(); i++) {
    const key = KEYS[Math.floor(i / 3) % KEYS.length] as string;
    const angle = await page.evaluate(nearestEnemy);
    await page.mouse.move(width / 2 + Math.cos(angle) * height * 0.35, height / 2 + Math.sin(angle) * height * 0.35);
    await page.keyboard.down(key);
    await page.mouse.down();
    await page.waitForTimeout(HAND_MS);
    await page.mouse.up();
    await page.keyboard.up(key);
  }
}

/** The left thumb circles, the right one points at the nearest enemy. */
async function playByTouch(page: Page, { width, height }: Screen, going: () => boolean): Promise<void> {
  const fingers = await page.context().newCDPSession(page);
  const left = { x: width * 0.12, y: height * 0.74 };
  const right = { x: width * 0.88, y: height * 0.74 };
  const at = (thumb: { x: number; y: number }, angle: number, id: number) => ({
    x: thumb.x + Math.cos(angle) * THUMB,
    y: thumb.y + Math.sin(angle) * THUMB,
    id,
  });
  const down = [
    { ...left, id: 0 },
    { ...right, id: 1 },
  ];
  for (let i = 0; going(); i++) {
    // A thumb that was down before the sticks were there steers nothing.
    if (i % PRESS_EVERY === 0) {
      if (i > 0) await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: down });
    }
    const angle = await page.evaluate(nearestEnemy);
    const touchPoints = [at(left, i * 0.4, 0), at(right, angle, 1)];
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
    await page.waitForTimeout(HAND_MS);
  }
}

/** Resolves, with the page held still, in the thick of a fight: hot bolts, pucks close together, the ring of a blast. */
export async function awaitMoment(page: Page): Promise<void> {
  await page.evaluate(holdAtMoment, PATIENCE_MS);
}

/** Gives the seat up, if the page has one: else it would wait for its player in the next picture. */
export async function leaveMatch(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (globalThis as never as { __carom: Partial<Handle> }).__carom.session?.room.leave(true);
  });
}

/** In the page: radians from one's own puck to the nearest enemy. */
function nearestEnemy(): number {
  const { session } = (globalThis as never as { __carom: Handle }).__carom;
  const own = session.pucks.find(({ me }) => me);
  let best = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const { x, y, alive, me } of session.pucks) {
    if (!own || me || !alive) continue;
    const distance = Math.hypot(x - own.x, y - own.y);
    if (distance < nearest) {
      nearest = distance;
      best = Math.atan2(y - own.y, x - own.x);
    }
  }
  return best;
}

/** In the page: stops the loop right after a frame that shows enough. A spectator's puck is the one in the middle. */
function holdAtMoment(patienceMs: number): Promise<void> {
  const { session, game } = (globalThis as never as { __carom: Handle }).__carom;
  const scene = game.scene.getScene('arena');
  const { worldView: view } = scene.cameras.main;
  const start = performance.now();
  const far = (x: number, y: number): number => Math.hypot(x - view.centerX, y - view.centerY);
  /** Share of the view that lies on the map, which the border's outside is not worth a picture of. */
  const filled = (): number => {
    const { cols, rows } = session.map;
    const width = Math.min(view.x + view.width, cols * 48) - Math.max(view.x, 0);
    const height = Math.min(view.y + view.height, rows * 48) - Math.max(view.y, 0);
    return (width * height) / (view.width * view.height);
  };
  const worth = (focus: { x: number; y: number; slot: number }): number => {
    let sum = 0;
    for (const { alive, slot, x, y } of session.pucks) {
      if (alive && slot !== focus.slot && view.contains(x, y)) sum += Math.hypot(x - focus.x, y - focus.y) < 460 ? 6 : 2;
    }
    for (const { visible, level, x, y } of session.flights.all()) {
      if (visible && view.contains(x, y)) sum += (1 + level * 2) * (far(x, y) < view.height * 0.55 ? 1.4 : 0.7);
    }
    let blast = 0;
    for (const { visible, frame, x, y, alpha, scaleX } of scene.children.list) {
      if (visible && frame?.name === 'ring' && view.contains(x, y)) blast = Math.max(blast, 26 * alpha * Math.min(0.8, scaleX));
    }
    return (sum + blast) * filled();
  };
  return new Promise((resolve) => {
    const look = (): void => {
      const past = performance.now() - start;
      if (past < 5000) return;
      const alive = session.pucks.filter((shown) => shown.alive);
      const focus = session.me >= 0 ? alive.find(({ me }) => me) : alive.sort((a, b) => far(a.x, a.y) - far(b.x, b.y))[0];
      if (!focus || far(focus.x, focus.y) > view.height * 0.4 || worth(focus) < 46 * (1 - past / patienceMs)) return;
      game.events.off('postrender', look);
      game.loop.sleep();
      resolve();
    };
    game.events.on('postrender', look);
  });
}
