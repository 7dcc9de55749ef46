// Two people in two browsers, as they would play.

import assert from 'node:assert/strict';
import { mapOf } from '../../server/maps.ts';
import { Person } from '../support/page.ts';
import { Player } from '../support/player.ts';
import { useSite } from '../support/site.ts';
import { walkTo } from '../support/walk.ts';

describe('two people at two browsers', function () {
  this.timeout(120_000);
  const site = useSite();
  let host: Player;

  before(async () => {
    host = await Player.open(site.server.url, 'Host', { bots: 0, map: 'atrium' });
  });

  it('meet by a link, one shoots the other, and both scores show it', async () => {
    const link = `${site.server.url}/?room=${host.code}`;
    const ada = await Person.open(site.browser, link, { name: 'Ada' });
    const bob = await Person.open(site.browser, link, { name: 'Bob' });
    await ada.hasPuck();
    const { slot: bobSlot } = await bob.hasPuck();
    await host.leave();
    await ada.until('Ada sees Bob', ({ pucks }) => pucks.some(({ name }) => name === 'Bob'));
    await bob.until('Bob sees Ada', ({ pucks }) => pucks.some(({ name }) => name === 'Ada'));

    // The lane along the upper wall is free of walls from end to end: there they see each other.
    const { map } = mapOf('atrium');
    await Promise.all([walkTo(ada, map, 6, 1), walkTo(bob, map, 20, 1)]);

    const { slot: adaSlot } = await ada.sees();
    const killed = (seen: { pucks: { slot: number; score: number }[] }) =>
      (seen.pucks.find(({ slot }) => slot === adaSlot)?.score ?? 0) > 0;
    await ada.page.mouse.down();
    for (let i = 0; i < 100 && !killed(await ada.sees()); i++) {
      const { pucks } = await ada.sees();
      const target = pucks.find(({ slot }) => slot === bobSlot);
      if (target) await ada.pointAt(target.x, target.y);
      await ada.page.waitForTimeout(100);
    }
    await ada.page.mouse.up();
    await ada.picture('two-people-killer');
    await bob.picture('two-people-victim');
    await ada.until('her own point', killed);
    await bob.until('her point at his screen', killed);
    // What stands around the arena is drawn some times a second only.
    for (const person of [ada, bob])
      await person.untilSeen(
        'her point in the table',
        () => person.text('.scores'),
        (text) => /Ada\s+[1-9]/.test(text),
      );
    assert.deepEqual([...ada.errors, ...bob.errors], []);
    await ada.close();
    await bob.close();
  });
});
