import assert from 'node:assert/strict';
import { Hands } from '../support/commands.ts';
import { Player } from '../support/player.ts';
import { BadLine } from '../support/proxy.ts';
import { theServer } from '../support/server.ts';
import { letPass } from '../support/until.ts';

describe('a stall of 250 ms', function () {
  this.timeout(30_000);

  it('heals within a second: commands wait as shortly as before, and nothing is corrected any more', async () => {
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
    await letPass(2000);
    const before = await mostOver(2000);
    line.stall(250);
    const during = await mostOver(250);
    await letPass(1000);
    const { corrections } = ada.session.stats;
    const after = await mostOver(2000);
    const seen = JSON.stringify({ before, during, after, corrections: ada.session.stats.corrections, report: ada.session.stats.report });
    await Promise.all([ada.leave(), ben.leave()]);
    line.close();
    assert.ok(during >= before + 10, seen);
    assert.ok(after <= before + 2, seen);
    assert.equal(ada.session.stats.corrections, corrections, seen);
  });
});
