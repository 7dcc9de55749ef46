// Names that can be told apart: nobody is called like another in the room, like a bot, or like somebody with power.

import { BOT_NAMES } from '#shared/bots/names.ts';
import { NAME_DEFAULT, NAME_MAX } from '#shared/net/protocol.ts';
import { isRude } from './filter.ts';
import { lookOf } from './look.ts';

/** Words that a person's name must not hold, whatever letters they are written with. */
const OF_POWER = ['host', 'operator', 'admin', 'administrator', 'moderator', 'mod', 'server', 'system', 'staff', 'bot'];
const RESERVED = new Set(OF_POWER.map(lookOf));
const BOTS = BOT_NAMES.map((name) => lookOf(name));

/** The name that somebody gets who wants one, beside those that are taken: it may get a number, or be replaced. */
export function fittingName(wanted: string, taken: Iterable<string>): string {
  const name = isAllowed(wanted) ? wanted : NAME_DEFAULT;
  const looks = new Set([...BOTS, ...[...taken].map(lookOf)]);
  if (!looks.has(lookOf(name))) return name;
  for (let number = 2; ; number++) {
    const end = ` ${number}`;
    const numbered =
      [...name]
        .slice(0, NAME_MAX - end.length)
        .join('')
        .trim() + end;
    if (!looks.has(lookOf(numbered))) return numbered;
  }
}

function isAllowed(name: string): boolean {
  const words = lookOf(name).split(' ');
  // "o p e r a t o r" reads as one word.
  return words.join('') !== '' && !isRude(name) && ![...words, words.join('')].some((word) => RESERVED.has(word));
}
