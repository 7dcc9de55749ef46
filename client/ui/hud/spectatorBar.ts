// For those who watch: whom they see the match through, with health and energy, and the ways to go on from there. Who
// is out for a round keeps the seat and watches the others meanwhile.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import { type Device, useDevice } from '../../input/device.ts';
import type { ShownPuck } from '../../net/sessionTypes.ts';
import { Emblem } from '../emblem.ts';
import type { Match } from '../match.ts';
import type { CameraKind } from '../spectator.ts';
import { controlText } from './controlTexts.ts';
import { type Deeds, useActions } from './devices.ts';
import { Charges, HealthBar } from './gauges.ts';
import { SeatButton } from './line.ts';
import { colorOf } from './playerName.ts';

interface BarProps {
  match: Match;
  /** Whether a menu is up: then keys are its. */
  busy: boolean;
}

export function SpectatorBar({ match, busy }: BarProps): ComponentChild {
  const { session, spectator } = match;
  const device = useDevice();
  const deeds: Deeds = {
    next: (down) => down && spectator.turn(match.watchable, 1),
    previous: (down) => down && spectator.turn(match.watchable, -1),
    free: (down) => down && session.me < 0 && spectator.fly(),
    overview: (down) => down && spectator.rise(),
    director: (down) => down && spectator.direct(),
  };
  useActions(match, busy ? {} : deeds);
  const followed = match.watchable.find(({ slot }) => slot === spectator.slot);
  const out = session.me >= 0;
  return h('section', { class: `spectator panel${out ? ' out' : ''}`, 'aria-label': t('watch.label') }, [
    out ? h('p', { role: 'status' }, t('watch.out')) : null,
    h(
      'div',
      { class: 'whom', style: followed ? { color: colorOf(followed.slot) } : {} },
      followed ? h(Followed, { match, shown: followed }) : h('span', null, nobodyText(spectator.camera, out, device)),
    ),
    h('div', { class: 'ways' }, [
      h('button', { type: 'button', onClick: () => spectator.turn(match.watchable, -1) }, t('watch.previous')),
      h('button', { type: 'button', onClick: () => spectator.turn(match.watchable, 1) }, t('watch.next')),
      h(Camera, { name: t('camera.director'), on: spectator.camera === 'director', onPick: () => spectator.direct() }),
      h(Camera, { name: t('camera.overview'), on: spectator.camera === 'overview', onPick: () => spectator.rise() }),
      out ? null : h(Camera, { name: t('watch.fly'), on: spectator.free, onPick: () => spectator.fly() }),
      out ? null : h(SeatButton, { match }),
    ]),
  ]);
}

/** What stands in place of whom one follows. */
function nobodyText(camera: CameraKind, out: boolean, device: Device): ComponentChild {
  if (camera === 'overview') return t('camera.whole');
  if (camera === 'free' && !out) return device === 'keys' ? t('watch.flying') : controlText('move', device);
  return t(out ? 'watch.nobody' : 'camera.directs');
}

/** A way to look, pressed while it is the present one. */
function Camera({ name, on, onPick }: { name: string; on: boolean; onPick: () => void }): ComponentChild {
  return h('button', { type: 'button', class: on ? 'chosen' : '', 'aria-pressed': on, onClick: onPick }, name);
}

function Followed({ match, shown }: { match: Match; shown: ShownPuck }): ComponentChild {
  const { puck, slot } = shown;
  return [
    match.spectator.camera === 'director' ? h('small', { class: 'directs' }, t('camera.directs')) : null,
    h(Emblem, { slot }),
    h('strong', null, match.nameOf(slot)),
    puck.bot ? h('small', { class: 'bot' }, t('trip.bot')) : null,
    puck.alive ? h(HealthBar, { health: puck.health }) : h('small', { class: 'waiting' }, t('watch.waiting')),
    h(Charges, { puck }),
  ];
}
