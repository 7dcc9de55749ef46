// Settings from the environment. A wrong one stops the start with a line that names it, its value and what is right.

import { existsSync, statSync } from 'node:fs';
import { z } from 'zod';

const SECRET = /PASSWORD|TOKEN/;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A whole number from the environment; `right` says what would be one. */
const whole = (low: number, high: number, right: string) => z.coerce.number({ error: right }).int(right).min(low, right).max(high, right);
const file = z.string().refine((path) => existsSync(path), 'a file that can be read');
const folder = z.string().refine((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory(), 'a folder');
const ORIGINS = 'addresses like https://example.org, with commas between';
const origin = z.url({ protocol: /^https?$/, error: ORIGINS }).transform((text) => new URL(text).origin);

const settings = z.object({
  PORT: whole(0, 65_535, 'a port from 0 to 65535').default(2567),
  HOST: z.string().min(1, 'an address to listen on').default('0.0.0.0'),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'an address like redis://127.0.0.1:6379' }).optional(),
  PROCESS_URL: z.url({ protocol: /^https?$/, error: 'an http or https address' }).optional(),
  DRAIN_LIMIT_S: whole(0, 86_400, 'seconds from 0 to 86400').default(600),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'an http or https address' }).optional(),
  DATA_DIR: z.string().min(1, 'a folder').default('./data'),
  MAPS_DIR: folder.optional(),
  ADMIN_PASSWORD: z.string().min(8, 'a password of 8 letters or more').optional(),
  MODERATOR_PASSWORD: z.string().min(8, 'a password of 8 letters or more').optional(),
  METRICS_TOKEN: z.string().min(8, 'a token of 8 letters or more').optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(origin))
    .default([]),
  TLS_CERT: file.optional(),
  TLS_KEY: file.optional(),
  TRUST_PROXY: whole(0, 9, 'how many proxies of yours stand before this server, 0 to 9').default(0),
  MAX_CONNECTIONS_PER_ADDRESS: whole(1, 100_000, 'a number of connections from 1 to 100000').default(64),
  MAX_JOINS_PER_ADDRESS: whole(1, 100_000, 'a number of joins from 1 to 100000').default(120),
  MAX_ROOMS_PER_ADDRESS: whole(1, 10_000, 'a number of rooms from 1 to 10000').default(16),
  MAX_ROOMS: whole(1, 10_000, 'a number of rooms from 1 to 10000').default(100),
  REPLAY_LIMIT: whole(0, 1_000_000, 'a number of recordings, 0 keeps none').default(500),
  LOG_LEVEL: z.enum(LEVELS, { error: `one of ${LEVELS.join(', ')}` }).default('warn'),
});

export type Config = z.infer<typeof settings>;

/** A setting that cannot be used; the message is one line for people. */
export class ConfigError extends Error {}

/** Reads the settings. Throws ConfigError. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in settings.shape && value !== ''));
  const parsed = settings.safeParse(given);
  if (parsed.success) {
    const { TLS_CERT, TLS_KEY } = parsed.data;
    if (!TLS_CERT !== !TLS_KEY) throw new ConfigError('TLS_CERT and TLS_KEY belong together: set both or none');
    const { ADMIN_PASSWORD, MODERATOR_PASSWORD } = parsed.data;
    if (MODERATOR_PASSWORD && MODERATOR_PASSWORD === ADMIN_PASSWORD)
      throw new ConfigError('MODERATOR_PASSWORD is the ADMIN_PASSWORD: they must differ');
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0]);
  // A secret is not repeated in a log.
  const value = SECRET.test(name) ? '…' : given[name];
  throw new ConfigError(`${name}=${value} is wrong: it must be ${issue?.message}`);
}
