// How a puck is off, as light in its player's colour: health as a bar, bolts and dashes as groups of pips.

import { type ComponentChild, h } from 'preact';
import { dashesOf, energyOf } from '#shared/sim/puck.ts';
import type { Puck } from '#shared/sim/types.ts';
import { DASH, ENERGY, PUCK } from '#shared/tuning.ts';
import { t } from '../../i18n/index.ts';

/** Below this share the bar warns. */
const LOW = 0.35;

export function HealthBar({ health, numbered }: { health: number; numbered?: boolean }): ComponentChild {
  const share = Math.max(0, Math.min(1, health / PUCK.health));
  const aria = {
    role: 'meter',
    'aria-label': t('hud.health'),
    'aria-valuemin': 0,
    'aria-valuemax': PUCK.health,
    'aria-valuenow': health,
  } as const;
  return h('div', { class: `health${share <= LOW ? ' low' : ''}`, ...aria }, [
    h('i', { class: 'health-fill', style: { width: `${share * 100}%` } }),
    numbered ? h('b', { 'aria-hidden': 'true' }, Math.ceil(health)) : null,
  ]);
}

export function Charges({ puck }: { puck: Puck }): ComponentChild {
  return [pips(t('hud.bolts'), 'bolt', energyOf(puck), ENERGY.charges), pips(t('hud.dashes'), 'dash', dashesOf(puck), DASH.charges)];
}

function pips(label: string, kind: string, left: number, all: number): ComponentChild {
  return h('span', { class: `pips ${kind}`, role: 'img', 'aria-label': t('hud.gauge', { label, n: left, all }) }, [
    h('small', { 'aria-hidden': 'true' }, label),
    Array.from({ length: all }, (_, i) => h('i', { key: i, class: i < left ? 'pip full' : 'pip' })),
  ]);
}
