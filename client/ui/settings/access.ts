// Settings for eyes and ears: colours with what they look like, the size of text, motion, flashes, captions.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import { emblemPath, rimPath } from '../../view/emblems.ts';
import { cssColor, seatColor, teamColor } from '../../view/palette.ts';
import { PALETTES, type PaletteName, settings, TEXT_SCALE, useSettings } from '../settings.ts';
import { Choice, Slider, Switch } from './fields.ts';

const SEATS = 8;

export function AccessSection(): ComponentChild {
  const { palette, textScale, calm, limitFlashes, captions } = useSettings();
  return [
    h(Choice<PaletteName>, {
      label: t('settings.palette'),
      value: palette,
      options: PALETTES,
      textOf: (value) => t(`settings.palette.${value}`),
      onPick: (value) => settings.set({ palette: value }),
    }),
    h(Swatches, { palette }),
    h(Slider, {
      label: t('settings.textScale'),
      value: textScale,
      min: TEXT_SCALE.least,
      max: TEXT_SCALE.most,
      step: TEXT_SCALE.step,
      textOf: (value: number) => t('settings.percent', { n: Math.round(value * 100) }),
      onInput: (value: number) => settings.set({ textScale: value }),
      late: true,
    }),
    h(Switch, { label: t('settings.calm'), note: t('settings.calmNote'), on: calm, onChange: (on) => settings.set({ calm: on }) }),
    h(Switch, {
      label: t('settings.flashes'),
      note: t('settings.flashesNote'),
      on: limitFlashes,
      onChange: (on) => settings.set({ limitFlashes: on }),
    }),
    h(Switch, {
      label: t('settings.captions'),
      note: t('settings.captionsNote'),
      on: captions,
      onChange: (on) => settings.set({ captions: on }),
    }),
  ];
}

/** Players and teams as they look in a palette. */
function Swatches({ palette }: { palette: PaletteName }): ComponentChild {
  const sign = (d: string, color: number, filled: boolean): ComponentChild =>
    h(
      'svg',
      { key: d, viewBox: '-13 -13 26 26' },
      h('path', {
        d,
        fill: filled ? cssColor(color, 0.3) : 'none',
        stroke: cssColor(color),
        'stroke-width': 3,
        'stroke-linejoin': 'round',
        'stroke-linecap': 'round',
      }),
    );
  const seats = Array.from({ length: SEATS }, (_, slot) => sign(emblemPath(slot), seatColor(slot, { palette, teams: 0 }), false));
  const teams = [0, 1].map((team) => sign(rimPath(team), teamColor(team, palette), true));
  return h('div', { class: 'swatches', 'aria-hidden': 'true' }, [h('span', null, seats), h('span', null, teams)]);
}
