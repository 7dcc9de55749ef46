// The menu's screens besides itself. Each is a component that is loaded when it is opened, and fills the frame that
// client/ui/page.ts draws around it: title, way back, focus. A new one is a line here and its title in client/i18n.

import type { ComponentType } from 'preact';
import type { PlainKey } from '../i18n/index.ts';
import type { IconName } from './icons.ts';
import { loadBrowse, loadHost, loadHowTo, loadSettings, loadWatch } from './load.ts';

export interface ScreenEntry {
  id: string;
  title: PlainKey;
  icon: IconName;
  load(): Promise<ComponentType>;
}

/** In the order of the menu. */
export const SCREENS: readonly ScreenEntry[] = [
  { id: 'browse', title: 'menu.browse', icon: 'browse', load: () => loadBrowse().then(({ Browse }) => Browse) },
  { id: 'host', title: 'menu.host', icon: 'host', load: () => loadHost().then(({ Host }) => Host) },
  { id: 'watch', title: 'menu.watch', icon: 'watch', load: () => loadWatch().then(({ Watch }) => Watch) },
  { id: 'howTo', title: 'menu.howTo', icon: 'howTo', load: () => loadHowTo().then(({ HowTo }) => HowTo) },
  { id: 'settings', title: 'menu.settings', icon: 'settings', load: () => loadSettings().then(({ SettingsSections }) => SettingsSections) },
];
