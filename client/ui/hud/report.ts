// Reporting a player to those who run the server: a flag beside the name opens a short list of reasons. Loaded when the
// table or the room's panel is opened.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { MESSAGE } from '#shared/net/protocol.ts';
import { COMPLAINTS, type ComplaintReason } from '#shared/net/reports.ts';
import { t } from '../../i18n/index.ts';
import { errorText } from '../errors.ts';
import { Icon } from '../icons.ts';
import type { Match } from '../match.ts';
import '../styles/report.css';

export interface ReportProps {
  match: Match;
  /** Session of whom it is about, and their name. */
  who: string;
  name: string;
}

/** What was answered to the reports of this page, by the session reported. */
const answers = new Map<string, string>();

export function Report({ match, who, name }: ReportProps): ComponentChild {
  const [, redraw] = useState({});
  const answer = answers.get(who);
  const say = (reason: ComplaintReason): void => {
    const told = (text: string): void => {
      answers.set(who, text);
      redraw({});
    };
    match.session.room.request(MESSAGE.report, { who, reason }).then(
      () => told(t('report.done')),
      (error: unknown) => told(errorText(error)),
    );
  };
  return h('details', { class: 'report', name: 'report' }, [
    h('summary', { 'aria-label': t('report.open', { name }), title: t('report.open', { name }) }, [
      h(Icon, { name: 'flag' }),
      h('span', null, t('report.open', { name })),
    ]),
    h('div', { class: 'panel report-reasons' }, [
      h('strong', null, t('report.open', { name })),
      answer
        ? h('p', { role: 'status' }, answer)
        : COMPLAINTS.map((reason) => h('button', { key: reason, type: 'button', onClick: () => say(reason) }, t(`report.${reason}`))),
    ]),
  ]);
}
