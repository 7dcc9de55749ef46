// Who is kept from playing or from talking, by whom and until when; what one may lift.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import type { SanctionReport } from '#shared/net/reports.ts';
import { lift, sanctions } from './api.ts';
import { AskButton } from './ask.ts';
import { moment } from './format.ts';
import { usePanel, usePolling } from './session.ts';

const EVERY_MS = 5000;

export function SanctionLists(): ComponentChild {
  return h('div', { class: 'two' }, [h(List, { kind: 'bans', title: 'Bans' }), h(List, { kind: 'mutes', title: 'Mutes' })]);
}

function List({ kind, title }: { kind: 'bans' | 'mutes'; title: string }): ComponentChild {
  const { role, by, run } = usePanel();
  const [list, setList] = useState<SanctionReport[]>([]);
  const ask = async (): Promise<void> => setList(await sanctions(kind));
  usePolling(EVERY_MS, ask, kind);
  return h('section', { class: 'card', 'aria-label': title }, [
    h('h2', null, `${title} (${list.length})`),
    list.length === 0 ? h('p', { class: 'dim' }, 'None.') : null,
    h(
      'ul',
      { class: 'sanctions' },
      list.map((one) =>
        h('li', { key: one.id }, [
          h('strong', null, one.name || 'somebody'),
          h('span', null, one.reason || 'no reason given'),
          h('small', null, `by ${one.by.length > 30 ? 'a host' : one.by || 'somebody'}, ${moment(one.at)}, until ${moment(one.until)}`),
          role === 'operator' || one.by === by
            ? h(AskButton, {
                label: 'Lift',
                title: `Lift this ${one.kind} of ${one.name}?`,
                go: 'Lift it',
                onGo: () => run(lift(kind, one.id).then(ask), 'It is lifted.'),
              })
            : null,
        ]),
      ),
    ),
  ]);
}
