// What `npm start` and `npm run host` do alike: build the page when it is missing, start the server, print where it is.

import { startServer } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { log } from './log.ts';
import { buildPage } from './page.ts';

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `PORT=${process.env.PORT || 2567} is in use: stop the other program or set another PORT`;
  if (code === 'EACCES') return `PORT=${process.env.PORT} needs more rights: set a PORT of 1024 or more`;
  return message;
}

/**
 * Runs a server by the settings of an environment and prints what `lines` says of it. Ends the process with one line when
 * it cannot.
 */
export async function run(
  env: Record<string, string | undefined>,
  lines: (config: Config, port: number) => string[] | Promise<string[]>,
): Promise<void> {
  // A promise that nobody waited for is a mistake to mend, not a reason to end everybody's match.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  try {
    const config = readConfig(env);
    await buildPage();
    const { port, newAdminPassword } = await startServer(config);
    const text = await lines(config, port);
    if (newAdminPassword) text.push(`The password of the monitor (/monitor), shown this once: ${newAdminPassword}`);
    process.stdout.write(`${text.join('\n')}\n`);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}
