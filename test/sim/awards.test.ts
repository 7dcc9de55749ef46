import assert from 'node:assert/strict';
import { AWARDS, awardsOf } from '#shared/awards/index.ts';
import { type Feats, noFeats, Tally } from '#shared/awards/tally.ts';
import { ctf } from '#shared/modes/ctf.ts';
import { ffa } from '#shared/modes/ffa.ts';
import { king } from '#shared/modes/king.ts';
import { objective } from '#shared/sim/objectives.ts';
import type { SimEvent } from '#shared/sim/types.ts';
import { awardText } from '../../client/ui/awardTexts.ts';
import { Arena } from '../support/arena.ts';
import { hall } from '../support/maps.ts';

const crowd = (...feats: Partial<Feats>[]): Feats[] => feats.map((some, slot) => ({ ...noFeats(slot), ...some }));

describe('an award', () => {
  const cases: [id: string, who: string, feats: Partial<Feats>[], slot: number | undefined, said: string][] = [
    [
      'longestBank',
      'most bounces',
      [
        { bankBounces: 1, bankKills: 4 },
        { bankBounces: 3, bankKills: 1 },
      ],
      1,
      'a kill after 3 bounces',
    ],
    [
      'longestBank',
      'as many, more often',
      [
        { bankBounces: 2, bankKills: 1 },
        { bankBounces: 2, bankKills: 2 },
      ],
      1,
      'a kill after 2 bounces, 2 times',
    ],
    ['longestBank', 'a single one', [{ bankBounces: 1, bankKills: 1 }], 0, 'a kill after 1 bounce'],
    ['mostParries', 'most', [{ parries: 2 }, { parries: 5 }, {}], 1, 'sent 5 bolts back'],
    ['mostParries', 'one', [{}, { parries: 1 }], 1, 'sent 1 bolt back'],
    ['mostParries', 'a tie, to the lower seat', [{}, { parries: 2 }, { parries: 2 }], 1, 'sent 2 bolts back'],
    [
      'bestReturn',
      'the hotter',
      [
        { returnParries: 1, returnLevel: 1 },
        { returnParries: 1, returnLevel: 3 },
      ],
      1,
      'a kill with a parried heat 3 bolt',
    ],
    [
      'bestReturn',
      'the more parries',
      [
        { returnParries: 1, returnLevel: 3 },
        { returnParries: 2, returnLevel: 2 },
      ],
      1,
      'a kill with a bolt parried 2 times',
    ],
    [
      'flagRunner',
      'captures before ticks',
      [{ flagTicks: 6000 }, { captures: 1, flagTicks: 600 }],
      1,
      '1 capture, 10\u00a0s with the flag',
    ],
    ['flagRunner', 'ticks', [{ flagTicks: 600 }, { flagTicks: 661 }], 1, '11\u00a0s with the flag'],
    ['hillHolder', 'most ticks', [{ hillTicks: 60 }, { hillTicks: 1800 }], 1, '30\u00a0s on the hill'],
    [
      'survivor',
      'longest life',
      [
        { kills: 1, longestLifeTicks: 1200 },
        { kills: 2, longestLifeTicks: 4000 },
      ],
      1,
      '66\u00a0s without dying',
    ],
    ['survivor', 'not who hid', [{ kills: 1, longestLifeTicks: 1200 }, { longestLifeTicks: 4000 }], 0, '20\u00a0s without dying'],
    ['survivor', 'nobody for a life like any other', [{ kills: 5, longestLifeTicks: 1199 }], undefined, ''],
    [
      'mostDirect',
      'largest share',
      [
        { kills: 10, directKills: 7 },
        { kills: 5, directKills: 4 },
      ],
      1,
      '80% of the kills without a bounce',
    ],
    ['mostDirect', 'all of three', [{ kills: 3, directKills: 3 }], 0, 'not one bounce: the walls are lonely'],
    ['mostDirect', 'nobody for two', [{ kills: 2, directKills: 2 }], undefined, ''],
    ['mostDirect', 'nobody who banks', [{ kills: 10, directKills: 5 }], undefined, ''],
  ];
  for (const [id, who, feats, slot, said] of cases) {
    it(`${id}: ${who}`, () => {
      const award = AWARDS[id] ?? assert.fail();
      const winner = award.of(crowd(...feats));
      assert.equal(winner?.slot, slot);
      assert.equal(winner ? awardText(id, winner.value) : '', said);
    });
  }

  for (const [id, award] of Object.entries(AWARDS)) {
    it(`${id} has that id, and is for nobody when nothing happened`, () => {
      assert.equal(award.id, id);
      assert.equal(award.of(crowd({}, {}, {})), undefined);
      assert.equal(award.of([]), undefined);
    });
  }
});

describe('the awards of a match', () => {
  const all: Partial<Feats> = {
    kills: 5,
    directKills: 4,
    bankBounces: 2,
    bankKills: 1,
    parries: 3,
    returnParries: 1,
    returnLevel: 2,
    captures: 2,
    flagTicks: 900,
    hillTicks: 900,
    longestLifeTicks: 3000,
  };

  it('are none when nothing happened', () => assert.deepEqual(awardsOf(crowd({}, {})), []));

  it('are two at most for one who did it all', () => {
    assert.deepEqual(
      awardsOf(crowd({}, all, {})).map(({ id, slot }) => [id, slot]),
      [
        ['flagRunner', 1],
        ['hillHolder', 1],
      ],
    );
  });

  it('are for one each before anybody gets a second, and four in all', () => {
    const given = awardsOf(crowd({ ...all, captures: 9, hillTicks: 0, parries: 0 }, { hillTicks: 9000 }, { parries: 9 }, {}, {}));
    assert.deepEqual(
      given.map(({ id, slot }) => [id, slot]),
      [
        ['flagRunner', 0],
        ['hillHolder', 1],
        ['mostParries', 2],
        ['longestBank', 0],
      ],
    );
    assert.equal(awardsOf(Array.from({ length: 9 }, (_, slot) => ({ ...noFeats(slot), ...all, parries: slot }))).length <= 4, true);
  });
});

describe('the tally', () => {
  const setting = (mode = ffa) => {
    const arena = new Arena(hall(30, 20), mode, { friendlyFire: true });
    for (const slot of [0, 1, 2, 3]) arena.puck(slot, 300 + slot * 200, 480);
    const tally = new Tally();
    const kill = (...deed: Parameters<Arena['kill']>) => {
      arena.kill(...deed);
      tally.observe(arena.world);
      const [puck] = [arena.world.pucks[deed[1]] ?? assert.fail()];
      Object.assign(puck, { alive: true, health: 100 });
    };
    const of = (slot: number) => tally.feats[slot] ?? assert.fail();
    return { arena, tally, kill, of };
  };

  it('counts kills, the direct ones, the longest bank and how often, the best return', () => {
    const { kill, of } = setting();
    kill(0, 1);
    kill(0, 1, { bounces: 1 });
    kill(0, 2, { bounces: 2 });
    kill(0, 2, { bounces: 2, parries: 1 });
    kill(0, 2, { parries: 2 });
    kill(0, 2, { bounces: 1, parries: 1 });
    const { kills, directKills, bankBounces, bankKills, returnParries, returnLevel } = of(0);
    assert.deepEqual(
      { kills, directKills, bankBounces, bankKills, returnParries, returnLevel },
      { kills: 6, directKills: 1, bankBounces: 2, bankKills: 2, returnParries: 2, returnLevel: 3 },
    );
  });

  it('counts nothing for kills of oneself and of mates', () => {
    const { kill, of } = setting(ctf);
    kill(0, 0, { bounces: 3 });
    kill(0, 2, { bounces: 3 });
    assert.deepEqual([of(0).kills, of(0).bankBounces], [0, 0]);
    kill(0, 1, { bounces: 3 });
    assert.deepEqual([of(0).kills, of(0).bankBounces], [1, 3]);
  });

  it('counts a kill for whoever hit last, but not its bounces: the bolt was another’s', () => {
    const { arena, kill, of } = setting();
    Object.assign(arena.world.pucks[1] ?? {}, { hitBy: 0, hitTick: 0 });
    kill(1, 1, { bounces: 3 });
    assert.deepEqual([of(0).kills, of(0).directKills, of(0).bankBounces], [1, 0, 0]);
  });

  it('counts parries and captures', () => {
    const { arena, tally, of } = setting();
    const events: SimEvent[] = [
      { type: 'parry', tick: 1, slot: 2, from: 0, level: 1, x: 0, y: 0 },
      { type: 'flag', tick: 1, slot: 3, team: 0, act: 'taken' },
      { type: 'flag', tick: 1, slot: 3, team: 0, act: 'captured' },
    ];
    tally.observe({ ...arena.world, events });
    assert.deepEqual([of(2).parries, of(3).captures], [1, 1]);
  });

  for (const [mode, kind, field] of [
    [ctf, 'flag', 'flagTicks'],
    [king, 'zone', 'hillTicks'],
  ] as const) {
    it(`takes ${field} from the puck where a ${kind} is what it is about`, () => {
      const { arena, tally, of } = setting(mode);
      arena.world.objectives = [objective(kind, 100, 100)];
      Object.assign(arena.world.pucks[1] ?? {}, { objectiveTicks: 77 });
      tally.observe(arena.world);
      assert.deepEqual([of(1).flagTicks + of(1).hillTicks, of(1)[field]], [77, 77]);
    });
  }

  it('measures the longest life', () => {
    const { arena, tally, kill, of } = setting();
    const live = (ticks: number) => {
      for (let i = 0; i < ticks; i++) {
        arena.tick();
        tally.observe(arena.world);
      }
    };
    live(50);
    kill(0, 1);
    live(20);
    assert.deepEqual([of(1).lifeTicks, of(1).longestLifeTicks, of(0).longestLifeTicks], [20, 50, 71]);
  });

  it('forgets one who has left, and changes nothing in the world', () => {
    const { arena, tally, kill, of } = setting();
    kill(0, 1, { bounces: 2 });
    const before = structuredClone({ ...arena.world, map: 0, mode: 0, pickups: 0 });
    tally.observe(arena.world);
    assert.deepEqual({ ...arena.world, map: 0, mode: 0, pickups: 0 }, before);
    tally.forget(0);
    assert.deepEqual(of(0), noFeats(0));
  });
});
