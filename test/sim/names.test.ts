import assert from 'node:assert/strict';
import { decodeEvent, encodeEvent, joinOptions, type MatchEvent, PROTOCOL, playerName } from '#shared/net/messages.ts';

const names: [given: string, shown: string][] = [
  ['Ada', 'Ada'],
  ['  Ada   Lovelace ', 'Ada Lovelace'],
  ['', 'Player'],
  [' \t\n ', 'Player'],
  ['a\u0000b\u0007c', 'a b c'],
  ['line\nbreak', 'line break'],
  ['zero\u200bwidth', 'zero width'],
  ['\u202egnp.exe', 'gnp.exe'],
  ['\u200b\u200d\ufeff', 'Player'],
  ['e\u0301', '\u00e9'],
  ['Żółć 李 🎱', 'Żółć 李 🎱'],
  ['xy'.repeat(100), 'xy'.repeat(8)],
  ['🎱🎯'.repeat(20), '🎱🎯'.repeat(8)],
  ['x'.repeat(200), 'x'.repeat(8)],
  [`a${'\u0301'.repeat(30)}`, '\u00e1\u0301\u0301'],
  ['123456789012345 67', '123456789012345'],
  ['<b>bold</b>', '<b>bold</b>'],
  ['\ud800', 'Player'],
];

describe("a player's name", () => {
  for (const [given, shown] of names) {
    it(`${JSON.stringify(given).slice(0, 40)} is shown as ${JSON.stringify(shown)}`, () => assert.equal(playerName.parse(given), shown));
  }

  it('is the default one when none is sent', () => assert.equal(joinOptions.parse({ protocol: PROTOCOL, rules: 1 }).name, 'Player'));

  for (const name of [5, null, {}, ['a'], 'x'.repeat(257)]) {
    it(`is refused when it is ${JSON.stringify(name).slice(0, 20)}`, () => {
      assert.equal(joinOptions.safeParse({ name, protocol: PROTOCOL, rules: 1 }).success, false);
    });
  }
});

describe('an event on the wire', () => {
  const events: MatchEvent[] = [
    { type: 'hit', tick: 9, slot: 1, by: 2, damage: 37, level: 2, x: 100, y: 200 },
    { type: 'block', tick: 9, slot: 1, by: 2, x: 100, y: 200 },
    { type: 'parry', tick: 9, slot: 1, from: 2, level: 3, x: 100, y: 200 },
    { type: 'kill', tick: 9, slot: 1, by: -1, level: 2, bounces: 2, parries: 0, own: true, bolt: 127 },
    { type: 'kill', tick: 9, slot: 1, by: 3, level: 2, bounces: 2, parries: 1, own: false, bolt: 0 },
    { type: 'spawn', tick: 9, slot: 1, x: 72, y: 72 },
    { type: 'pickup', tick: 9, slot: 3, index: 2 },
    { type: 'flag', tick: 9, slot: -1, team: 1, act: 'returned' },
    { type: 'zone', tick: 9, team: -1, act: 'contested' },
    { type: 'round', tick: 9, slot: 4, round: 3, act: 'ended' },
    { type: 'phase', tick: 9, phase: 'overtime' },
    { type: 'call', tick: 9, call: 'spreeEnded', slot: 4, count: 6 },
  ];
  for (const event of events) {
    it(`comes back as it was: ${event.type}`, () => assert.deepEqual(decodeEvent(encodeEvent(event) ?? []), event));
  }

  it('is not sent for a shot, which the state tells', () =>
    assert.equal(encodeEvent({ type: 'shot', tick: 1, slot: 0, bolt: 0 }), undefined));

  it('of an unknown kind is an error', () => assert.throws(() => decodeEvent([99, 1]), /unknown event kind 99/));
});
