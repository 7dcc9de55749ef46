// Figures for people.

/** Milliseconds with as many digits as mean something. */
export const milliseconds = (ms: number): string => `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;

/** Bytes with a unit. */
export function bytes(count: number): string {
  if (count < 1e3) return `${count} B`;
  if (count < 1e6) return `${(count / 1e3).toFixed(count < 1e4 ? 1 : 0)} kB`;
  return `${(count / 1e6).toFixed(1)} MB`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds as minutes and seconds: a time of a match. */
export const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;

/** An age, no finer than one cares for: a list that stands still is easier to read. */
export function age(seconds: number): string {
  if (seconds < 60) return '< 1 min';
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${two(minutes % 60)}` : `${Math.floor(hours / 24)} days`;
}

/** A share in percent; nothing of nothing is a dash. */
export const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`);

/** A moment, in the reader's own way. */
export const moment = (ms: number): string => new Date(ms).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'medium' });

/** A count with its word. */
export const counted = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;
