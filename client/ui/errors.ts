// What went wrong, in the person's language: by the code that an error or a closed connection carries. The server's own
// sentence is English and says most; who reads another language gets the code's text.

import { CLOSE, REFUSED } from '#shared/net/protocol.ts';
import { readRoomBanText, readSanctionText } from '#shared/net/sanctionText.ts';
import { formatTime, language, type PlainKey, t } from '../i18n/index.ts';

/** Those of the framework: no room of that code, a seat that nobody keeps any more, a server that stops. */
const NO_ROOM = 522;
const EXPIRED = 524;
const SHUTDOWN = 4001;

type ErrorKey = Extract<PlainKey, `error.${string}`>;

const KEYS: Record<number, ErrorKey | undefined> = {
  [EXPIRED]: 'error.lost',
  [REFUSED.outdated]: 'error.outdated',
  [REFUSED.full]: 'error.full',
  [REFUSED.rooms]: 'error.rooms',
  [REFUSED.locked]: 'error.locked',
  [REFUSED.password]: 'error.password',
  [REFUSED.wrongPassword]: 'error.wrongPassword',
  [REFUSED.identity]: 'error.identity',
  [REFUSED.banned]: 'error.banned',
  [REFUSED.kicked]: 'error.kicked',
  [REFUSED.elsewhere]: 'error.elsewhere',
  [REFUSED.notHost]: 'error.notHost',
  [REFUSED.noTarget]: 'error.noTarget',
  [REFUSED.notNow]: 'error.notNow',
  [REFUSED.tooFast]: 'error.tooFast',
  [REFUSED.muted]: 'error.muted',
  [CLOSE.kicked]: 'error.kicked',
  [CLOSE.ended]: 'error.ended',
  [CLOSE.banned]: 'error.banned',
  [CLOSE.elsewhere]: 'error.elsewhere',
  [SHUTDOWN]: 'error.restart',
};

/** What is said first of some; the others have the usual heading. */
const HEADINGS: Record<number, PlainKey | undefined> = {
  [REFUSED.password]: 'rooms.password',
  [REFUSED.wrongPassword]: 'rooms.wrongPassword',
  [REFUSED.banned]: 'flow.banned',
  [CLOSE.banned]: 'flow.banned',
  [CLOSE.ended]: 'flow.ended',
};

/** What the page itself cannot do, by the key of the sentence that says so. */
export class PageError extends Error {
  readonly key: ErrorKey;

  constructor(key: ErrorKey, cause: unknown) {
    super(key, { cause });
    this.key = key;
  }
}

/** Whether nobody has answered: the server's own refusals carry a number; what the browser says of its network is for nobody to read. */
export function isUnreachable(error: unknown): boolean {
  return !(error instanceof PageError) && numberOf(error) === undefined;
}

/** An error as a sentence for people; `code` is of the room that was asked for. */
export function errorText(error: unknown, code = ''): string {
  if (error instanceof PageError) return t(error.key);
  const number = numberOf(error);
  if (number === undefined) return t('error.unreachable');
  if (number === NO_ROOM && code) return t('error.noRoom', { code });
  return told(number, (error as Error).message) ?? t('error.unreachable');
}

/** What is said above an error's sentence, if it is not the usual. */
export function errorHeading(error: unknown): PlainKey | undefined {
  return closeHeading(numberOf(error) ?? 0);
}

/** What is said above why a connection was closed, if it is not the usual. */
export function closeHeading(code: number): PlainKey | undefined {
  return HEADINGS[code];
}

/** The number of a refusal that says something. */
function numberOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !error.message) return undefined;
  const { code } = error as { code?: unknown };
  return typeof code === 'number' ? code : undefined;
}

/** Why a connection was closed: by its code and what the server said before. */
export function closeText(code: number, said: string): string {
  return told(code, said) ?? t('error.lost');
}

/** Those who are told until when, and why. */
const TERMS: Record<number, 'error.bannedUntil' | 'error.mutedUntil' | undefined> = {
  [REFUSED.banned]: 'error.bannedUntil',
  [CLOSE.banned]: 'error.bannedUntil',
  [REFUSED.muted]: 'error.mutedUntil',
};

function told(code: number, sentence: string): string | undefined {
  const term = TERMS[code];
  const sanction = term && readSanctionText(sentence);
  if (sanction) return t(term, { date: formatTime(sanction.until), reason: sanction.reason || t('error.noReason') });
  const minutes = code === REFUSED.kicked ? readRoomBanText(sentence) : undefined;
  if (minutes !== undefined) return Number.isFinite(minutes) ? t('error.roomKick', { n: minutes }) : t('error.roomBan');
  const key = KEYS[code];
  return key && (language.value.code !== 'en' || !sentence) ? t(key) : sentence || undefined;
}
