import assert from 'node:assert/strict';
import { CHAT_RATE, type Channel, type ChatLine, HISTORY_LINES, LINE_MAX } from '#shared/net/chat.ts';
import { MESSAGE, REFUSED } from '#shared/net/messages.ts';
import { askHistory, hear, ignore, say } from '../../client/net/chat.ts';
import {
  actAsHost,
  createMatch,
  enterLobby,
  joinMatch,
  type LobbyConnection,
  type MatchConnection,
  type RoomWishes,
  watchMatch,
} from '../../client/net/connection.ts';
import { askIdentity } from '../../client/net/passport.ts';
import { refusedWith } from '../support/guests.ts';
import { Innocent } from '../support/innocent.ts';
import { theServer } from '../support/server.ts';
import { until } from '../support/until.ts';

/** Somebody who writes and reads. */
class Talker<Room extends MatchConnection | LobbyConnection = MatchConnection> {
  readonly room: Room;
  readonly lines: ChatLine[] = [];
  history: ChatLine[] = [];

  constructor(room: Room) {
    this.room = room;
  }

  async listen(): Promise<this> {
    const { lines } = await hear(this.room, {
      onLine: (line) => this.lines.push(line),
      onUnsaid: (ids) => this.lines.splice(0, this.lines.length, ...this.lines.filter(({ id }) => !ids.includes(id))),
    });
    this.history = lines;
    return this;
  }

  says(text: string, channel: Channel = 'room'): Promise<number> {
    return say(this.room, { channel, text });
  }

  get heard(): string[] {
    return this.lines.map(({ text }) => text);
  }

  hears(text: string): Promise<unknown> {
    return until(() => this.heard.includes(text), { what: `«${text}» among ${this.heard}` });
  }
}

describe('the chat of a room', function () {
  this.timeout(20_000);
  let url: string;
  const talkers: Talker<MatchConnection | LobbyConnection>[] = [];
  const enter = async <Room extends MatchConnection | LobbyConnection>(coming: Promise<Room>): Promise<Talker<Room>> => {
    const talker = await new Talker(await coming).listen();
    talkers.push(talker as Talker<MatchConnection | LobbyConnection>);
    return talker;
  };
  const open = (wishes: RoomWishes = {}, name = 'Ada') => enter(createMatch(url, name, { private: true, bots: 0, ...wishes }));
  const join = ({ room }: Talker, name: string, token?: string) =>
    enter(joinMatch(url, room.roomId, name, undefined, token === undefined ? {} : { token }));
  before(async () => {
    url = (await theServer()).url;
  });
  afterEach(async () => {
    for (const { room } of talkers) room.reconnection.enabled = false;
    await Promise.all(talkers.splice(0).map(({ room }) => (room.connection.isOpen ? room.leave() : undefined)));
  });

  it('reaches everybody in the room as plain text, with who said it', async () => {
    const ada = await open({ hosted: true });
    const ben = await join(ada, 'Ben');
    const willa = await enter(watchMatch(url, ada.room.roomId, 'Willa'));
    await ada.says('<i>hello</i> \u202eyou\n');
    await ben.says('hi');
    await willa.says('nice');
    for (const one of [ada, ben, willa]) await one.hears('nice');
    assert.deepEqual(
      willa.lines.map(({ channel, role, who, name, team, text }) => ({ channel, role, who, name, team, text })),
      [
        { channel: 'room', role: 'host', who: ada.room.sessionId, name: 'Ada', team: -1, text: '<i>hello</i> you' },
        { channel: 'room', role: 'player', who: ben.room.sessionId, name: 'Ben', team: -1, text: 'hi' },
        { channel: 'room', role: 'watcher', who: willa.room.sessionId, name: 'Willa', team: -1, text: 'nice' },
      ],
    );
  });

  it('tells latecomers what was said, as much as is kept', async () => {
    const ada = await open();
    await ada.says('first');
    const ben = await join(ada, 'Ben');
    assert.deepEqual(
      ben.history.filter(({ channel }) => channel === 'room').map(({ text }) => text),
      ['first'],
    );
    assert.ok(ben.history.length <= 2 * HISTORY_LINES);
  });

  it('of a team is for the team, also afterwards; who has none cannot write to it', async () => {
    const ada = await open({ mode: 'tdm' });
    const ben = await join(ada, 'Ben');
    const cleo = await join(ada, 'Cleo');
    const willa = await enter(watchMatch(url, ada.room.roomId, 'Willa'));
    await until(() => cleo.room.state.pucks.filter(({ active }) => active).length === 3, { what: 'three pucks' });
    const teamOf = ({ room }: Talker) => room.state.pucks.find(({ sessionId }) => sessionId === room.sessionId)?.team;
    const [mate] = [ben, cleo].filter((one) => teamOf(one) === teamOf(ada));
    await ada.says('left side', 'team');
    await ada.says('all');
    for (const one of [ben, cleo, willa]) await one.hears('all');
    for (const one of [ben, cleo, willa]) assert.equal(one.heard.includes('left side'), one === mate);
    const willaLater = await enter(watchMatch(url, ada.room.roomId, 'Late'));
    assert.deepEqual(
      willaLater.history.filter(({ channel }) => channel !== 'global').map(({ text }) => text),
      ['all'],
    );
    await assert.rejects(willa.says('psst', 'team'), refusedWith(REFUSED.notNow, /no team/));
    const alone = await open();
    await assert.rejects(alone.says('psst', 'team'), refusedWith(REFUSED.notNow, /no team/));
  });

  it('to everybody reaches other rooms and the lobby, and from there too', async () => {
    const ada = await open();
    const far = await open({}, 'Far');
    const lobby = await enter(enterLobby(url, 'Lou'));
    const [mine, theirs] = ['from a room to all', 'from the lobby to all'];
    await ada.says(mine, 'global');
    for (const one of [far, lobby, ada]) await one.hears(mine);
    await lobby.says(theirs, 'global');
    await far.hears(theirs);
    const line = far.lines.find(({ text }) => text === theirs);
    assert.deepEqual([line?.role, line?.name, line?.who], ['visitor', 'Lou', '']);
    const later = await enter(enterLobby(url, 'Later'));
    assert.ok(later.history.some(({ text }) => text === mine));
    await assert.rejects(lobby.says('hm', 'room'), refusedWith(REFUSED.notNow, /everybody/));
  });

  it('stars rude words out, unless the host does without the filter', async () => {
    const ada = await open();
    const ben = await join(ada, 'Ben');
    await ada.says('what the fuck');
    await ben.hears('what the ****');
    const free = await open({ filter: false });
    await free.says('what the fuck');
    await free.hears('what the fuck');
  });

  it('lets the host silence somebody here, who is told so; what they had said is taken back', async () => {
    const ada = await open({ hosted: true });
    const token = await askIdentity(url);
    const ben = await join(ada, 'Ben', token);
    await ben.says('rubbish');
    await ada.hears('rubbish');
    const muted = () => [...ada.room.state.muted];
    await actAsHost(ada.room, { do: 'mute', who: ben.room.sessionId, on: true });
    await until(() => muted()[0] === ben.room.sessionId, { what: 'who is muted' });
    await until(() => ada.heard.length === 0, { what: 'the line to disappear' });
    await assert.rejects(ben.says('again'), refusedWith(REFUSED.muted, /host has muted you/));
    await ben.room.leave();
    await until(() => muted().length === 0, { what: 'him gone' });
    const back = await join(ada, 'Benny', token);
    await until(() => muted()[0] === back.room.sessionId, { what: 'him known again' });
    await assert.rejects(back.says('it is me'), refusedWith(REFUSED.muted, /host has muted you/));
    await actAsHost(ada.room, { do: 'mute', who: back.room.sessionId, on: false });
    await back.says('thanks');
    await ada.hears('thanks');
    await until(() => muted().length === 0, { what: 'nobody muted' });
  });

  it('lets each person ignore anybody, in every room and under every name', async () => {
    const [mine, theirs] = await Promise.all([askIdentity(url), askIdentity(url)]);
    const ada = await enter(createMatch(url, 'Ada', { private: true, bots: 0, token: mine }));
    const ben = await join(ada, 'Ben', theirs);
    const cleo = await join(ada, 'Cleo');
    await ignore(ada.room, ben.room.sessionId, true);
    await ben.says('for all but Ada');
    await cleo.hears('for all but Ada');
    await cleo.says('done');
    await ada.hears('done');
    assert.deepEqual(ada.heard, ['done']);
    await ben.room.leave();
    await ada.room.leave();
    const other = await open({}, 'Other');
    const again = await join(other, 'Ada 2', mine);
    const renamed = await join(other, 'Somebody', theirs);
    await renamed.says('me again');
    await other.hears('me again');
    await other.says('end');
    await again.hears('end');
    assert.equal(again.heard.includes('me again'), false);
    const whom = async () => (await askHistory(again.room)).ignored;
    assert.deepEqual(await whom(), [{ who: renamed.room.sessionId, name: 'Somebody' }]);
    await ignore(again.room, renamed.room.sessionId, false);
    assert.deepEqual(await whom(), []);
    await renamed.says('and now');
    await again.hears('and now');
  });

  it('gives nobody a name that another or a bot has in this room', async () => {
    const ada = await open({ bots: 2 });
    await join(ada, 'аda');
    await enter(watchMatch(url, ada.room.roomId, 'ADA'));
    await join(ada, 'Operator');
    const names = () => [
      ...ada.room.state.pucks.filter(({ active, bot }) => active && !bot).map(({ name }) => name),
      ...ada.room.state.watchers.values(),
    ];
    await until(() => names().length === 4, { what: 'four people' });
    assert.deepEqual(names().sort(), ['ADA 3', 'Ada', 'Player', 'аda 2']);
  });
});

describe('hostile talkers', function () {
  this.timeout(20_000);

  it('write as often as is allowed, are told to wait, and hold nobody up', async () => {
    const server = await theServer();
    const innocent = await Innocent.plays(server);
    const room = await joinMatch(server.url, innocent.code, 'Mallory');
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => say(room, { channel: i % 2 ? 'room' : 'global', text: `spam ${i}` })),
    );
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, CHAT_RATE.most);
    for (const answer of answers) if (answer.status === 'rejected') refusedWith(REFUSED.tooFast, /Wait \d+ s/)(answer.reason as Error);
    await innocent.goesOn();
    room.reconnection.enabled = false;
    await room.leave();
    await innocent.leave();
  });

  it('get a clear refusal for what is no line: nothing, the same again, too long, another shape, another channel', async () => {
    const { url } = await theServer();
    const room = await createMatch(url, 'Mallory', { private: true, bots: 0 });
    const ask = (message: unknown) => room.request(MESSAGE.chat, message);
    await assert.rejects(ask({ channel: 'room', text: '\u200b \u3164' }), refusedWith(REFUSED.options, /nothing to read/));
    await say(room, { channel: 'room', text: 'one' });
    await assert.rejects(ask({ channel: 'room', text: 'one' }), refusedWith(REFUSED.tooFast, /just said/));
    for (const wrong of [
      { channel: 'room', text: 'x'.repeat(LINE_MAX * 5) },
      { channel: 'all', text: 'x' },
      { text: 'x' },
      'x',
      null,
      { channel: 'room', text: { length: 5 } },
    ])
      await assert.rejects(ask(wrong));
    await say(room, { channel: 'room', text: 'still here' });
    room.reconnection.enabled = false;
    await room.leave();
  });

  it('cannot ignore who is not there, or themselves', async () => {
    const { url } = await theServer();
    const room = await createMatch(url, 'Mallory', { private: true, bots: 0 });
    for (const who of ['nobody', room.sessionId]) await assert.rejects(ignore(room, who, true), refusedWith(REFUSED.noTarget, /not here/));
    room.reconnection.enabled = false;
    await room.leave();
  });
});
