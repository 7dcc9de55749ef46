// Tries again and again to get back into a match, longer and longer apart, each page at its own times: a server that has
// just been restarted must not meet everybody at once.

/** Milliseconds: the first wait, the longest, and how long to try. */
const FIRST_MS = 250;
const LONGEST_MS = 1500;
const PATIENCE_MS = 45_000;
const GROWTH = 1.6;
/** A wait varies by this share to either side. */
const JITTER = 0.35;

/** The wait before a try, counted from 0, in milliseconds; `chance` from 0 to 1. */
export function waitBefore(attempt: number, chance: number): number {
  const wait = Math.min(LONGEST_MS, FIRST_MS * GROWTH ** attempt);
  return wait * (1 + JITTER * (2 * chance - 1));
}

/**
 * Runs `attempt` until it succeeds. Rejects with the last error when time is up, when `isFinal` says that trying again is
 * of no use, or when `goesOn` says that nobody wants it any more. A network that comes back is used at once.
 */
export async function tryAgain<T>(
  attempt: () => Promise<T>,
  { isFinal, goesOn }: { isFinal: (error: unknown) => boolean; goesOn: () => boolean },
): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (let i = 0; ; i++) {
    await pause(waitBefore(i, Math.random()));
    try {
      return await attempt();
    } catch (error) {
      if (isFinal(error) || !goesOn() || performance.now() > end) throw error;
    }
  }
}

/** Waits, but not for longer than until the network is back or the page is looked at. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      document.removeEventListener('visibilitychange', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    document.addEventListener('visibilitychange', done);
  });
}
