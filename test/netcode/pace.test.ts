import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TICK_HZ, TICK_MS } from '#shared/tuning.ts';
import { Pace } from '../../client/net/pace.ts';
import { holds } from '../support/random.ts';

/** Frames of a display, each up to `noiseMs` early or late; what they had to send, and where the screen was between commands. */
function run(hz: number, noises: number[], noiseMs: number, pace = new Pace()) {
  const counts: number[] = [];
  let now = 0;
  noises.forEach((noise, i) => {
    now = 1000 + (i * 1000) / hz + noise * noiseMs;
    counts.push(pace.commandsDue(pace.frame(now)));
    assert.ok(pace.sinceCommand >= 0 && pace.sinceCommand <= 1);
  });
  return { counts, ticks: (now - 1000) / TICK_MS };
}

const sum = (counts: number[]): number => counts.reduce((all, count) => all + count, 0);
const noises = (frames: number) => fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: frames, maxLength: frames });

describe('a page sends', () => {
  it('one command in each frame of a 60 Hz display, though no two frames are equally long', () => {
    holds(
      50,
      fc.property(noises(300), (each) => {
        const { counts } = run(TICK_HZ, each, 1.4);
        assert.deepEqual(new Set(counts.slice(1)), new Set([1]));
      }),
    );
  });

  it('sixty commands a second at any rate of frames', () => {
    holds(
      100,
      fc.property(fc.double({ min: 20, max: 240, noNaN: true }), noises(400), (hz, each) => {
        const { counts, ticks } = run(hz, each, 1);
        assert.ok(Math.abs(sum(counts) - ticks) < 2, `${sum(counts)} commands in ${ticks} ticks`);
      }),
    );
  });

  it('fewer while more wait at the server than it wants to have waiting', () => {
    const pace = new Pace();
    const still = Array.from({ length: 600 }, () => 0);
    pace.waiting(2, 1);
    assert.ok(Math.abs(sum(run(60, still, 0, pace).counts) - 600) < 2);
    const eased = new Pace();
    eased.waiting(2, 0);
    const { counts } = run(60, still, 0, eased);
    assert.ok(Math.abs(sum(counts) - 600 * 0.97) < 2, `${sum(counts)}`);
  });
});
