// For those who watch, between two matches: whether to stay for the next one. Who does not goes to what else there is.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { leave } from '../flow.ts';
import type { Match } from '../match.ts';
import { openPage } from '../pages.ts';
import { screen } from '../screen.ts';

export function NextMatch({ match }: { match: Match }): ComponentChild {
  const [stay, setStay] = useState(true);
  const staying = useRef(stay);
  staying.current = stay;
  // The results are gone, and this with them: the next match has begun, unless one has left.
  useEffect(
    () => () => {
      const { screen: name, match: shown } = screen.value;
      if (staying.current || match.session.me >= 0 || name !== 'playing' || shown !== match) return;
      void leave();
      openPage('watch');
    },
    [match],
  );
  return h('label', { class: 'panel stay' }, [
    h('input', { type: 'checkbox', checked: stay, onChange: (event: Event) => setStay((event.currentTarget as HTMLInputElement).checked) }),
    t('camera.next'),
  ]);
}
