// What a kill is worth, where kills are what counts.

import type { Kill } from '../sim/mode.ts';
import { FFA } from '../tuning.ts';

/** Points for whoever earns a kill: more for a bank shot. */
export function killPoints({ bounces }: Kill): number {
  return bounces >= FFA.bankBounces ? FFA.bankPoints : FFA.killPoints;
}
