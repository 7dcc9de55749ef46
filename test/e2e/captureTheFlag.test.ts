// A whole match of capture the flag in a browser: countdown, the enemy's flag taken and carried home, results, a vote,
// and the next match on the map that won it.

import assert from 'node:assert/strict';
import { TICK_HZ, TILE } from '#shared/tuning.ts';
import type { MatchSession } from '../../client/net/session.ts';
import { mapOf } from '../../server/maps.ts';
import { Person } from '../support/page.ts';
import { Player } from '../support/player.ts';
import { useSite } from '../support/site.ts';
import { walkTo } from '../support/walk.ts';

/** What the page's own session says of the match. */
function matchOf(ada: Person) {
  return ada.page.evaluate(() => {
    const { session } = (window as unknown as { __carom: { session: MatchSession } }).__carom;
    const { teamScores, ballot, map } = session.state;
    const flags = session.objectives.map(({ team, state, holder }) => ({ team, state, holder }));
    const votes = [...ballot].map(({ map: id, votes: count }) => ({ id, count }));
    return { phase: session.phase, me: session.me, map, flags, scores: [...teamScores], votes };
  });
}

const untilMatch = (ada: Person, what: string, holds: (match: Awaited<ReturnType<typeof matchOf>>) => boolean) =>
  ada.untilSeen(what, () => matchOf(ada), holds, 40_000);

describe('capture the flag in a browser', function () {
  this.timeout(180_000);
  // Time to vote, also where pictures are drawn slowly.
  const site = useSite({ TUNING: JSON.stringify({ MATCH: { resultsTicks: 20 * TICK_HZ } }) });

  it('goes from the countdown through a capture to results, a vote and the next match', async () => {
    const host = await Player.open(site.server.url, 'Host', {
      mode: 'ctf',
      map: undefined as never,
      bots: 0,
      scoreLimit: 1,
      countdownS: 10,
    });
    // Looks around: who does nothing loses the seat.
    host.play().deed = (sent) => ({ aim: (sent * 50) & 65_535 });
    const ada = await Person.open(site.browser, site.server.url, { name: 'Ada', width: 960, height: 540 });
    // Once all is loaded she is in the match at once, and so sees it begin.
    await ada.page.locator('progress.loading').waitFor({ state: 'hidden', timeout: 90_000 });
    await ada.page.fill('input[maxlength="5"]', host.code);
    await ada.page.click('.code-form button[type=submit]');
    await ada.hasPuck();
    await ada.page.locator('.countdown').waitFor();
    assert.match(await ada.text('.countdown'), /Capture the flag/i);
    await ada.picture('ctf-countdown');
    await untilMatch(ada, 'the match', ({ phase }) => phase === 'live');

    const { me, map: first } = await matchOf(ada);
    const { map } = mapOf(first);
    const base = (team: number): [number, number] => {
      const flag = map.flags.find((each) => each.team === team) ?? assert.fail();
      return [Math.floor(flag.x / TILE), Math.floor(flag.y / TILE)];
    };
    await walkTo(ada, map, ...base(1 - (me % 2)));
    await untilMatch(ada, 'the flag in her hands', ({ flags }) => flags.some(({ holder }) => holder === me));
    await ada.picture('ctf-carrying');
    await walkTo(ada, map, ...base(me % 2));
    await untilMatch(ada, 'the results', ({ phase }) => phase === 'results');
    assert.deepEqual((await matchOf(ada)).scores, me % 2 === 0 ? [1, 0] : [0, 1]);
    assert.match(await ada.text('.results h2'), /Your team won/i);
    assert.match(await ada.text('.results'), /Flag runner/i);

    const options = ada.page.locator('.results .vote button');
    await options.first().click();
    await untilMatch(ada, 'her vote', ({ votes }) => votes[0]?.count === 1);
    await ada.page.keyboard.press(String(await options.count()));
    await untilMatch(
      ada,
      'her other vote, by a number key',
      ({ votes }) => votes.length > 1 && votes.at(-1)?.count === 1 && votes[0]?.count === 0,
    );
    const chosen = (await matchOf(ada)).votes.at(-1)?.id;
    assert.ok(chosen);
    await ada.picture('ctf-results');
    // A slow machine may miss its countdown.
    await untilMatch(
      ada,
      'the next match',
      ({ phase, map: id, scores }) => phase !== 'results' && id === chosen && scores.every((each) => each === 0),
    );
    await ada.picture('ctf-next');
    assert.deepEqual(ada.errors, []);
    await Promise.all([ada.close(), host.leave()]);
  });
});
