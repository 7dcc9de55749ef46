// What `npm run dev` loads: Vite serves the page and reloads it, and runs these rooms on its own port; a change below
// server/ or shared/ reloads them too, with the matches in them.

import { defineServer } from '@colyseus/core';
import { rooms, setUpRooms } from './app.ts';
import { readConfig } from './config.ts';
import { mountApi } from './http.ts';
import { mountIdentity } from './identity/routes.ts';

const config = readConfig(process.env);
await setUpRooms(config);

const express: Parameters<typeof defineServer>[0]['express'] = (app) => {
  mountApi(app, config);
  mountIdentity(app);
};

export const server = defineServer({ rooms, greet: false, express });
