// Watching by a link.

import assert from 'node:assert/strict';
import { Person } from '../support/page.ts';
import { Player } from '../support/player.ts';
import { useSite } from '../support/site.ts';
import { until } from '../support/until.ts';

describe('watching a match at a browser', function () {
  this.timeout(120_000);
  let player: Player;
  // Before the server goes.
  after(() => player.leave());
  const site = useSite();

  before(async () => {
    player = (await Player.open(site.server.url, 'Edsger', { bots: 3 })).play();
  });

  const watching = (person: Person) => person.page.waitForSelector('.spectator');

  it('takes no seat and no puck, follows whom one likes or flies free, and takes a seat when one wants it', async () => {
    const seen = player.session.pucks.length;
    const person = await Person.open(site.browser, `${site.server.url}/?watch=${player.code}`, {
      name: 'Barbara',
      width: 960,
      height: 540,
    });
    await watching(person);
    assert.equal((await person.sees()).slot, -1);
    assert.equal(player.session.pucks.length, seen);
    const first = await person.text('.spectator .whom');
    await person.page.click('text=Next');
    await person.page.waitForFunction((text) => document.querySelector<HTMLElement>('.spectator .whom')?.innerText !== text, first);
    await person.picture('watching');
    await person.page.click('text=Fly free');
    await person.page.waitForSelector('text=Flying free');
    await person.page.click('text=Join the match');
    await person.hasPuck();
    await until(() => player.names.includes('Barbara'), { what: 'Barbara in the match' });
    await person.close();
  });
});
