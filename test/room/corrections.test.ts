// What a page says of its own prediction: operators see it beside what the server measures.

import assert from 'node:assert/strict';
import { MAX_CORRECTIONS, MESSAGE } from '#shared/net/messages.ts';
import type { PlayerDetail, RoomDetail } from '#shared/net/reports.ts';
import { login, look, PASSWORD, type Session } from '../support/admin.ts';
import { Player } from '../support/player.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

describe('corrections, as the panel shows them', function () {
  this.timeout(30_000);
  let server: TestServer;
  let session: Session;
  let ada: Player;
  before(async () => {
    server = await startTestServer({ ADMIN_PASSWORD: PASSWORD });
    session = await login(server.url);
    ada = await Player.open(server.url, 'Ada', { bots: 1 });
    ada.deed = (sent) => ({ mx: sent % 60 < 30 ? 127 : -127 });
    ada.play();
  });
  after(async () => {
    await ada.leave();
    await server.stop();
  });

  const shown = async (): Promise<PlayerDetail> => {
    const { players } = await look<RoomDetail>(server.url, session, `/rooms/${ada.code}`);
    return players.find(({ slot }) => slot === ada.session.me) as PlayerDetail;
  };

  /** The page tells its count only so often, and the door counts who asks. */
  const agree = () =>
    until(
      async () => {
        const { corrections, largestCorrection } = await shown();
        const { stats } = ada.session;
        return corrections === stats.corrections && largestCorrection === Math.ceil(stats.largestCorrection);
      },
      { what: 'the panel and the page agreeing', everyMs: 100 },
    );

  it('are what the player’s own page has counted', async () => {
    await ada.sees('a prediction that agrees', () => ada.sent > 60 && ada.session.own?.alive);
    await agree();
    const before = ada.session.stats.corrections;
    await until(
      () => {
        // Somewhere else than the server will have it.
        if (ada.session.own) ada.session.own.x += 2;
        return ada.session.stats.corrections > before + 2;
      },
      { what: 'corrections' },
    );
    await agree();
  });

  it('that make no sense are refused, and change nothing', async () => {
    const before = await shown();
    const { count, largest } = MAX_CORRECTIONS;
    const bad = [
      {},
      null,
      'x',
      { count: -1, largest: 0 },
      { count: 0.5, largest: 0 },
      { count: count + 1, largest: 0 },
      { count: 1, largest: largest + 1 },
    ];
    for (const said of bad)
      await assert.rejects(ada.room.request(MESSAGE.corrections, said), /expected|Invalid|Too/i, JSON.stringify(said));
    const { corrections, largestCorrection } = await shown();
    assert.deepEqual([corrections, largestCorrection], [before.corrections, before.largestCorrection]);
    assert.ok(ada.room.connection.isOpen);
  });
});
