// How to play, in pictures that say it without the words below them.

import { type ComponentChild, type ComponentType, h } from 'preact';
import { MODES } from '#shared/modes/index.ts';
import { t } from '../../i18n/index.ts';
import { useBound, useDevice } from '../../input/device.ts';
import { keysFor } from '../../input/keyNames.ts';
import { controlText } from '../hud/controlTexts.ts';
import { TouchSign } from '../hud/touchSign.ts';
import { withKeys } from '../keyText.ts';
import { modeName, modeSummary } from '../modeTexts.ts';
import { useSettings } from '../settings.ts';
import '../styles/howTo.css';
import { ModePicture } from './modePictures.ts';
import { AimPicture, BouncePicture, DashPicture, ParryPicture, PickupsPicture } from './pictures.ts';

const LESSONS = [
  { name: 'aim', Picture: AimPicture },
  { name: 'bounce', Picture: BouncePicture },
  { name: 'dash', Picture: DashPicture },
  { name: 'parry', Picture: ParryPicture },
  { name: 'pickups', Picture: PickupsPicture },
] as const;

export function HowTo(): ComponentChild {
  const { palette } = useSettings();
  return h('div', { class: 'how-to', key: palette, tabIndex: 0, role: 'region', 'aria-label': t('menu.howTo') }, [
    h(
      'div',
      { class: 'lessons' },
      LESSONS.map(({ name, Picture }) => h(Lesson, { key: name, name, Picture })),
    ),
    h('h3', null, t('howTo.modes')),
    h(
      'div',
      { class: 'lessons modes-shown' },
      Object.keys(MODES).map((id) =>
        h('figure', { key: id, class: 'panel' }, [
          h(ModePicture, { id }),
          h('figcaption', null, [h('strong', null, modeName(id)), h('span', null, modeSummary(id))]),
        ]),
      ),
    ),
  ]);
}

function Lesson({ name, Picture }: { name: (typeof LESSONS)[number]['name']; Picture: ComponentType }): ComponentChild {
  const bound = useBound();
  const device = useDevice();
  const acts = name === 'dash' || name === 'parry';
  const keys = acts ? (device === 'touch' ? h(TouchSign, { name }) : withKeys(keysFor(name, bound))) : null;
  return h('figure', { class: `panel ${name}` }, [
    h(Picture, null),
    h('figcaption', null, [
      h('strong', null, [t(`howTo.${name}`), keys ? h('span', { class: 'keys' }, keys) : null]),
      name === 'aim'
        ? [h('span', null, controlText('move', device)), h('span', null, controlText('shoot', device))]
        : h('span', null, t(`howTo.${name}Text`)),
    ]),
  ]);
}
