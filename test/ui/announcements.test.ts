import assert from 'node:assert/strict';
import type { MatchEvent } from '#shared/net/messages.ts';
import { CUE_NAMES, cueNotes } from '../../client/audio/cues.ts';
import { de } from '../../client/i18n/de.ts';
import { en } from '../../client/i18n/en.ts';
import { speak } from '../../client/i18n/index.ts';
import { type Announcement, announce, type Hearer } from '../../client/ui/announcements.ts';
import { Banner } from '../../client/ui/banner.ts';

const NAMES = ['Ada', 'Bob', 'Cyd', 'Dan'];

/** Even slots are team 0. */
function hearer(me: number, teams: number): Hearer {
  const teamOf = (slot: number): number => (teams > 0 && slot >= 0 ? slot % teams : -1);
  return { me, ownTeam: teamOf(me), nameOf: (slot) => NAMES[slot] ?? '', teamOf, outcome: () => ({ kind: 'team', team: 0 }) };
}

const flag = (act: 'taken' | 'dropped' | 'returned' | 'captured', slot: number, team: number): MatchEvent => ({
  type: 'flag',
  tick: 9,
  slot,
  team,
  act,
});
const call = (name: 'firstHit' | 'multi' | 'spree' | 'spreeEnded', slot: number, count: number): MatchEvent => ({
  type: 'call',
  tick: 9,
  call: name,
  slot,
  count,
});

/** Who hears what of it: a player of team 0, one of team 1, a spectator. */
const cases: [event: MatchEvent, first: string, second: string, watching: string][] = [
  [flag('taken', 2, 1), '▲ Enemy flag: taken by Cyd', '▼ Your flag: taken by Cyd', 'Orange flag: taken by Cyd'],
  [flag('taken', 0, 1), '▲ You have the flag: bring it home', '▼ Your flag: taken by Ada', 'Orange flag: taken by Ada'],
  [flag('dropped', 0, 1), '▼ Enemy flag: dropped', '▲ Your flag: dropped', 'Orange flag: dropped'],
  [flag('returned', -1, 1), '▼ Enemy flag: home again', '▲ Your flag: home again', 'Orange flag: home again'],
  [flag('captured', 2, 1), '▲ Enemy flag: captured by Cyd', '▼ Your flag: captured by Cyd', 'Orange flag: captured by Cyd'],
  [{ type: 'zone', tick: 9, team: 1, act: 'held' }, '▼ The enemy holds the hill', '▲ Your team holds the hill', 'Orange holds the hill'],
  [{ type: 'zone', tick: 9, team: -1, act: 'moved' }, 'The hill moves', 'The hill moves', 'The hill moves'],
  [call('firstHit', 2, 1), '▲ First hit: Cyd', '▼ First hit: Cyd', 'First hit: Cyd'],
  [call('multi', 0, 2), '▲ Double', '▼ Double: Ada', 'Double: Ada'],
  [call('multi', 3, 6), '▼ 6 in a row: Dan', '▲ 6 in a row: Dan', '6 in a row: Dan'],
  [call('spreeEnded', 0, 5), '▲ Spree of 5 ended by you', '▼ Spree of 5 ended by Ada', 'Spree of 5 ended by Ada'],
  [{ type: 'round', tick: 9, slot: 0, round: 2, act: 'ended' }, '▲ You win the round', '▼ Ada wins the round', 'Ada wins the round'],
  [{ type: 'round', tick: 9, slot: -1, round: 2, act: 'ended' }, 'Nobody wins the round', 'Nobody wins the round', 'Nobody wins the round'],
  [{ type: 'round', tick: 9, slot: -1, round: 3, act: 'began' }, 'Round 3', 'Round 3', 'Round 3'],
  [{ type: 'phase', tick: 9, phase: 'results' }, '▲ ', '▼ ', ''],
];

const MOODS = { good: '▲ ', bad: '▼ ', even: '' };

function heard(event: MatchEvent, me: number): string {
  const said = announce(event, hearer(me, 2));
  assert.ok(said);
  return MOODS[said.mood] + said.text;
}

describe('the announcer’s words', () => {
  for (const [event, first, second, watching] of cases) {
    it(`are for each side its own: ${watching || 'the end'}`, () => {
      assert.deepEqual([heard(event, 0), heard(event, 1), heard(event, -1)], [first, second, watching]);
    });
  }

  it('change with the language while they are shown', async () => {
    const said = announce({ type: 'phase', tick: 9, phase: 'overtime' }, hearer(0, 2));
    const english = said?.text;
    await speak('de');
    const german = said?.text;
    await speak('en');
    assert.deepEqual([english, german], [en['say.overtime'], de['say.overtime']]);
  });

  it('take no side where everybody is alone, but for oneself', () => {
    assert.equal(announce(call('spree', 2, 5), hearer(0, 0))?.mood, 'even');
    assert.equal(announce(call('spree', 0, 5), hearer(0, 0))?.mood, 'good');
  });

  it('are none for what is drawn anyway', () => {
    assert.equal(announce({ type: 'spawn', tick: 9, slot: 0, x: 0, y: 0 }, hearer(0, 2)), undefined);
    assert.equal(announce({ type: 'phase', tick: 9, phase: 'countdown' }, hearer(0, 2)), undefined);
  });
});

describe('the announcer’s sounds', () => {
  it('go up for good news and down for bad', () => {
    for (const name of ['firstHit', 'flagTaken', 'flagDropped', 'flagCaptured', 'zoneHeld', 'end'] as const) {
      const [good, bad] = (['good', 'bad'] as const).map((mood) => cueNotes(name, mood)) as [number[], number[]];
      assert.ok((good[0] as number) < (good.at(-1) as number) && (bad[0] as number) > (bad.at(-1) as number), name);
    }
  });

  it('differ from each other', () => {
    const all = CUE_NAMES.map((name) => cueNotes(name, 'even').join());
    assert.equal(new Set(all).size, CUE_NAMES.length);
  });

  it('have more notes the more they matter', () => {
    const count = (name: (typeof CUE_NAMES)[number]) => cueNotes(name, 'good').length;
    assert.ok(
      count('count') < count('flagDropped') && count('flagDropped') < count('flagTaken') && count('flagTaken') < count('flagCaptured'),
    );
  });
});

describe('the announcer’s line', () => {
  let sounds: string[];
  let banner: Banner;
  const line = (text: string, importance: number): Announcement => ({ text, cue: 'go', mood: 'even', importance });

  beforeEach(() => {
    sounds = [];
    banner = new Banner(
      () => hearer(0, 2),
      ({ text }) => sounds.push(text),
    );
  });

  it('shows one thing at a time, the most important first', () => {
    banner.say(line('minor', 1), 0);
    banner.say(line('major', 3), 0);
    assert.equal(banner.current(0)?.text, 'major');
    assert.equal(banner.current(900)?.text, 'major');
    assert.equal(banner.current(1100)?.text, 'minor');
    assert.equal(banner.current(3000)?.text, 'minor');
    assert.equal(banner.current(3200), undefined);
    assert.deepEqual(sounds, ['minor', 'major']);
  });

  it('leaves out what is old, what was just said, and what does not matter beside others', () => {
    banner.say(line('a', 2), 0);
    banner.current(0);
    banner.say(line('a', 2), 500);
    banner.say(line('idle talk', 0), 500);
    banner.say(line('late', 2), 600);
    assert.deepEqual(sounds, ['a', 'late']);
    assert.equal(banner.current(5000), undefined);
    banner.say(line('idle talk', 0), 5000);
    assert.equal(banner.current(5001)?.text, 'idle talk');
  });
});
