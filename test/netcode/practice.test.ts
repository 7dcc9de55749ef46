import assert from 'node:assert/strict';
import { readTiledMap } from '#shared/maps/tiled.ts';
import { PracticeMatch } from '../../client/net/practice.ts';
import { MatchSession } from '../../client/net/session.ts';
import type { MatchSource } from '../../client/net/source.ts';
import { Hands } from '../support/commands.ts';
import { percentile } from '../support/figures.ts';
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
      const usual = percentile(waiting, 0.5);
      const expected = (ms / 1000) * 60;
      assert.ok(usual >= expected && usual < expected + 12, `${usual} commands on the way, ${expected} expected`);
    });
  }

  it('has no bots until they are invited, who hold their fire until they may shoot', () => {
    const map = readTiledMap('foundry', shippedText('foundry'));
    const match = new PracticeMatch(map, 'Ada', 'ace', 5);
    const session = new MatchSession<MatchSource>(match, map);
    let now = 0;
    /** Seconds in which one stands still, in no time. Returns how many pucks there are and whose bolts were seen. */
    const pass = (seconds: number) => {
      const owners = new Set<number>();
      for (const end = now + seconds * 1000; now < end; now += FRAME_MS) {
        session.frame(now, () => {});
        for (const { visible, bolt } of session.flights.all()) if (visible) owners.add(bolt.owner);
      }
      return [session.pucks.length, owners.size];
    };
    assert.deepEqual(pass(1), [1, 0]);
    match.invite(1, false);
    assert.deepEqual(pass(20), [2, 0]);
    match.invite(1, true);
    assert.deepEqual(pass(20), [2, 1]);
    match.invite(3, true);
    const [pucks, shooters] = pass(20);
    assert.equal(pucks, 4);
    assert.ok((shooters ?? 0) > 1);
    assert.equal(session.stats.corrections, 0);
  });

  it('shows on its table what one simulates', async () => {
    const { session } = await practise(60, 40, 0.5);
    assert.equal(session.state.pucks[0]?.handicap, 80);
    assert.equal(session.stats.rttMs, 80);
  });
});
