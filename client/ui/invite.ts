// The link that leads others here. Over plain http the browser copies nothing: then it is there to be marked.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { linkTo } from './links.ts';
import { useScreen } from './screen.ts';

/** `link` is the page's own if no better one is known. */
export function Invite({ link: better }: { link?: string }): ComponentChild {
  const { code } = useScreen();
  const [copied, setCopied] = useState(false);
  const link = better ?? linkTo('room', code);
  const copy = (event: Event): void => {
    // A focused button would take the keys that play.
    (event.currentTarget as HTMLElement).blur();
    void navigator.clipboard?.writeText(link).then(() => setCopied(true));
  };
  return h('label', { class: 'invite' }, [
    h('span', null, t('invite.label')),
    h('input', { readOnly: true, value: link, onFocus: (event: Event) => (event.currentTarget as HTMLInputElement).select() }),
    globalThis.isSecureContext ? h('button', { type: 'button', onClick: copy }, t(copied ? 'invite.copied' : 'invite.copy')) : null,
  ]);
}
