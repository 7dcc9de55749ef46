// Simulated lag in a room: it delays what passes, and nobody has it secretly.

import assert from 'node:assert/strict';
import { MESSAGE } from '#shared/net/messages.ts';
import { takeSeat } from '../../client/net/connection.ts';
import { Player } from '../support/player.ts';
import { type TestServer, theServer } from '../support/server.ts';

describe('simulated lag', function () {
  this.timeout(20_000);
  let server: TestServer;
  const people: Player[] = [];
  before(async () => {
    server = await theServer();
  });
  afterEach(() => Promise.all(people.splice(0).map((person) => person.leave())));
  const enter = async (coming: Promise<Player>): Promise<Player> => {
    const person = await coming;
    people.push(person);
    return person.play();
  };
  const handicapOf = (seer: Player, slot: number): number => seer.session.state.pucks[slot]?.handicap ?? -1;

  it('is seen by the others, and is gone with who had it', async () => {
    const ada = await enter(Player.open(server.url, 'Ada'));
    const ben = await enter(Player.joins(server.url, ada.code, 'Ben'));
    const slot = ben.session.me;
    ben.session.simulateLag({ ms: 100, jitterMs: 41 });
    await ada.sees('his handicap', () => handicapOf(ada, slot) === 121);
    assert.equal(handicapOf(ada, ada.session.me), 0);
    ben.session.simulateLag({ ms: 0, jitterMs: 0 });
    await ada.sees('that he has none any more', () => handicapOf(ada, slot) === 0);

    ben.session.simulateLag({ ms: 50, jitterMs: 0 });
    await ada.sees('that he has one again', () => handicapOf(ada, slot) === 50);
    await ben.leave();
    await ada.sees('an empty seat', () => ada.session.state.pucks[slot]?.active === false);
    const cyd = await enter(Player.joins(server.url, ada.code, 'Cyd'));
    assert.equal(cyd.session.me, slot);
    assert.equal(handicapOf(cyd, slot), 0);
  });

  it('of a page that was refreshed is gone, and that of one who only watched comes with the seat', async () => {
    const ada = await enter(Player.open(server.url, 'Ada'));
    const ben = await enter(Player.joins(server.url, ada.code, 'Ben'));
    const slot = ben.session.me;
    ben.session.simulateLag({ ms: 80, jitterMs: 0 });
    await ada.sees('his handicap', () => handicapOf(ada, slot) === 80);
    ben.pause();
    const { reconnectionToken } = ben.room;
    ben.room.reconnection.enabled = false;
    ben.room.connection.close();
    await ada.sees('that he is away', () => ada.session.state.pucks[slot]?.connected === false);
    await enter(Player.returns(server.url, reconnectionToken));
    await ada.sees('that he came without it', () => handicapOf(ada, slot) === 0);

    const eve = await enter(Player.watches(server.url, ada.code, 'Eve'));
    eve.session.simulateLag({ ms: 60, jitterMs: 0 });
    await takeSeat(eve.room);
    await eve.sees('her puck', () => eve.session.me >= 0);
    await ada.sees('her handicap', () => handicapOf(ada, eve.session.me) === 60);
  });

  for (const bad of [
    { ms: 301, jitterMs: 0 },
    { ms: -1, jitterMs: 0 },
    { ms: 10, jitterMs: 101 },
    { ms: 1.5, jitterMs: 0 },
    { ms: 10 },
    'slow',
    null,
  ]) {
    it(`of ${JSON.stringify(bad)} is refused`, async () => {
      const ada = await enter(Player.open(server.url, 'Ada'));
      ada.session.simulateLag({ ms: 20, jitterMs: 0 });
      await ada.sees('her handicap', () => handicapOf(ada, ada.session.me) === 20);
      await assert.rejects(ada.room.request(MESSAGE.lag, bad), /number|expected|Invalid/i);
      assert.equal(handicapOf(ada, ada.session.me), 20);
    });
  }

  it('lengthens the way there and back', async () => {
    // More than after a server that was held up: there would be no room above it.
    const inRange = (commands: number) => commands > 0 && commands < 15;
    const ada = await enter(Player.open(server.url, 'Ada'));
    await ada.sees('some commands taken', () => inRange(ada.session.stats.unacknowledged) && ada.sent > 60);
    const before = ada.session.stats.unacknowledged;
    ada.session.simulateLag({ ms: 200, jitterMs: 0 });
    await ada.sees('200 ms of commands on the way', () => ada.session.stats.unacknowledged >= before + 9);
  });
});
