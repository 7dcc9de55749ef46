// The room's link as a code for cameras. On the machine that runs the server it carries the address in the local network:
// localhost would lead a phone to itself.

import { type ComponentChild, h } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { encode } from 'uqr';
import { t } from '../../i18n/index.ts';
import { Invite } from '../invite.ts';
import { linkTo } from '../links.ts';
import { SERVER } from '../load.ts';

/** Light squares around a code, so that cameras find it. */
const BORDER = 2;

export function InviteCode({ code }: { code: string }): ComponentChild {
  const link = useSharedLink(code);
  return h('div', { class: 'invite-code' }, [
    h(QrCode, { text: link }),
    h('div', null, [h('p', null, t('room.scan')), h(Invite, { link })]),
  ]);
}

/** A text as a code for cameras, dark on light. */
export function QrCode({ text }: { text: string }): ComponentChild {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return h(
    'svg',
    {
      class: 'qr',
      viewBox: `0 0 ${size} ${size}`,
      role: 'img',
      'aria-label': t('room.code'),
      'data-text': text,
      'shape-rendering': 'crispEdges',
    },
    h('path', { d: path, fill: '#03040d' }),
  );
}

function drawn(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: BORDER });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}

/** The link to a room: as the page has it, until the server knows a better address. */
function useSharedLink(code: string): string {
  const own = linkTo('room', code);
  const [link, setLink] = useState(own);
  useEffect(() => {
    let gone = false;
    setLink(own);
    fetch(`${SERVER}/api/link`)
      .then((answer) => answer.json() as Promise<{ link: string | null }>)
      .then(
        ({ link: better }) => !gone && better && setLink(new URL(`./?room=${code}`, better).href),
        () => {},
      );
    return () => {
      gone = true;
    };
  }, [code]);
  return link;
}
