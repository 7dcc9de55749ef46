// The hint of the moment, in words that fit the device.

import { type ComponentChild, h } from 'preact';
import { t, textOf } from '../../i18n/index.ts';
import type { Device } from '../../input/device.ts';
import type { HintName } from '../hints.ts';
import type { Match } from '../match.ts';
import { controlText, type Subject } from './controlTexts.ts';

function hintOf(name: HintName, device: Device): ComponentChild {
  if (!name.startsWith('pickup:')) return controlText(name as Subject, device);
  return textOf(`pickup.${name.slice('pickup:'.length)}`) ?? t('pickup.any');
}

export function Hint({ match, device }: { match: Match; device: Device }): ComponentChild {
  const name = match.hints.current(performance.now());
  if (!name) return null;
  return h('p', { key: name, class: 'hint panel', role: 'status' }, hintOf(name, device));
}
