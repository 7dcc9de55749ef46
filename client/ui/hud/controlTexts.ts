// How one plays, in words that fit the device that is used and what its keys are bound to.

import type { ComponentChild } from 'preact';
import { t } from '../../i18n/index.ts';
import type { Action, Bound } from '../../input/actions.ts';
import { controlSettings } from '../../input/bindings.ts';
import type { Device } from '../../input/device.ts';
import { keyFor, keysFor } from '../../input/keyNames.ts';
import { withKeys } from '../keyText.ts';
import { withTouchSign } from './touchSign.ts';

/** What can be explained; each text is one sentence. */
export type Subject = 'move' | 'shoot' | 'bank' | 'guard' | 'dash' | 'parry';

const STEERING: readonly Action[] = ['up', 'left', 'down', 'right'];

const BY_TOUCH: Record<Subject, () => ComponentChild> = {
  move: () => (controlSettings.value.leftHanded ? t('hint.touchMoveRight') : t('hint.touchMove')),
  shoot: () => (controlSettings.value.leftHanded ? t('hint.touchShootLeft') : t('hint.touchShoot')),
  bank: () => t('hint.bank'),
  guard: () => t('hint.touchGuard'),
  dash: () => withTouchSign(t('guide.touchDash'), 'dash'),
  parry: () => withTouchSign(t('guide.touchParry'), 'parry'),
};

function byKeys(subject: Subject, bound: Bound): string {
  const keys = (action: Action): string => keysFor(action, bound);
  const pad = bound === 'pad';
  switch (subject) {
    case 'move':
      return pad ? t('hint.padMove') : t('hint.move', { keys: STEERING.map((action) => keyFor(action, bound)).join('') });
    case 'shoot':
      return pad ? t('hint.padShoot', { fire: keys('fire') }) : t('hint.shoot', { fire: keys('fire') });
    case 'bank':
      return t('hint.bank');
    case 'guard':
      return t('hint.guard', { dash: keys('dash'), parry: keys('parry') });
    case 'dash':
      return t('guide.dashText', { dash: keys('dash') });
    case 'parry':
      return t('guide.parryText', { parry: keys('parry') });
  }
}

/** A subject, explained for a device. */
export function controlText(subject: Subject, device: Device): ComponentChild {
  return device === 'touch' ? BY_TOUCH[subject]() : withKeys(byKeys(subject, device));
}
