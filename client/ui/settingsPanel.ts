// The panel over a running match: the settings, the link to it, and the ways on and out.

import { type ComponentChild, type ComponentType, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { useDevice } from '../input/device.ts';
import { useBack } from './back.ts';
import { leave } from './flow.ts';
import { SeatButton } from './hud/line.ts';
import { Icon } from './icons.ts';
import { Invite } from './invite.ts';
import { loadSettings } from './load.ts';
import type { Match } from './match.ts';

interface SettingsPanelProps {
  match: Match;
  /** The room's own panel is wanted. */
  onRoom: () => void;
  onClose: () => void;
}

export function SettingsPanel({ match, onRoom, onClose }: SettingsPanelProps): ComponentChild {
  const panel = useRef<HTMLElement>(null);
  const [sections, setSections] = useState<{ View: ComponentType }>();
  useBack(onClose);
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    // Without it there are still the ways on and out.
    loadSettings().then(({ SettingsSections }) => setSections({ View: SettingsSections }), Boolean);
  }, []);
  const device = useDevice();
  const practice = match.guide !== undefined;
  const watching = match.session.me < 0;
  return h('section', { ref: panel, class: 'panel settings', role: 'dialog', 'aria-label': t('menu.settings'), 'data-moves': '' }, [
    h('header', null, [
      h('h2', null, t('menu.settings')),
      h('button', { class: 'plain', type: 'button', 'aria-label': t('menu.close'), onClick: onClose }, h(Icon, { name: 'close' })),
    ]),
    h('div', { class: 'settings-ways' }, [
      h('button', { class: 'resume', type: 'button', 'data-first': '', onClick: onClose }, t('settings.resume')),
      // The others have the button beside the settings for it.
      practice || device === 'touch' ? null : h('button', { type: 'button', onClick: onRoom }, t('room.open')),
      watching && !practice ? h(SeatButton, { match, onSat: onClose }) : null,
      h('button', { type: 'button', onClick: () => void leave() }, t(practice ? 'settings.leavePractice' : 'settings.leave')),
    ]),
    practice ? null : h(Invite, null),
    sections ? h(sections.View, null) : h('progress', { class: 'loading', 'aria-label': t('menu.loading') }),
  ]);
}
