import assert from 'node:assert/strict';
import { Hands } from '../support/commands.ts';
import { Player } from '../support/player.ts';
import { BadLine } from '../support/proxy.ts';
import { theServer } from '../support/server.ts';
import { letPass, until } from '../support/until.ts';

/** Commands that wait at a round trip of 100 ms when nothing is wrong. */
const CALM = 13;

describe('a stall of 250 ms', function () {
  this.timeout(30_000);

  it('heals over a real socket: commands wait as shortly as before', async () => {
    const { port } = await theServer();
    const line = await BadLine.open(port, { delayMs: 50, jitterMs: 5 });
    const ada = await Player.open(line.url, 'Ada', { map: 'hall' });
    const ben = await Player.joins(line.url, ada.code, 'Ben');
    let most = 0;
    ada.hands = new Hands(11);
    ada.play().onFrame = () => {
      most = Math.max(most, ada.session.stats.unacknowledged);
    };
    /** The most commands that were waiting in a time. */
    const mostOver = async (ms: number) => {
      most = 0;
      await letPass(ms);
      return most;
    };
    // A round trip and what waits for its tick; more at first, and on a busy machine.
    const usual = async () => {
      const count = await mostOver(500);
      return count <= CALM ? count : undefined;
    };
    const before = await until(usual, { what: 'a short queue', timeoutMs: 15_000 });
    line.stall(250);
    const during = await mostOver(250);
    // How soon is the laboratory's to measure; here a busy machine may need a few tries.
    await until(async () => (await mostOver(500)) <= before + 2, { what: `a queue as short as before: ${before}`, timeoutMs: 15_000 });
    await Promise.all([ada.leave(), ben.leave()]);
    line.close();
    assert.ok(during >= before + 6, `${before} before, ${during} during the stall`);
  });
});
