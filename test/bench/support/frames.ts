// Runs inside the page: logs each frame of Phaser's loop. Serialised into the browser, so it uses nothing from outside.

export interface FrameLog {
  /** From Phaser's prestep to its postrender. */
  scriptMs: number[];
  /** Calls of the graphics card a frame. */
  draws: number[];
  /** From the press of a button to the end of the frame that shows its command. */
  pressToFrameMs: number[];
  /** Bolts in the air that are shown a frame, and pucks in play; some of both may be outside the view. */
  bolts: number[];
  pucks: number[];
}

interface Page {
  session: { own?: { buttons: number }; flights: { all(): Iterable<{ visible: boolean }> }; pucks: { alive: boolean }[] };
  game: { events: { on(name: string, listener: () => void): void }; renderer: { gl: Record<string, (...args: unknown[]) => unknown> } };
}

/** Begins to log. Returns the log, which goes on filling. */
export function watchFrames(): FrameLog {
  const { session, game } = (window as never as { __carom: Page }).__carom;
  const { gl } = game.renderer;
  const log: FrameLog = { scriptMs: [], draws: [], pressToFrameMs: [], bolts: [], pucks: [] };
  let draws = 0;
  let start = 0;
  let pressedAt = 0;
  for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced']) {
    const draw = gl[name];
    if (!draw) continue;
    gl[name] = (...args) => {
      draws++;
      return draw.apply(gl, args);
    };
  }
  window.addEventListener('mousedown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
  game.events.on('prestep', () => {
    start = performance.now();
    draws = 0;
  });
  game.events.on('postrender', () => {
    const now = performance.now();
    log.scriptMs.push(now - start);
    log.draws.push(draws);
    log.bolts.push([...session.flights.all()].filter(({ visible }) => visible).length);
    log.pucks.push(session.pucks.filter(({ alive }) => alive).length);
    if (pressedAt === 0 || !((session.own?.buttons ?? 0) & 1)) return;
    log.pressToFrameMs.push(now - pressedAt);
    pressedAt = 0;
  });
  return log;
}
