// About one's seat: a warning to those who do nothing or whose line is longer than the host allows, and a word to those who
// have lost it for that.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { secondsUntil } from './objectiveLines.ts';

/** The word about a lost seat stays for so long. */
const LOST_MS = 12_000;

export function SeatNotice({ match }: { match: Match }): ComponentChild {
  const { me, state } = match.session;
  const { idleTick = 0, pingTick = 0 } = state.pucks[me] ?? {};
  const reason = pingTick > 0 ? 'ping' : idleTick > 0 ? 'idle' : undefined;
  const lost = useLost(me, reason);
  if (reason === 'ping') return notice(t('seat.ping', { n: secondsUntil(pingTick, state.tick) }));
  if (reason === 'idle') return notice(t('seat.idle', { n: secondsUntil(idleTick, state.tick) }));
  if (lost) return notice(t(LOST[lost]));
  return null;
}

function notice(text: string): ComponentChild {
  return h('p', { class: 'panel seat-notice', role: 'alert' }, text);
}

type Reason = 'idle' | 'ping';
type Loss = Reason | 'moved';

/** Without a warning it was the host. */
const LOST = { idle: 'seat.lost', ping: 'seat.lostPing', moved: 'seat.moved' } as const;

/** What the seat was lost for a moment ago: what one was warned of when one still had it. */
function useLost(me: number, warned: Reason | undefined): Loss | undefined {
  const last = useRef<Loss>('moved');
  if (me >= 0) last.current = warned ?? 'moved';
  const [had, setHad] = useState(me >= 0);
  const [lost, setLost] = useState<Loss>();
  const seated = me >= 0;
  useEffect(() => {
    setLost(had && !seated ? last.current : undefined);
    setHad(seated);
  }, [seated]);
  useEffect(() => {
    if (!lost) return undefined;
    const timer = setTimeout(() => setLost(undefined), LOST_MS);
    return () => clearTimeout(timer);
  }, [lost]);
  return lost;
}
