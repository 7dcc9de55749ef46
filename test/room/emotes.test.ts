import assert from 'node:assert/strict';
import { EMOTE_COOL_DOWN_MS, EMOTES, type EmoteId, type Said, wheelOf } from '#shared/net/emotes.ts';
import { MESSAGE, REFUSED } from '#shared/net/messages.ts';
import { Player } from '../support/player.ts';
import { type TestServer, theServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const index = (id: EmoteId): number => EMOTES.findIndex((emote) => emote.id === id);

describe('what players say', function () {
  this.timeout(30_000);
  let server: TestServer;
  let players: Player[];
  before(async () => {
    server = await theServer();
  });
  afterEach(async () => {
    for (const player of players) await player.leave();
  });

  /** As many players in a room of their own, and what each of them hears. */
  async function room(count: number, mode: string): Promise<{ players: Player[]; heard: Said[][] }> {
    const first = await Player.open(server.url, 'P0', { mode });
    players = [first];
    for (let i = 1; i < count; i++) players.push(await Player.joins(server.url, first.code, `P${i}`));
    return { players, heard: players.map(listen) };
  }

  function listen({ session }: Player): Said[] {
    const heard: Said[] = [];
    session.room.onMessage(MESSAGE.emote, (said: Said) => heard.push(said));
    return heard;
  }

  const say = ({ session }: Player, what: unknown): Promise<unknown> => session.room.request(MESSAGE.emote, what);
  const codeOf = (error: unknown): number => (error as { code: number }).code;

  it('is heard by everybody in the room, those who watch included, with who says it', async () => {
    const { players, heard } = await room(2, 'ffa');
    const [ada, bob] = players as [Player, Player];
    const cyd = await Player.watches(server.url, ada.code, 'Cyd');
    const watched = listen(cyd);
    players.push(cyd);
    await say(bob, index('nice'));
    await until(() => [...heard, watched].every((list) => list.length === 1), { what: 'it everywhere' });
    assert.deepEqual(
      [...heard, watched].map((list) => list[0]),
      Array(3).fill([bob.session.me, index('nice')]),
    );
    await assert.rejects(say(cyd, index('hello')), (error) => codeOf(error) === REFUSED.notNow);
  });

  it('to the team is heard by the team only', async () => {
    const { players, heard } = await room(4, 'tdm');
    const [speaker] = players as [Player];
    const watching = await Player.watches(server.url, speaker.code, 'Cyd');
    const watched = listen(watching);
    players.push(watching);
    await say(speaker, index('attack'));
    // What comes after it has come to all: then the first has, too.
    const mate = players.slice(1).find(({ session }) => session.me % 2 === speaker.session.me % 2) as Player;
    await say(mate, index('hello'));
    const all = [...heard, watched];
    await until(() => all.every((list) => list.some(([, what]) => what === index('hello'))), { what: 'the second word everywhere' });
    all.forEach((list, i) => {
      const { me } = (players[i] as Player).session;
      const isMate = me >= 0 && me % 2 === speaker.session.me % 2;
      assert.equal(list.length, isMate ? 2 : 1, `slot ${me}`);
    });
  });

  it('to a team is refused where there are none', async () => {
    const { players, heard } = await room(1, 'ffa');
    await assert.rejects(say(players[0] as Player, index('defend')), (error) => codeOf(error) === REFUSED.notNow);
    assert.deepEqual(heard, [[]]);
  });

  it('is refused too soon after the last, with a code and a sentence, and taken again after a while', async () => {
    const { players, heard } = await room(2, 'ffa');
    const [ada, bob] = players as [Player, Player];
    const [first, second] = await Promise.allSettled([say(ada, index('wow')), say(ada, index('laugh'))]);
    assert.equal(first?.status, 'fulfilled');
    assert.ok(second?.status === 'rejected' && codeOf(second.reason) === REFUSED.tooFast);
    assert.match(String(second.reason), /Wait a moment/);
    // Others have their own time.
    await say(bob, index('thanks'));
    const again = () =>
      say(ada, index('sorry')).then(
        () => true,
        () => false,
      );
    await until(again, { what: 'another word', timeoutMs: EMOTE_COOL_DOWN_MS * 4 });
    await until(() => heard[1]?.length === 3, { what: 'all three' });
    assert.deepEqual(
      heard[1]?.map(([, what]) => what),
      [index('wow'), index('thanks'), index('sorry')],
    );
  });

  it('is refused when it is nothing from the list', async () => {
    const { players, heard } = await room(1, 'ffa');
    const [ada] = players as [Player];
    for (const what of [-1, EMOTES.length, 1.5, 2 ** 40, '1', null, undefined, [1], { index: 1 }, true])
      await assert.rejects(say(ada, what), `${JSON.stringify(what)}`);
    assert.deepEqual(heard, [[]]);
    await say(ada, index('goodGame'));
  });

  it('in a flood is hardly heard, and the match goes on', async () => {
    const { players, heard } = await room(2, 'ffa');
    const [ada, bob] = players as [Player, Player];
    for (let i = 0; i < 100; i++) ada.room.send(MESSAGE.emote, i % 6);
    const { tick } = bob.session.state;
    await bob.sees('the match going on', ({ session }) => session.state.tick > tick + 60);
    // One, or a few where the machine is slow.
    const count = heard[1]?.length ?? 0;
    assert.ok(count >= 1 && count <= 4, `${count}`);
    await say(bob, index('nice'));
  });

  it('is offered by eights, of which those to the team come while a team plays', () => {
    for (const [teams, playing] of [
      [0, true],
      [2, true],
      [2, false],
    ] as const) {
      const wheel = wheelOf(teams, playing);
      assert.equal(new Set(wheel).size, 8);
      assert.equal(
        wheel.some((i) => EMOTES[i]?.team),
        teams > 0 && playing,
      );
    }
  });
});
