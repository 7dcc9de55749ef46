import assert from 'node:assert/strict';
import { Client } from 'colyseus.js';
import { PROTOCOL } from '#shared/net/messages.ts';
import { MatchState } from '#shared/net/schema.ts';
import { RULES } from '#shared/replay/rules.ts';
import { TILE } from '#shared/tuning.ts';
import { isFull, isOutdated, joinMatch } from '../../client/net/connection.ts';
import { Player } from '../support/player.ts';
import { BadLine } from '../support/proxy.ts';
import { theServer } from '../support/server.ts';

describe('a room', () => {
  let line: BadLine;
  const players: Player[] = [];
  const enter = async (coming: Promise<Player>) => {
    const player = await coming;
    players.push(player);
    return player;
  };
  beforeEach(async () => {
    line = await BadLine.open((await theServer()).port);
  });
  afterEach(async () => {
    await Promise.all(players.splice(0).map((player) => player.leave()));
    line.close();
  });

  it('shows each to the other, with their names', async () => {
    const ada = await enter(Player.open(line.url, 'Ada'));
    const ben = await enter(Player.joins(line.url, ada.code, '  Ben \u0000 '));
    await ada.sees('Ben', () => ada.names.includes('Ben'));
    assert.deepEqual(ben.names, ['Ada', 'Ben']);
    assert.notEqual(ada.session.me, ben.session.me);
    assert.ok(ada.state.alive && ben.state.alive);
  });

  it('shows where the other goes', async () => {
    const ada = await enter(Player.open(line.url, 'Ada'));
    const ben = await enter(Player.joins(line.url, ada.code, 'Ben'));
    await ben.sees('the match begin', () => ben.session.phase === 'live');
    await ada.sees('Ben', () => ada.names.includes('Ben'));
    const { x, y } = ben.seen();
    // Towards the middle, where no wall is next to a spawn.
    ben.play().deed = { mx: x < (ben.session.map.cols * TILE) / 2 ? 127 : -127, my: y < (ben.session.map.rows * TILE) / 2 ? 127 : -127 };
    await ada.sees('Ben elsewhere', () => Math.abs(ada.seen(ben.session.me).x - x) > 20);
  });

  it('fills up with bots, who leave one by one as people come and come back as they go', async () => {
    const ada = await enter(Player.open(line.url, 'Ada', { bots: 3 }));
    const bots = () => ada.session.state.pucks.filter(({ active, bot }) => active && bot).length;
    assert.equal(bots(), 2);
    assert.equal(new Set(ada.names).size, 3);
    const ben = await enter(Player.joins(line.url, ada.code, 'Ben'));
    await ada.sees('one bot less', () => bots() === 1);
    const cleo = await enter(Player.joins(line.url, ada.code, 'Cleo'));
    await ada.sees('no bot', () => bots() === 0);
    await enter(Player.joins(line.url, ada.code, 'Dana'));
    await ada.sees('a fourth person', () => ada.names.length === 4);
    assert.equal(bots(), 0);
    await ben.leave();
    await ada.sees('three people', () => ada.names.length === 3 && bots() === 0);
    await cleo.leave();
    await ada.sees('a bot again', () => bots() === 1);
  });

  it('is what quick play finds, rather than a new one', async () => {
    const ada = await enter(Player.quick(line.url, 'Ada'));
    const ben = await enter(Player.quick(line.url, 'Ben'));
    assert.equal(ada.code, ben.code);
  });

  it('of another mode or map is found by those who ask for it', async () => {
    const ada = await enter(Player.quick(line.url, 'Ada', { map: 'foundry' }));
    const ben = await enter(Player.quick(line.url, 'Ben', { map: 'atrium' }));
    const cleo = await enter(Player.quick(line.url, 'Cleo', { map: 'foundry' }));
    assert.notEqual(ada.code, ben.code);
    assert.equal(ada.code, cleo.code);
    assert.deepEqual([ada.session.map.id, ben.session.map.id], ['foundry', 'atrium']);
  });

  it('with 16 people is full: quick play opens another, its code says so', async () => {
    const first = await enter(Player.quick(line.url, 'P0', { bots: 0 }));
    await Promise.all(Array.from({ length: 15 }, (_, i) => enter(Player.joins(line.url, first.code, `P${i + 1}`))));
    await first.sees('16 people', () => first.names.length === 16);
    assert.equal(new Set(players.map((player) => player.session.me)).size, 16);
    await assert.rejects(joinMatch(line.url, first.code, 'Late'), (error: Error) => isFull(error) && /full/.test(error.message));
    const late = await enter(Player.quick(line.url, 'Late'));
    assert.notEqual(late.code, first.code);
    assert.equal(first.names.length, 16);
  });

  it('is left by all for good: it closes', async () => {
    const ada = await enter(Player.open(line.url, 'Ada'));
    const { code } = ada;
    await ada.leave();
    await assert.rejects(joinMatch(line.url, code, 'Ben'), /not found/);
  });

  it('frees the seat of one who leaves for the next who comes', async () => {
    const ada = await enter(Player.open(line.url, 'Ada'));
    const ben = await enter(Player.joins(line.url, ada.code, 'Ben'));
    const seat = ben.session.me;
    await ben.leave();
    await ada.sees('the seat free', () => !ada.session.state.pucks[seat]?.active);
    const cleo = await enter(Player.joins(line.url, ada.code, 'Cleo'));
    assert.equal(cleo.session.me, seat);
    assert.equal(cleo.state.score, 0);
  });
});

describe('at the door', () => {
  const good = { name: 'Ada', protocol: PROTOCOL, rules: RULES };
  let line: BadLine;
  beforeEach(async () => {
    line = await BadLine.open((await theServer()).port);
  });
  afterEach(() => line.close());
  const join = async (options: object) => {
    return new Client(line.url).create<MatchState>('match', options, MatchState);
  };

  const refused: [what: string, options: object, sentence: RegExp, outdated: boolean][] = [
    ['another protocol', { ...good, protocol: PROTOCOL + 1 }, /reload/, true],
    ['other rules', { ...good, rules: RULES ^ 1 }, /reload/, true],
    ['a name that is no text', { ...good, name: { a: 1 } }, /name/, false],
    ['a name of 300 letters', { ...good, name: 'x'.repeat(300) }, /name/, false],
    ['no protocol', { name: 'Ada' }, /protocol/, false],
    ['a mode that is none', { ...good, mode: 'chess' }, /mode/, false],
    ['a map that is none', { ...good, map: '../../etc/passwd' }, /map/, false],
    ['99 bots', { ...good, bots: 99 }, /bots/, false],
    ['half a bot', { ...good, bots: 0.5 }, /bots/, false],
  ];
  for (const [what, options, sentence, outdated] of refused) {
    it(`${what} is refused with a sentence`, async () => {
      await assert.rejects(join(options), (error: Error) => {
        assert.match(error.message, sentence);
        assert.equal(isOutdated(error), outdated);
        return true;
      });
    });
  }

  it('a name without letters becomes the default one', async () => {
    const player = await Player.open(line.url, ' \u200b ');
    assert.deepEqual(player.names, ['Player']);
    await player.leave();
  });
});
