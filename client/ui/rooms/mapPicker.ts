// Which maps a room plays, in which order: none chosen means all.

import { type ComponentChild, h } from 'preact';
import type { PublicMap } from '#shared/net/reports.ts';
import { t } from '../../i18n/index.ts';

interface MapPickerProps {
  /** Those that serve the mode. */
  maps: readonly PublicMap[];
  /** Ids in their order. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export function MapPicker({ maps, chosen, onChange }: MapPickerProps): ComponentChild {
  const toggle = (id: string): void => onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return h('fieldset', { class: 'host-field maps' }, [
    h('legend', null, t('host.maps')),
    h(
      'div',
      { class: 'chips' },
      maps.map(({ id, name }) => {
        const place = chosen.indexOf(id);
        return h('label', { key: id, class: `chip${place >= 0 ? ' chosen' : ''}` }, [
          h('input', { type: 'checkbox', checked: place >= 0, onChange: () => toggle(id) }),
          place >= 0 && chosen.length > 1 ? h('b', null, `${place + 1} `) : null,
          name,
        ]);
      }),
    ),
    h('small', { class: 'dim' }, chosen.length === 0 ? t('host.allMaps') : chosen.length === 1 ? t('host.oneMap') : t('host.someMaps')),
  ]);
}
