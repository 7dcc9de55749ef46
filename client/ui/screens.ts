// The menu's screens besides itself. Each is a component that is loaded when it is opened, and fills the frame that
// client/ui/page.ts draws around it: title, way back, focus. A new one is a line here and its title in client/i18n.

import type { ComponentType } from 'preact';
import type { PlainKey } from '../i18n/index.ts';
import type { IconName } from './icons.ts';
import { loadHowTo, loadSettings } from './load.ts';

export interface ScreenEntry {
  id: string;
  title: PlainKey;
  icon: IconName;
  load(): Promise<ComponentType>;
}

/** In the order of the menu. */
export const SCREENS: readonly ScreenEntry[] = [
  { id: 'howTo', title: 'menu.howTo', icon: 'howTo', load: () => loadHowTo().then(({ HowTo }) => HowTo) },
  { id: 'settings', title: 'menu.settings', icon: 'settings', load: () => loadSettings().then(({ SettingsSections }) => SettingsSections) },
];
