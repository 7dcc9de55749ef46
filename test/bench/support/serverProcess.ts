// The real server as a child process, with the plain room beside its own. Its first line on stdout is the port. (An IPC
// channel instead would make the framework believe that a process manager watches it, and measure itself.)

import { matchMaker } from '@colyseus/core';
import { Bot } from '#shared/bots/bot.ts';
import { BUTTON } from '#shared/sim/types.ts';
import { ENERGY } from '#shared/tuning.ts';
import { startServer } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { PlainRoom } from './plainRoom.ts';

// A crowded match: bots that hardly tire and fire all the time keep the air full of bolts.
if (process.env.BENCH_RAPID_FIRE) {
  Object.assign(ENERGY, { chargeTicks: 16 });
  const { think } = Bot.prototype;
  Bot.prototype.think = function (world) {
    const command = think.call(this, world);
    command.buttons |= BUTTON.fire;
    return command;
  };
}

const { port } = await startServer(readConfig(process.env));
matchMaker.defineRoomType('plain', PlainRoom);
process.stdout.write(`${port}\n`);
// The parent's end closes this pipe, however it ends.
process.stdin.resume().once('end', () => process.exit(0));
