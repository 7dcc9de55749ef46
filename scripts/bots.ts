// `npm run bots -- --count 8 --url ws://localhost:2567 [--code CODE] [--mode ffa] [--map ID]`: bots as real network
// clients. A status line every 5 s; Ctrl-C lets them leave.

import { parseArgs } from 'node:util';
import { CLOSE, MESSAGE } from '#shared/net/messages.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { joinMatch, quickJoin, type RoomWishes } from '../client/net/connection.ts';
import { TickScheduler } from '../server/scheduler.ts';
import { integerOf, runScript, say, UsageError } from './support/cli.ts';
import { quantile } from './support/matchStats.ts';
import { NetBot } from './support/netBot.ts';

const STATUS_MS = 5000;
/** Leaving is a courtesy: the end of the process does not wait longer for it. */
const LEAVE_MS = 1000;
/** A server that is gone, or a room that ended: tried again after so long. */
const RETRY_MS = 2000;

interface Settings {
  count: number;
  url: string;
  code: string | undefined;
  wishes: RoomWishes;
}

function readSettings(): Settings {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '8' },
      url: { type: 'string', default: 'ws://localhost:2567' },
      code: { type: 'string' },
      mode: { type: 'string' },
      map: { type: 'string' },
    },
  });
  if (!/^wss?:$/.test(URL.parse(values.url)?.protocol ?? ''))
    throw new UsageError(`--url ${values.url} is wrong: it must be a ws or wss address`);
  const { mode, map } = values;
  return {
    count: integerOf('count', values.count, 1, 1000),
    url: values.url,
    code: values.code?.toUpperCase(),
    wishes: { ...(mode && { mode }), ...(map && { map }) },
  };
}

/** The bots that are in, by number, kept in play over drops and restarts. */
class Crowd {
  readonly bots = new Map<number, NetBot>();
  readonly #settings: Settings;
  readonly #clock = new TickScheduler(TICK_HZ);
  #stopping = false;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Brings a bot in. Rejects when the server refuses or cannot be reached. */
  async join(number: number): Promise<void> {
    const { url, code, wishes } = this.#settings;
    const name = `Bot ${number}`;
    const connection = await (code ? joinMatch(url, code, name) : quickJoin(url, name, wishes));
    connection.onMessage(MESSAGE.closing, (sentence: string) => say(`${name}: ${sentence}`));
    const bot = await NetBot.start(connection, number);
    this.bots.set(number, bot);
    const { stop } = this.#clock.add(() => bot.frame(performance.now()));
    connection.onLeave((closed) => {
      stop();
      this.bots.delete(number);
      if (!this.#stopping) this.#comeBack(number, closed);
    });
  }

  async leave(): Promise<void> {
    this.#stopping = true;
    await Promise.race([Promise.allSettled([...this.bots.values()].map((bot) => bot.leave())), delay(LEAVE_MS)]);
  }

  #comeBack(number: number, closed: number): void {
    if (closed === CLOSE.kicked) {
      say(`Bot ${number} was removed by the operator`);
      return;
    }
    say(`Bot ${number} is out (${closed}), joining again`);
    const again = (): void => {
      if (!this.#stopping) this.join(number).catch(() => setTimeout(again, RETRY_MS));
    };
    again();
  }
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Prints a line now and then; bytes are of each bot in a second. */
function startStatus(crowd: Crowd): void {
  let before = { at: performance.now(), down: 0, up: 0 };
  setInterval(() => {
    const stats = [...crowd.bots.values()].map((bot) => bot.session.stats);
    const sum = (pick: (stat: (typeof stats)[number]) => number): number => stats.reduce((total, stat) => total + pick(stat), 0);
    const now = { at: performance.now(), down: sum((stat) => stat.meter.downBytes), up: sum((stat) => stat.meter.upBytes) };
    const share = 1000 / (now.at - before.at) / Math.max(1, stats.length);
    const rtts = stats.map((stat) => stat.rttMs);
    say(
      `${stats.length} bots  rtt ${quantile(rtts.length > 0 ? rtts : [0], 0.5).toFixed(0)} ms, worst ${Math.max(0, ...rtts).toFixed(0)}  ` +
        `corrections ${sum((stat) => stat.corrections)}, largest ${Math.max(0, ...stats.map((stat) => stat.largestCorrection)).toFixed(1)}  ` +
        `down ${Math.max(0, (now.down - before.down) * share).toFixed(0)} B/s  up ${Math.max(0, (now.up - before.up) * share).toFixed(0)} B/s`,
    );
    before = now;
  }, STATUS_MS);
}

await runScript(async () => {
  const settings = readSettings();
  const crowd = new Crowd(settings);
  const quit = () => void crowd.leave().then(() => process.exit(0));
  process.once('SIGINT', quit);
  process.once('SIGTERM', quit);
  for (let number = 1; number <= settings.count; number++) {
    await crowd.join(number).catch((error: Error) => {
      throw new Error(`Bot ${number} cannot join at ${settings.url}: ${error.message || 'the server hung up'}`);
    });
  }
  say(`${settings.count} bots play at ${settings.url}; Ctrl-C lets them leave`);
  startStatus(crowd);
});
