// Links that people share: /?room=CODE joins, &with=PARTY beside whom; /?watch=CODE watches, &follow=SLOT through whose eyes.

import { passport } from '../net/passport.ts';

/** What a link asks for. */
export type Wanted = { kind: 'menu' } | { kind: 'join'; code: string } | { kind: 'watch'; code: string; follow: number; ticket: string };

export const CODE_LENGTH = 5;
const CODE = new RegExp(`^[A-Z]{${CODE_LENGTH}}$`);

/** Whether a text can be a room code. */
export const isCode = (text: string): boolean => CODE.test(text);

/** Reads the page's query. Whatever makes no sense is the menu. */
export function readLink(query: string): Wanted {
  const parameters = new URLSearchParams(query);
  const code = (name: string): string => (parameters.get(name) ?? '').trim().toUpperCase();
  const follow = Number(parameters.get('follow') ?? -1);
  const ticket = parameters.get('ticket') ?? '';
  if (isCode(code('watch'))) return { kind: 'watch', code: code('watch'), follow: Number.isInteger(follow) ? follow : -1, ticket };
  if (isCode(code('room'))) return { kind: 'join', code: code('room') };
  return { kind: 'menu' };
}

/** The link to a room, below whatever path the page is served. Who comes by it to play is of one's party. */
export function linkTo(kind: 'room' | 'watch', code: string): string {
  const { party } = passport.words;
  return new URL(`./?${kind}=${code}${kind === 'room' && party ? `&with=${party}` : ''}`, location.href).href;
}

/** Shows in the address bar where one is, so that copying it is sharing it; an empty code is the menu. Who is unseen stays so when the page is loaded anew. */
export function showAddress(kind: 'room' | 'watch', code: string): void {
  if (passport.words.ticket) return;
  history.replaceState(history.state, '', code ? linkTo(kind, code) : new URL('./', location.href).href);
}
