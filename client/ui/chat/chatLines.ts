// All that was heard, the latest below, in view unless one reads further up; a name opens what can be done about its owner.

import { type ComponentChild, h } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Ignored } from '#shared/net/chat.ts';
import { t } from '../../i18n/index.ts';
import { useStore } from '../store.ts';
import { Line } from './chatLine.ts';
import type { ChatLog, HeardLine } from './chatLog.ts';

/** Closer to the end than this one reads the latest line, CSS pixels. */
const AT_END_PX = 24;

interface LinesProps {
  log: ChatLog;
  colorOf?: ((line: HeardLine) => string | undefined) | undefined;
}

export function ChatLines({ log, colorOf }: LinesProps): ComponentChild {
  const { lines, ignored } = useStore(log.view);
  const [about, setAbout] = useState<Ignored>();
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const element = list.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [lines, about, ignored]);
  const onScroll = (event: Event): void => {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget as HTMLElement;
    atEnd.current = scrollHeight - scrollTop - clientHeight < AT_END_PX;
  };
  const act = (person: Ignored, ignore: boolean): void => {
    setAbout(undefined);
    void log.ignore(person.who, ignore);
  };
  const mayAct = ({ who }: HeardLine): boolean => who !== '' && who !== log.session;
  return [
    h(
      'div',
      { class: 'chat-lines', ref: list, onScroll, tabIndex: 0, role: 'log', 'aria-label': t('chat.title') },
      h(
        'ol',
        null,
        lines.length === 0
          ? h('li', { class: 'dim' }, t('chat.none'))
          : lines.map((line) =>
              h(Line, {
                key: `${line.channel} ${line.id} ${line.at}`,
                line,
                color: colorOf?.(line),
                onName: mayAct(line) ? () => setAbout(line) : undefined,
              }),
            ),
      ),
    ),
    about
      ? h('div', { class: 'chat-about' }, [
          h('span', null, about.name),
          h('button', { type: 'button', onClick: () => act(about, true) }, t('chat.ignore')),
          h('button', { type: 'button', onClick: () => setAbout(undefined) }, t('menu.close')),
        ])
      : null,
    ignored.map((one) =>
      h('div', { key: one.who, class: 'chat-about' }, [
        h('span', { class: 'dim' }, one.name),
        h('button', { type: 'button', onClick: () => act(one, false) }, t('chat.hear')),
      ]),
    ),
  ];
}
