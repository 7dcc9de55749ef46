// Who did what, when, where and to whom: the latest first, page by page.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AuditReport } from '#shared/net/reports.ts';
import { audit } from './api.ts';
import { moment } from './format.ts';
import { usePanel } from './session.ts';

const HEADS = ['When', 'Who', 'What', 'Room', 'About', 'Detail'];

export function Audit(): ComponentChild {
  const { run } = usePanel();
  /** The first line of each page that was turned over; the last is the present one. */
  const [pages, setPages] = useState<number[]>([0]);
  const [lines, setLines] = useState<AuditReport[] | undefined>(undefined);
  const before = pages.at(-1) ?? 0;
  useEffect(() => run(audit(before).then(setLines)), [before]);
  if (!lines) return h('p', { class: 'dim' }, 'Asking …');
  const oldest = lines.at(-1)?.id ?? 0;
  return h('section', { class: 'card', 'aria-label': 'Audit' }, [
    h(
      'div',
      { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'Lines of the audit' },
      h('table', { class: 'audit' }, [
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            HEADS.map((name) => h('th', { key: name, scope: 'col' }, name)),
          ),
        ),
        h('tbody', null, lines.map(row)),
      ]),
    ),
    lines.length === 0 ? h('p', { class: 'dim' }, 'Nothing was done yet.') : null,
    h('div', { class: 'acts' }, [
      h('button', { type: 'button', disabled: pages.length < 2, onClick: () => setPages(pages.slice(0, -1)) }, 'Newer'),
      h('button', { type: 'button', disabled: oldest <= 1, onClick: () => setPages([...pages, oldest]) }, 'Older'),
    ]),
  ]);
}

/** Identities are long: their beginning tells them apart, the whole is there to hover over. */
const SHOWN = 8;

function row({ id, at, by, action, room, target, detail }: AuditReport): ComponentChild {
  const short = (identity: string): ComponentChild =>
    identity.length > 2 * SHOWN && !identity.includes(' ') ? h('span', { title: identity }, `${identity.slice(0, SHOWN)}…`) : identity;
  return h('tr', { key: id }, [
    h('td', { class: 'dim' }, moment(at)),
    h('td', null, short(by)),
    h(
      'td',
      null,
      h('span', { class: `badge ${action === 'ban' || action === 'close' ? 'bad' : action === 'report' ? 'hot' : ''}` }, action),
    ),
    h('td', null, room ? h('a', { href: `#room/${room}` }, room) : null),
    h('td', null, short(target)),
    h('td', { class: 'wide' }, detail),
  ]);
}
