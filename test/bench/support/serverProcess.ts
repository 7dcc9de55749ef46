// The real server as a child process, with the plain room beside its own. Its first line on stdout is the port. (An IPC
// channel instead would make the framework believe that a process manager watches it, and measure itself.)

import { matchMaker } from '@colyseus/core';
import { startServer } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { crowdMatches } from './crowd.ts';
import { PlainRoom } from './plainRoom.ts';

if (process.env.BENCH_CROWD) crowdMatches();

const { port } = await startServer(readConfig(process.env));
matchMaker.defineRoomType('plain', PlainRoom);
process.stdout.write(`${port}\n`);
// The parent's end closes this pipe, however it ends.
process.stdin.resume().once('end', () => process.exit(0));
