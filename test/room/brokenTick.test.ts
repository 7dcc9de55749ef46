import assert from 'node:assert/strict';
import { MESSAGE } from '#shared/net/messages.ts';
import { BUTTON } from '#shared/sim/types.ts';
import { createMatch } from '../../client/net/connection.ts';
import { Player } from '../support/player.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

describe('a room whose tick throws', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ LOG_LEVEL: 'error' });
  });
  after(() => server.stop());

  it('tells its players and closes; the other rooms go on, and the process lives', async () => {
    const other = (await Player.open(server.url, 'Ada')).play();
    let told = '';
    let left = false;
    const room = await createMatch(server.url, 'Bob', { mode: 'broken' });
    room.onMessage(MESSAGE.closing, (text: string) => {
      told = text;
    });
    room.onLeave(() => {
      left = true;
    });
    const input = room.input({ mode: 'reliable' });
    Object.assign(input.data as object, { buttons: BUTTON.fire });
    input.send();
    await until(() => left, { what: 'the room closed' });
    assert.match(told, /mistake in the server/);
    const { tick } = other.session.state;
    await other.sees('two more seconds of ticks', ({ session }) => session.state.tick > tick + 120);
    assert.equal((await server.health()).rooms, 1);
    assert.match(server.said(), /a tick failed/);
    await other.leave();
  });
});
