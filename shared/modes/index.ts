// The list of modes. A new one is a file here and a line below.

import type { Mode } from '../sim/mode.ts';
import { ffa } from './ffa.ts';

export const MODES: Record<string, Mode> = { ffa };

/** What is played when nobody asks for another. */
export const DEFAULT_MODE = 'ffa';

/** The mode of an id, or an error that names what there is. */
export function modeOf(id: string): Mode {
  const mode = Object.hasOwn(MODES, id) ? MODES[id] : undefined;
  if (!mode) throw new Error(`no mode "${id}"; there are: ${Object.keys(MODES).join(', ')}`);
  return mode;
}
