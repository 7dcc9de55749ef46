import assert from 'node:assert/strict';
import { PATCH_EVERY_TICKS, TICK_HZ } from '#shared/tuning.ts';
import { TwoPucks } from './twoPucks.ts';

describe('a page that was cut off', () => {
  for (const slot of [0, 1]) {
    it(`sees ${slot === 0 ? 'its own puck' : "another's puck"} where it is, also when its base came round to the same number meanwhile`, () => {
      const match = new TwoPucks();
      const { session, world } = match;
      match.deeds = [
        { mx: 40, my: 90 },
        { mx: 30, my: 100 },
      ];
      for (let i = 0; i < 41; i++) match.tick();
      const base = match.baseStep(slot);
      match.drop();
      // The other way, until the puck's step is that of the base that the page knows, modulo 256.
      match.deeds = [
        { mx: -70, my: -90 },
        { mx: -110, my: 20 },
      ];
      const stepOf = () => match.puck(slot).step & 255;
      for (let i = 0; i < 60 || stepOf() !== base || world.tick % PATCH_EVERY_TICKS !== 0; i++) match.tick();
      match.open();
      match.answer();
      assert.equal(match.baseStep(slot), base);
      match.deeds = [{}, {}];
      for (let i = 0; i < 30; i++) match.tick();
      const [truth, shown] = [match.puck(slot), session.pucks.find((puck) => puck.slot === slot)];
      assert.ok(shown);
      assert.deepEqual([shown.puck.x, shown.puck.y], [truth.x, truth.y]);
    });
  }

  it('shows what it knew until the next connection has said what is: its clock is not thrown back, nobody vanishes', () => {
    const match = new TwoPucks();
    const { session, world } = match;
    const frames: { present: number; pucks: number }[] = [];
    const pass = (ticks: number) => {
      for (let i = 0; i < ticks; i++) {
        match.tick();
        frames.push({ present: session.present, pucks: session.pucks.length });
      }
    };
    pass(60);
    match.drop();
    pass(30);
    match.open();
    pass(8);
    match.answer();
    pass(30);
    frames.forEach(({ present, pucks }, i) => {
      assert.ok(present >= (frames[i - 1]?.present ?? -1), `from ${frames[i - 1]?.present} to ${present} in frame ${i}`);
      assert.equal(pucks, 2, `in frame ${i}`);
    });
    assert.ok(Math.abs(session.present - world.tick) < 3, `${session.present} at tick ${world.tick}`);
  });
});

describe('a page at 144 frames a second', () => {
  const holdUps = [
    {
      what: 'is cut off',
      begin: (match: TwoPucks) => match.drop(),
      end: (match: TwoPucks) => {
        match.open();
        match.answer();
      },
    },
    {
      what: 'gets no answer',
      begin: (match: TwoPucks) => {
        match.stalled = true;
      },
      end: (match: TwoPucks) => {
        match.stalled = false;
      },
    },
  ];
  for (const { what, begin, end } of holdUps) {
    it(`that ${what} stands still once its commands do not go out, and goes on at the usual pace afterwards`, () => {
      const match = new TwoPucks();
      const { session } = match;
      match.deeds = [{ mx: 20, my: 50 }, {}];
      /** Seconds of frames. Returns the present and one's own place in each. */
      const pass = (seconds: number) =>
        Array.from({ length: seconds * 144 }, () => {
          match.frame(1000 / 144);
          const own = session.pucks.find(({ me }) => me);
          return { present: session.present, x: own?.x, y: own?.y };
        });
      pass(1);
      begin(match);
      const [on, still] = [pass(1), pass(1)];
      for (const [i, { present }] of on.entries()) {
        assert.ok(present >= (on[i - 1]?.present ?? 0), `from ${on[i - 1]?.present} to ${present} in frame ${i}`);
      }
      for (const frame of still) assert.deepEqual(frame, on.at(-1));
      end(match);
      pass(5);
      const after = pass(2);
      const passed = (after.at(-1)?.present ?? 0) - (after[0]?.present ?? 0);
      assert.ok(Math.abs(passed - 2 * TICK_HZ) < 3, `${passed} ticks in two seconds`);
    });
  }
});
