// The frame of a screen over the menu: its title, the way back, and what is loaded into it.

import { type ComponentChild, type ComponentType, h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { useBack } from './back.ts';
import { errorText } from './errors.ts';
import { Icon } from './icons.ts';
import { closePage } from './pages.ts';
import type { ScreenEntry } from './screens.ts';

export function Page({ entry }: { entry: ScreenEntry }): ComponentChild {
  const heading = useRef<HTMLHeadingElement>(null);
  const { Body, problem } = useBody(entry);
  useBack(closePage);
  // Readers begin with the title, and so do keys; not a frame later, when a key may have moved on already.
  useLayoutEffect(() => heading.current?.focus(), [entry]);
  return h('main', { class: `page page-${entry.id}`, 'data-moves': '', 'aria-labelledby': 'page-title' }, [
    h('header', null, [
      h(
        'button',
        { class: 'plain panel back', type: 'button', 'aria-label': t('menu.back'), onClick: closePage },
        h(Icon, { name: 'back' }),
      ),
      h('h2', { id: 'page-title', ref: heading, tabIndex: -1 }, t(entry.title)),
    ]),
    h(
      'div',
      { class: 'page-body' },
      problem
        ? h('p', { role: 'alert' }, problem)
        : Body
          ? h(Body, null)
          : h('progress', { class: 'loading', 'aria-label': t('menu.loading') }),
    ),
  ]);
}

/** A screen's component, once it is there. */
function useBody(entry: ScreenEntry): { Body?: ComponentType; problem?: string } {
  const [loaded, setLoaded] = useState<{ id: string; Body?: ComponentType; problem?: string }>({ id: '' });
  useEffect(() => {
    entry.load().then(
      (Body) => setLoaded({ id: entry.id, Body }),
      (error: unknown) => setLoaded({ id: entry.id, problem: errorText(error) }),
    );
  }, [entry]);
  return loaded.id === entry.id ? loaded : {};
}
