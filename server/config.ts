// Settings from the environment. A wrong one stops the start with a line that names it, its value and what is right.

import { z } from 'zod';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const settings = z.object({
  PORT: z.coerce
    .number({ error: 'a port from 0 to 65535' })
    .int('a port from 0 to 65535')
    .min(0, 'a port from 0 to 65535')
    .max(65_535, 'a port from 0 to 65535')
    .default(2567),
  HOST: z.string().min(1, 'an address to listen on').default('0.0.0.0'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'an http or https address' }).optional(),
  DATA_DIR: z.string().min(1, 'a folder').default('./data'),
  LOG_LEVEL: z.enum(LEVELS, { error: `one of ${LEVELS.join(', ')}` }).default('warn'),
  MAX_ROOMS: z.coerce
    .number({ error: 'a number of rooms from 1 to 10000' })
    .int('a number of rooms from 1 to 10000')
    .min(1, 'a number of rooms from 1 to 10000')
    .max(10_000, 'a number of rooms from 1 to 10000')
    .default(100),
  REPLAY_LIMIT: z.coerce
    .number({ error: 'a number of recordings, 0 keeps none' })
    .int('a number of recordings, 0 keeps none')
    .min(0, 'a number of recordings, 0 keeps none')
    .default(500),
});

export type Config = z.infer<typeof settings>;

/** A setting that cannot be used; the message is one line for people. */
export class ConfigError extends Error {}

/** Reads the settings. Throws ConfigError. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in settings.shape && value !== ''));
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0]);
  throw new ConfigError(`${name}=${given[name]} is wrong: it must be ${issue?.message}`);
}
