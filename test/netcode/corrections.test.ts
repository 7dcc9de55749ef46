import assert from 'node:assert/strict';
import { Hands } from '../support/commands.ts';
import { Player } from '../support/player.ts';
import { BadLine } from '../support/proxy.ts';
import { theServer } from '../support/server.ts';
import { letPass } from '../support/until.ts';

const ROUND_TRIPS = [0, 100, 200];
const SECONDS = 12;

interface Measured {
  rtt: number;
  rttMs: number;
  corrections: number;
  largest: number;
  commands: number;
  hits: number;
}

/** One who plays like a person behind a line of so long a round trip and 20 ms of jitter; the other one only stands there. */
async function play(port: number, rtt: number): Promise<Measured> {
  const line = await BadLine.open(port, { delayMs: rtt / 2, jitterMs: 10 }, rtt + 1);
  const ada = await Player.open(line.url, 'Ada', { map: 'hall' });
  const ben = await Player.joins(line.url, ada.code, 'Ben');
  ben.play();
  ada.hands = new Hands(rtt + 5);
  ada.play();
  await letPass(SECONDS * 1000);
  const { corrections, largestCorrection, rttMs } = ada.session.stats;
  const hits = ada.events.filter(({ type }) => type === 'hit').length;
  const measured = { rtt, rttMs, corrections, largest: largestCorrection, commands: ada.sent, hits };
  await Promise.all([ada.leave(), ben.leave()]);
  line.close();
  return measured;
}

describe("one's own puck", function () {
  this.timeout((SECONDS + 20) * 1000);
  let measured: Measured[];
  before(async () => {
    const { port } = await theServer();
    measured = await Promise.all(ROUND_TRIPS.map((rtt) => play(port, rtt)));
  });

  for (const rtt of ROUND_TRIPS) {
    it(`is never corrected at a round trip of ${rtt} ms and 20 ms of jitter`, () => {
      const of = measured.find((each) => each.rtt === rtt) ?? assert.fail();
      assert.ok(of.commands > (SECONDS - 1) * 60, JSON.stringify(of));
      assert.ok(of.rttMs >= rtt && of.rttMs < rtt + 60, JSON.stringify(of));
      assert.equal(of.corrections, 0, JSON.stringify(of));
    });
  }
});
