// How anything is refused: a code, a sentence for people, and a count for the operator.

import { ServerError } from '@colyseus/core';
import { refusals } from './metrics.ts';

/** Counts a refusal and makes its error. */
export function refuse(reason: string, code: number, sentence: string): ServerError {
  refusals.inc({ reason });
  return new ServerError(code, sentence);
}
