// How the connection does, on F3: the last minute of round trips, and what the session and the server counted.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatNumber, t } from '../../i18n/index.ts';
import type { FrameKind, Meter } from '../../net/meter.ts';
import type { Match } from '../match.ts';

const SAMPLE_MS = 500;
const SAMPLES = 120;
const HEIGHT = 40;
const INDENT = '\u2003';

interface Rates {
  /** Payload bytes a second. */
  down: number;
  up: number;
  /** Of both together. */
  byKind: [kind: FrameKind, rate: number][];
  trips: number[];
}

export function Netgraph({ match }: { match: Match }): ComponentChild {
  const rates = useRates(match);
  const { me, state } = match.session;
  const handicap = state.pucks[me]?.handicap ?? 0;
  const { rttMs, jitterMs, corrections, largestCorrection, unacknowledged, report } = match.session.stats;
  const rows: [string, string][] = [
    [t('net.trip'), milliseconds(rttMs)],
    [t('net.simulated'), milliseconds(handicap)],
    [t('net.jitter'), milliseconds(jitterMs, 1)],
    [t('net.corrections'), t('net.largest', { n: corrections, units: formatNumber(largestCorrection, 1) })],
    [t('net.down'), rateText(rates.down)],
    [t('net.up'), rateText(rates.up)],
    ...rates.byKind.map(([kind, rate]): [string, string] => [`${INDENT}${t(`net.kind.${kind}`)}`, rateText(rate)]),
    [t('net.unacknowledged'), String(unacknowledged)],
    [t('net.queue'), report ? t('net.range', { from: report.queueMin, to: report.queueMax }) : '–'],
    [t('net.starved'), report ? t('net.each', { n: report.starved }) : '–'],
    [t('net.late'), report ? String(report.late) : '–'],
  ];
  return h('aside', { class: 'panel netgraph', 'aria-label': t('net.label') }, [
    h(Graph, { trips: rates.trips }),
    h(
      'dl',
      null,
      rows.map(([name, value]) => [h('dt', { key: name }, name), h('dd', { key: `${name}=` }, value)]),
    ),
  ]);
}

const milliseconds = (ms: number, digits = 0): string => t('settings.milliseconds', { n: formatNumber(ms, digits) });

/** Payload bytes a second. */
function rateText(bytes: number): string {
  return bytes < 1000 ? t('net.bytes', { n: Math.round(bytes) }) : t('net.kilobytes', { n: formatNumber(bytes / 1000, 1) });
}

function Graph({ trips }: { trips: number[] }): ComponentChild {
  const most = Math.max(50, ...trips);
  const points = trips.map((trip, i) => `${i},${(HEIGHT * (1 - trip / most)).toFixed(1)}`).join(' ');
  return h('svg', { viewBox: `0 0 ${SAMPLES} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, [
    h('polyline', { points, fill: 'none', stroke: 'currentColor', 'vector-effect': 'non-scaling-stroke', 'stroke-width': 1.5 }),
  ]);
}

/** Bytes a second of each kind that came by since `before`, the largest first. */
function rateOf(now: Meter['byKind'], before: Meter['byKind'], share: number): Rates['byKind'] {
  const kinds = Object.keys(now) as FrameKind[];
  const rates = kinds.map((kind): [FrameKind, number] => [kind, ((now[kind] ?? 0) - (before[kind] ?? 0)) * share]);
  return rates.sort((a, b) => b[1] - a[1]);
}

function useRates(match: Match): Rates {
  const rates = useRef<Rates>({ down: 0, up: 0, byKind: [], trips: [] });
  useEffect(() => {
    const { meter } = match.session.stats;
    let { downBytes, upBytes } = meter;
    let kinds = { ...meter.byKind };
    const timer = setInterval(() => {
      const share = 1000 / SAMPLE_MS;
      rates.current.down = (meter.downBytes - downBytes) * share;
      rates.current.up = (meter.upBytes - upBytes) * share;
      rates.current.byKind = rateOf(meter.byKind, kinds, share);
      ({ downBytes, upBytes } = meter);
      kinds = { ...meter.byKind };
      rates.current.trips = [...rates.current.trips, match.session.stats.rttMs].slice(-SAMPLES);
    }, SAMPLE_MS);
    return () => clearInterval(timer);
  }, [match]);
  return rates.current;
}
