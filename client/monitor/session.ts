// Who is at the panel, and how what goes wrong is told: views get this from the page around them.

import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { Role } from '#shared/net/reports.ts';

export interface Panel {
  role: Role;
  by: string;
  /** Runs something that may be refused; the refusal is shown, and a session that has ended leads to the login. */
  run: (doing: Promise<unknown>, done?: string) => void;
}

export const PanelContext = createContext<Panel>({ role: 'moderator', by: '', run: () => {} });

export const usePanel = (): Panel => useContext(PanelContext);

/** Asks now, and then every so often while the page is in sight; `fresh` where something may have been missed. */
export function usePolling(everyMs: number, ask: (fresh: boolean) => Promise<unknown>, on: unknown): void {
  const { run } = usePanel();
  useEffect(() => {
    let asking = false;
    const tick = (fresh: boolean): void => {
      if (asking || document.hidden) return;
      asking = true;
      run(
        ask(fresh).finally(() => {
          asking = false;
        }),
      );
    };
    const back = (): void => tick(true);
    tick(true);
    const timer = setInterval(() => tick(false), everyMs);
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', back);
    };
  }, [on]);
}
