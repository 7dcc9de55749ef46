import assert from 'node:assert/strict';
import type { PollMessage } from '#shared/net/hosting.ts';
import { POLL_KINDS, REFUSED } from '#shared/net/protocol.ts';
import { actAsHost, poll } from '../../client/net/connection.ts';
import { guests, refusedWith } from '../support/guests.ts';
import { Innocent } from '../support/innocent.ts';
import { Player } from '../support/player.ts';
import { theServer } from '../support/server.ts';

describe('a vote', () => {
  let url: string;
  const { here, enter } = guests();
  /** So many people in a room without a host, on maps that take turns. */
  const people = async (count: number, wishes = {}) => {
    const first = await enter(Player.open(url, 'P1', { map: undefined as never, bots: 2, ...wishes }));
    for (let i = 2; i <= count; i++) await enter(Player.joins(url, first.code, `P${i}`));
    await first.sees('all', () => first.names.length >= count);
    return here as [Player, Player, Player, Player];
  };
  const says = ({ room }: Player, message: PollMessage) => poll(room, message);
  const running = ({ session }: Player) => POLL_KINDS[session.state.poll.kind];
  before(async () => {
    url = (await theServer()).url;
  });

  it('for the next map is shown to all, and carried by the majority of those who play', async () => {
    const [ada, ben, cleo] = await people(3);
    const willa = await enter(Player.watches(url, ada.code, 'Willa'));
    const { map } = ada.session.state;
    await says(ada, { do: 'next' });
    await willa.sees('the vote', () => running(willa) === 'next');
    const { by, yes, no, needed } = willa.session.state.poll;
    assert.deepEqual([by, yes, no, needed], ['P1', 1, 0, 2]);
    await assert.rejects(says(willa, { do: 'answer', yes: true }), refusedWith(REFUSED.notNow, /Only those who play/));
    await says(cleo, { do: 'answer', yes: false });
    await ben.sees('the answer', () => ben.session.state.poll.no === 1);
    assert.equal(ben.session.state.map, map);
    await says(ben, { do: 'answer', yes: true });
    await ben.sees('another map', () => ben.session.state.map !== map && running(ben) === 'none');
  });

  it('is lost as soon as it cannot be won any more, and who began it waits before the next', async () => {
    const [ada, ben, cleo] = await people(3);
    await says(ada, { do: 'restart' });
    await assert.rejects(says(ben, { do: 'next' }), refusedWith(REFUSED.notNow, /running already/));
    const { startTick } = ada.session.state;
    await says(ben, { do: 'answer', yes: false });
    await says(cleo, { do: 'answer', yes: false });
    await ada.sees('no vote', () => running(ada) === 'none');
    assert.equal(ada.session.state.startTick, startTick);
    await assert.rejects(says(ben, { do: 'answer', yes: true }), refusedWith(REFUSED.notNow, /No vote is running/));
    await assert.rejects(says(ada, { do: 'next' }), refusedWith(REFUSED.tooFast, /You may begin another in \d+ s/));
    await says(ben, { do: 'next' });
    await ada.sees('another vote', () => running(ada) === 'next');
  });

  it('sends somebody away who plays, never a bot, and needs more than half of all', async () => {
    const [ada, ben, cleo, dana] = await people(4);
    await assert.rejects(says(ada, { do: 'kick', who: '' }));
    await assert.rejects(says(ada, { do: 'kick', who: 'nobody' }), refusedWith(REFUSED.noTarget, /does not play/));
    await assert.rejects(says(ada, { do: 'kick', who: ada.room.sessionId }), refusedWith(REFUSED.noTarget, /yourself/));
    await says(ada, { do: 'kick', who: dana.room.sessionId });
    await ben.sees('whom it is about', () => ben.session.state.poll.name === 'P4');
    await says(ben, { do: 'answer', yes: true });
    await cleo.sees('both votes', () => cleo.session.state.poll.yes === 2);
    assert.ok(dana.session.me >= 0 && cleo.session.state.poll.needed === 3);
    await says(cleo, { do: 'answer', yes: true });
    await ada.sees('one person less', () => !ada.names.includes('P4'));
    await dana.sees('the end', () => !dana.room.connection.isOpen);
  });

  it('begins anew at once for somebody who plays alone', async () => {
    const [ada] = await people(1);
    await ada.sees('ticks', () => ada.session.state.tick > 0);
    const { startTick, map } = ada.session.state;
    await says(ada, { do: 'restart' });
    await ada.sees('it anew', () => ada.session.state.startTick > startTick);
    assert.equal(ada.session.state.map, map);
  });

  it('is not held where a host decides', async () => {
    const [ada, ben] = await people(2, { hosted: true });
    await assert.rejects(says(ben, { do: 'next' }), refusedWith(REFUSED.notNow, /host, who decides/));
    await actAsHost(ada.room, { do: 'lock', on: false });
  });

  it('is not bought with a flood of answers; the match goes on', async () => {
    const server = await theServer();
    const innocent = await Innocent.plays(server, url, { bots: 2 });
    const mallory = await enter(Player.joins(url, innocent.code, 'Mallory'));
    await says(mallory, { do: 'restart' });
    const flood = await Promise.allSettled(Array.from({ length: 80 }, () => says(mallory, { do: 'answer', yes: true })));
    const refused = flood.filter((result) => result.status === 'rejected');
    assert.ok(refused.length >= 70, `${refused.length} refused`);
    await mallory.sees('one vote of two', ({ session: { state } }) => state.poll.yes === 1 && state.poll.needed === 2);
    await innocent.goesOn();
    await innocent.leave();
  });
});
