// The list of modes. A new one is a file here and a line below.

import type { Mode } from '../sim/mode.ts';
import { ctf } from './ctf.ts';
import { ffa } from './ffa.ts';
import { king } from './king.ts';
import { last } from './last.ts';
import { tdm } from './tdm.ts';

/** In the order of menus. */
export const MODES: Record<string, Mode> = { ffa, tdm, ctf, king, last };

/** What is played when nobody asks for another. */
export const DEFAULT_MODE = 'ffa';

/** The mode of an id, or an error that names what there is. */
export function modeOf(id: string): Mode {
  const mode = Object.hasOwn(MODES, id) ? MODES[id] : undefined;
  if (!mode) throw new Error(`no mode "${id}"; there are: ${Object.keys(MODES).join(', ')}`);
  return mode;
}
