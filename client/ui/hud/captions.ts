// Captions: what is to be heard, in words and with an arrow to where it comes from. For who cannot hear it, or has it off.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Hearing } from '../../audio/hearing.ts';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { type CaptionLine, CaptionLog, WAYS } from './captionsLog.ts';
import '../styles/captions.css';

/** So important that a screen reader says it too, when it is free. */
const READ_OUT = 3;

export function Captions({ match }: { match: Match }): ComponentChild {
  const log = useLog(match);
  const lines = log?.lines(performance.now()) ?? [];
  const urgent = lines.findLast(({ importance }) => importance === READ_OUT);
  return h('section', { class: 'captions', 'aria-label': t('caption.label') }, [
    h(
      'ol',
      { 'aria-hidden': true },
      lines.map((line) =>
        h('li', { key: line.id, class: `panel importance${line.importance}` }, [arrow(line), h('span', null, text(line))]),
      ),
    ),
    h('p', { class: 'unseen', 'aria-live': 'polite' }, urgent ? text(urgent) : ''),
  ]);
}

function text({ what, way }: CaptionLine): string {
  // None of them has anything to fill in.
  const said = t(what as 'caption.shot');
  return way ? t('caption.where', { what: said, where: t(`caption.${way}`) }) : said;
}

function arrow({ way }: CaptionLine): ComponentChild {
  if (!way) return null;
  const turn = `rotate(${WAYS.indexOf(way) * (360 / WAYS.length)} 12 12)`;
  const line = { d: 'M4 12h15M13 6l6 6-6 6', fill: 'none', stroke: 'currentColor', 'stroke-width': 2.4, transform: turn } as const;
  return h('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', line));
}

/** Listens as long as the captions are shown. */
function useLog(match: Match): CaptionLog | undefined {
  const [log, setLog] = useState<CaptionLog>();
  useEffect(() => {
    const captions = new CaptionLog();
    const hearing = new Hearing(match.session, (noise) => captions.add(noise, match.ear, performance.now()));
    const stopListening = match.listen(hearing);
    let frame = 0;
    const look = (nowMs: number): void => {
      frame = requestAnimationFrame(look);
      hearing.look(nowMs);
    };
    frame = requestAnimationFrame(look);
    setLog(captions);
    return () => {
      cancelAnimationFrame(frame);
      stopListening();
    };
  }, [match]);
  return log;
}
