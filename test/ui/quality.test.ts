import assert from 'node:assert/strict';
import { AutoQuality } from '../../client/scenes/quality.ts';

/** The levels that it goes through while frames take as long as a level lets them, for half a minute of frames. */
function levelsOf(ms: (level: 'medium' | 'low', frame: number) => number): string[] {
  const auto = new AutoQuality();
  const levels: string[] = [auto.level];
  for (let frame = 0; frame < 1800; frame++) {
    const before = auto.level;
    const changed = auto.frame(ms(before, frame));
    assert.equal(changed, before !== auto.level);
    if (changed) levels.push(auto.level);
  }
  return levels;
}

describe('automatic quality', () => {
  it('stays where frames are in time, also with a few that are not', () => {
    assert.deepEqual(
      levelsOf((_, frame) => (frame % 4 === 0 ? 34 : 16.7)),
      ['medium'],
    );
  });

  it('steps down where that makes frames faster, also when they still come late', () => {
    assert.deepEqual(
      levelsOf((level) => (level === 'medium' ? 33.3 : 16.7)),
      ['medium', 'low'],
    );
    assert.deepEqual(
      levelsOf((level) => (level === 'medium' ? 66.7 : 33.3)),
      ['medium', 'low'],
    );
  });

  it('goes back, for good, where stepping down changes nothing: a browser that saves power', () => {
    assert.deepEqual(
      levelsOf(() => 33.3),
      ['medium', 'low', 'medium'],
    );
  });

  it('takes a frame that a hidden tab held up for one of many', () => {
    assert.deepEqual(
      levelsOf((level, frame) => (frame % 70 === 69 ? 60_000 : level === 'medium' ? 33.3 : 25)),
      ['medium', 'low'],
    );
  });
});
