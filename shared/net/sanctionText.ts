// What a banned or muted person is told. A refusal carries one sentence, in English; pages read its term and its reason
// out of it again and say them in their own language.

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
