// Round trips in words: what the server measured, and what the player lets be added to it.

import { t } from '../i18n/index.ts';

export interface Trip {
  bot: boolean;
  /** False while a dropped player's seat waits. */
  connected: boolean;
  /** A bot plays until its holder is back. */
  standIn?: boolean;
  /** Milliseconds, 0 while unknown. */
  roundTrip: number;
  /** Milliseconds of simulated lag. */
  handicap: number;
}

export function tripText({ bot, connected, standIn, roundTrip, handicap }: Trip): string {
  if (bot) return t('trip.bot');
  if (standIn) return t('trip.standIn');
  if (!connected) return t('trip.away');
  const parts = [roundTrip > 0 ? String(roundTrip) : '', handicap > 0 ? `+ ${handicap}` : ''].filter((part) => part !== '');
  return parts.length > 0 ? `${parts.join(' ')} ms` : '–';
}
