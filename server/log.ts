// The process's logger: pino, one JSON line an entry, quiet unless LOG_LEVEL asks for more.

import { pino } from 'pino';

export const log = pino({ name: 'carom', level: process.env.LOG_LEVEL || 'warn' });
