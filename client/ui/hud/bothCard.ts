// The second page of a death: its last moments as both saw it, side by side, and in words.

import { type ComponentChild, h } from 'preact';
import { PUCK } from '#shared/tuning.ts';
import { t } from '../../i18n/index.ts';
import { useBack } from '../back.ts';
import { type BothViews, tellBoth } from '../bothViews.ts';
import { Icon } from '../icons.ts';

/** Colours of the two. */
interface Look {
  own: string;
  bolt: string;
}

export function BothCard({ views, look, onClose }: { views: BothViews; look: Look; onClose: () => void }): ComponentChild {
  const { shown, after, server } = views.ways;
  useBack(onClose);
  return h('section', { class: 'panel both', 'aria-label': t('death.both') }, [
    h('div', { class: 'both-parts' }, [
      h('figure', null, [
        h('figcaption', null, t('both.screen')),
        h(Drawing, { views }, [
          h(Bolt, { way: views.unseen, color: look.bolt, dashed: true }),
          h(Bolt, { way: views.seen, color: look.bolt }),
          h(Line, { way: [...shown.slice(-2), ...after], color: look.own, dashed: true }),
          h(Own, { way: shown, color: look.own }),
        ]),
      ]),
      h('figure', null, [
        h('figcaption', null, t('both.server')),
        h(Drawing, { views }, [
          h(Bolt, { way: [...views.unseen, ...views.seen], color: look.bolt }),
          h(Own, { way: server, color: look.own }),
        ]),
      ]),
    ]),
    h(
      'ul',
      null,
      tellBoth(views).map((text) => h('li', { key: text }, text)),
    ),
    h('button', { class: 'plain', type: 'button', 'aria-label': t('menu.close'), onClick: onClose }, h(Icon, { name: 'close' })),
  ]);
}

function Drawing({ views, children }: { views: BothViews; children?: ComponentChild }): ComponentChild {
  const { left, top, right, bottom } = views.box;
  return h('svg', { viewBox: `${left} ${top} ${right - left} ${bottom - top}`, 'aria-hidden': 'true' }, [
    h('path', { class: 'way-walls', d: views.walls }),
    children,
  ]);
}

interface LineProps {
  way: readonly number[];
  color: string;
  width?: number;
  opacity?: number;
  dashed?: boolean;
}

function Line({ way, color, width = 2.5, opacity = 1, dashed = false }: LineProps): ComponentChild {
  const points = way.map((value) => Math.round(value)).join(' ');
  return h('polyline', {
    points,
    fill: 'none',
    stroke: color,
    'stroke-width': width,
    'stroke-opacity': opacity,
    'stroke-linejoin': 'round',
    'stroke-linecap': dashed ? 'butt' : 'round',
    'vector-effect': 'non-scaling-stroke',
    ...(dashed ? { 'stroke-dasharray': '4 4' } : {}),
  });
}

/** A bolt's way, ending where it hit. */
function Bolt({ way, color, dashed = false }: LineProps): ComponentChild {
  return [
    dashed ? null : h(Line, { way, color, width: 6, opacity: 0.4 }),
    h(Line, { way, color: '#fff', width: 1.8, opacity: dashed ? 0.6 : 1, dashed }),
  ];
}

/** One's own way, with oneself at its end. */
function Own({ way, color }: LineProps): ComponentChild {
  return [
    h(Line, { way, color }),
    h('circle', {
      cx: way.at(-2),
      cy: way.at(-1),
      r: PUCK.radius,
      fill: color,
      'fill-opacity': 0.25,
      stroke: color,
      'stroke-width': 2,
      'vector-effect': 'non-scaling-stroke',
    }),
  ];
}
