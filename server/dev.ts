// What `npm run dev` loads: Vite serves the page and reloads it, and runs these rooms on its own port; a change below
// server/ or shared/ reloads them too, with the matches in them.

import { defineServer } from '@colyseus/core';
import { rooms } from './app.ts';
import { readConfig } from './config.ts';
import { mountApi } from './http.ts';
import { MatchRoom } from './rooms/MatchRoom.ts';
import { RecordingStore } from './store/recordings.ts';

const config = readConfig(process.env);
MatchRoom.recordings = new RecordingStore(config.DATA_DIR, config.REPLAY_LIMIT);

export const server = defineServer({ rooms, greet: false, express: mountApi });
