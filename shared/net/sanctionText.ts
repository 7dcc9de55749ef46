// What a person is told who is banned, muted or kept out of a room. A refusal carries one sentence, in English; pages read
// its term and its reason out of it again and say them in their own language.

export interface Told {
  /** Milliseconds since 1970; told to the minute. */
  until: number;
  /** Empty where the operator gave none. */
  reason: string;
}

const BEGINNINGS = { ban: 'You are banned', mute: 'You may not chat' } as const;
const NO_REASON = 'no reason was given';
const SENTENCE = /^[^:]+ until (\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC: (.*)$/s;

/** For example "You are banned until 2030-01-31 14:05 UTC: rude words". */
export function sanctionText(kind: keyof typeof BEGINNINGS, { until, reason }: Told): string {
  const minute = new Date(until).toISOString().slice(0, 16).replace('T', ' ');
  return `${BEGINNINGS[kind]} until ${minute} UTC: ${reason || NO_REASON}`;
}

/** What `sanctionText` has said; undefined for any other sentence. */
export function readSanctionText(sentence: string): Told | undefined {
  const [, day, time, reason = ''] = SENTENCE.exec(sentence) ?? [];
  const until = Date.parse(`${day}T${time}Z`);
  return Number.isNaN(until) ? undefined : { until, reason: reason === NO_REASON ? '' : reason };
}

const ROOM_BAN = 'You were banned from this room.';
const ROOM_KICK = /^You were removed from this room\. You may come back in (\d+) min\.$/;

/** What one is told whom a room keeps out: for so many minutes more, or for good where there is no end. */
export function roomBanText(minutes: number): string {
  return Number.isFinite(minutes) ? `You were removed from this room. You may come back in ${minutes} min.` : ROOM_BAN;
}

/** The minutes of what `roomBanText` has said, Infinity for good; undefined for any other sentence. */
export function readRoomBanText(sentence: string): number | undefined {
  if (sentence === ROOM_BAN) return Number.POSITIVE_INFINITY;
  const [, minutes] = ROOM_KICK.exec(sentence) ?? [];
  return minutes === undefined ? undefined : Number(minutes);
}
