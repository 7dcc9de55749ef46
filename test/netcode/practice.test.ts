import assert from 'node:assert/strict';
import { readTiledMap } from '#shared/maps/tiled.ts';
import { PracticeMatch } from '../../client/net/practice.ts';
import { MatchSession } from '../../client/net/session.ts';
import type { MatchSource } from '../../client/net/source.ts';
import { Hands } from '../support/commands.ts';
import { shippedText } from '../support/maps.ts';
import { letPass } from '../support/until.ts';

const FRAME_MS = 1000 / 60;

/** Plays by frames of real time, since a simulated line runs on timers. */
async function practise(ms: number, jitterMs: number, seconds: number) {
  const map = readTiledMap('foundry', shippedText('foundry'));
  const match = new PracticeMatch(map, 'Ada', 'rookie', 5);
  match.invite(3, true);
  const session = new MatchSession<MatchSource>(match, map);
  session.simulateLag({ ms, jitterMs });
  const hands = new Hands(3);
  const lag: number[] = [];
  const start = performance.now();
  for (let frame = 0; frame < seconds * 60; frame++) {
    const due = start + frame * FRAME_MS;
    await letPass(Math.max(0, due - performance.now()));
    session.frame(due, (command) => Object.assign(command, hands.next()));
    lag.push(session.stats.unacknowledged);
  }
  return { session, waiting: lag.slice(-60) };
}

describe('practice', function () {
  this.timeout(30_000);

  for (const ms of [0, 150]) {
    it(`plays with bots and without a server, never corrected, at ${ms} ms of simulated lag`, async () => {
      const { session, waiting } = await practise(ms, 0, 5);
      assert.equal(session.me, 0);
      assert.equal(session.phase, 'live');
      assert.equal(session.pucks.length, 4);
      assert.ok((session.own?.step ?? 0) > 200, `${session.own?.step} steps`);
      assert.equal(session.stats.corrections, 0);
      const most = Math.max(...waiting);
      const expected = (ms / 1000) * 60;
      assert.ok(most >= expected && most < expected + 12, `${most} commands on the way, ${expected} expected`);
    });
  }
});
