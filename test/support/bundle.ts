// A file of ours and all that it imports as one script, for an engine that is not ours. Built anew each time: it is what is
// in the working tree now.

import { build, type Rolldown } from 'vite';

/** The script of a file, given by its path. */
export async function bundleOf(input: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'es2023', rolldownOptions: { input, output: { format: 'iife' } } },
  });
  const [output] = (Array.isArray(result) ? result[0]?.output : (result as Rolldown.RolldownOutput).output) ?? [];
  if (output?.type !== 'chunk') throw new Error('the bundle has no script');
  return output.code;
}
