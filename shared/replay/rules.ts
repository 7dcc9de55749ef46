// A digest of every gameplay number and of the step's version. Recordings carry it, and a client compares it at the
// door: prediction under other rules would be wrong from the first tick.

import { hashBytes } from '../sim/hash.ts';
import * as tuning from '../tuning.ts';

/** Raise it when the same numbers would play differently. */
const STEP_VERSION = 4;

const text = JSON.stringify([STEP_VERSION, ...Object.entries(tuning).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** uint32 */
export const RULES = hashBytes(Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255));
