// What a host does with the match: start, halt, begin anew, end it, go on; its bots; its door.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LevelId } from '#shared/bots/levels.ts';
import type { PublicMap } from '#shared/net/reports.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { Check, Choice, Stepper } from '../rooms/fields.ts';
import { fetchMaps } from '../rooms/wishes.ts';
import type { Asks } from './hostMenuPanel.ts';
import { SureButton } from './sureButton.ts';

const LEVEL_IDS = ['rookie', 'regular', 'ace'] as const satisfies readonly LevelId[];

export function HostControls({ match, asks }: { match: Match; asks: Asks }): ComponentChild {
  const { session } = match;
  const { host } = session.state;
  const halted = host.pauseS > 0;
  const level = LEVEL_IDS.find((id) => id === host.botLevel) ?? 'regular';
  return h('div', { class: 'host-controls' }, [
    h('div', { class: 'room-acts' }, [
      session.playing || halted
        ? null
        : h('button', { type: 'button', class: 'go', onClick: () => asks.host({ do: 'start' }) }, t('room.start')),
      h(
        'button',
        { type: 'button', class: halted ? 'go' : '', onClick: () => asks.host({ do: halted ? 'resume' : 'pause' }) },
        halted ? t('room.resume') : t('room.pause'),
      ),
      h(SureButton, { text: t('room.restart'), onSure: () => asks.host({ do: 'restart' }) }),
      session.playing ? h(SureButton, { text: t('room.end'), onSure: () => asks.host({ do: 'end' }) }) : null,
    ]),
    h(NextMap, { match, asks }),
    h(Stepper, {
      label: t('host.bots'),
      value: host.bots,
      min: 0,
      max: MAX_PUCKS,
      onChange: (count) => asks.host({ do: 'bots', count }),
    }),
    host.bots > 0
      ? h(Choice<LevelId>, {
          label: t('host.level'),
          value: level,
          options: LEVEL_IDS.map((id) => [id, t(`host.level.${id}`)] as const),
          onPick: (id) => asks.host({ do: 'bots', count: host.bots, level: id }),
        })
      : null,
    h(Check, { label: t('room.lock'), note: t('room.lockNote'), on: host.locked, onChange: (on) => asks.host({ do: 'lock', on }) }),
  ]);
}

function NextMap({ match, asks }: { match: Match; asks: Asks }): ComponentChild {
  const [maps, setMaps] = useState<readonly PublicMap[]>([]);
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    // Without the list the next one in turn can still be had.
    fetchMaps().then(setMaps, () => {});
  }, []);
  const { mode } = match.session.state;
  const serving = maps.filter(({ modes }) => modes.includes(mode));
  return h('div', { class: 'host-field next-map' }, [
    h(
      'select',
      {
        'aria-label': t('rooms.map'),
        value: wanted,
        onChange: (event: Event) => setWanted((event.currentTarget as HTMLSelectElement).value),
      },
      [h('option', { value: '' }, t('room.inTurn')), ...serving.map(({ id, name }) => h('option', { key: id, value: id }, name))],
    ),
    h(SureButton, { text: t('room.next'), onSure: () => asks.host(wanted ? { do: 'next', map: wanted } : { do: 'next' }) }),
  ]);
}
