// The process's logger: pino, one JSON line an entry, quiet until the settings ask for more.

import { pino } from 'pino';

export const log = pino({ name: 'carom', level: 'warn' });
