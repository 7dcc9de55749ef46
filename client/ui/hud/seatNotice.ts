// About one's seat: a warning to those who do nothing, and a word to those who have lost it for that.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { secondsUntil } from './objectiveLines.ts';

/** The word about a lost seat stays for so long. */
const LOST_MS = 12_000;

export function SeatNotice({ match }: { match: Match }): ComponentChild {
  const { me, state } = match.session;
  const lost = useLost(me);
  const idleTick = me < 0 ? 0 : (state.pucks[me]?.idleTick ?? 0);
  if (idleTick > 0) return notice(t('seat.idle', { n: secondsUntil(idleTick, state.tick) }));
  if (lost) return notice(t('seat.lost'));
  return null;
}

function notice(text: string): ComponentChild {
  return h('p', { class: 'panel seat-notice', role: 'alert' }, text);
}

/** Whether the seat was lost a moment ago. */
function useLost(me: number): boolean {
  const [had, setHad] = useState(me >= 0);
  const [lost, setLost] = useState(false);
  const seated = me >= 0;
  useEffect(() => {
    setLost(had && !seated);
    setHad(seated);
  }, [seated]);
  useEffect(() => {
    if (!lost) return undefined;
    const timer = setTimeout(() => setLost(false), LOST_MS);
    return () => clearTimeout(timer);
  }, [lost]);
  return lost;
}
