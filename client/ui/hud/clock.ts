// Time left: in the match, or in what the mode counts down to.

import { type ComponentChild, h } from 'preact';
import type { Mode } from '#shared/sim/mode.ts';
import type { Objective, Phase } from '#shared/sim/types.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';

/** From so many ticks on the clock warns. */
const ENDING_TICKS = 15 * TICK_HZ;

export interface ClockFacts {
  phase: Phase;
  tick: number;
  endTick: number;
  mode: Pick<Mode, 'clockTick'>;
  objectives: readonly Objective[];
}

export interface ClockFace {
  text: string;
  /** A word beside the time. */
  label: string;
  ending: boolean;
}

/** Ticks as minutes and seconds. */
export function clockText(ticks: number): string {
  const seconds = Math.max(0, Math.ceil(ticks / TICK_HZ));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What the clock shows; nothing while no time runs out. */
export function clockFace({ phase, tick, endTick, mode, objectives }: ClockFacts): ClockFace | undefined {
  if (phase === 'waiting') return { text: t('clock.free'), label: '', ending: false };
  if (phase !== 'live' && phase !== 'overtime') return undefined;
  const left = Math.min(mode.clockTick?.(objectives) ?? endTick, endTick) - tick;
  return {
    text: clockText(left),
    label: phase === 'overtime' ? t('clock.overtime') : '',
    ending: phase === 'overtime' || left < ENDING_TICKS,
  };
}

export function Clock({ match }: { match: Match }): ComponentChild {
  const { state, phase, mode, objectives } = match.session;
  const { tick, endTick } = state;
  const face = clockFace({ phase, tick, endTick, mode, objectives });
  if (!face) return null;
  return h('div', { class: `panel clock${face.ending ? ' ending' : ''}`, role: 'timer' }, [
    face.label ? h('small', null, face.label) : null,
    face.text,
  ]);
}
