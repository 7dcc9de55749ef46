import assert from 'node:assert/strict';
import type { EffectName } from '../../client/audio/effects.ts';
import { boltHeat, clockHeat, follow, heatOf, scoreHeat } from '../../client/audio/heat.ts';
import { heardFrom } from '../../client/audio/spatial.ts';
import { centroidOf, largestStep, loudnessOf, peakOf, pitchOf } from '../support/sound.ts';

type Effects = typeof import('../../client/audio/effects.ts');

describe('the effects', function () {
  this.timeout(20_000);
  let effects: Effects;
  let samples: Map<EffectName, Float32Array>;
  const of = (name: EffectName): Float32Array => samples.get(name) as Float32Array;

  before(async () => {
    // zzfx asks for a context as soon as it is loaded; samples need none.
    Object.assign(globalThis, { AudioContext: class {} });
    effects = await import('../../client/audio/effects.ts');
    samples = new Map(effects.EFFECT_NAMES.map((name) => [name, effects.effectSamples(name)]));
  });

  it('are all to be heard, and none is as loud as can be', () => {
    for (const [name, sound] of samples) {
      assert.ok(sound.every(Number.isFinite), name);
      assert.ok(peakOf(sound) >= 0.15 && peakOf(sound) <= 0.9, `${name}: ${peakOf(sound)}`);
      assert.ok(loudnessOf(sound) > -31, `${name}: ${loudnessOf(sound)}`);
    }
  });

  it('are short: what happens often shorter than what matters', () => {
    const seconds = (name: EffectName): number => of(name).length / 44_100;
    for (const name of effects.EFFECT_NAMES) assert.ok(seconds(name) > 0.03 && seconds(name) < 1.2, `${name}: ${seconds(name)}`);
    for (const name of ['shot', 'bounce1', 'clink', 'hit', 'glass'] as const) assert.ok(seconds(name) < 0.25, name);
    assert.ok(seconds('death') > seconds('kill') && seconds('kill') > seconds('hit'));
  });

  it('begin and end in silence: no clicks', () => {
    for (const [name, sound] of samples) {
      assert.ok(Math.abs(sound[0] as number) < 0.01 && Math.abs(sound.at(-1) as number) < 0.01, name);
    }
  });

  it('rise in pitch, brightness and loudness with a bolt’s level', () => {
    const levels = (['bounce0', 'bounce1', 'bounce2', 'bounce3'] as const).map(of);
    for (let level = 1; level <= 3; level++) {
      const [before, now] = [levels[level - 1], levels[level]] as [Float32Array, Float32Array];
      // At least a third: nobody needs an ear for it.
      assert.ok(pitchOf(now) > pitchOf(before) * 1.25, `level ${level}: ${pitchOf(before)} to ${pitchOf(now)} Hz`);
      assert.ok(centroidOf(now) > centroidOf(before), `level ${level}`);
      assert.ok(peakOf(now) > peakOf(before), `level ${level}`);
    }
  });

  it('tell a bounce that counts from one that does not', () => {
    assert.ok(loudnessOf(of('bounce1')) > loudnessOf(of('clink')) + 6);
  });

  it('are low where it hurts and high where it helps', () => {
    for (const bad of ['hitTaken', 'death', 'lowHealth'] as const) {
      for (const good of ['hitGiven', 'killGiven', 'parry', 'repair', 'dashBack'] as const) {
        assert.ok(pitchOf(of(bad)) < pitchOf(of(good)), `${bad}, ${good}`);
      }
    }
  });

  it('are all different', () => {
    const prints = [...samples.values()].map((sound) => `${sound.length} ${Math.round(pitchOf(sound))} ${Math.round(centroidOf(sound))}`);
    assert.equal(new Set(prints).size, prints.length);
    assert.ok(largestStep(of('chat')) < 0.2);
  });
});

describe('where a sound is heard', () => {
  it('is louder and brighter near than far, and on its side', () => {
    const [here, near, far] = [heardFrom(0, 0), heardFrom(300, 0), heardFrom(1500, 0)];
    assert.ok(here.gain === 1 && here.pan === 0 && here.cutoff === undefined);
    assert.ok(here.gain > near.gain && near.gain > far.gain && far.gain > 0);
    assert.ok(near.pan > 0 && far.pan > near.pan && heardFrom(-300, 0).pan === -near.pan);
    assert.ok((heardFrom(900, 0).cutoff as number) > (far.cutoff as number));
  });

  it('does not depend on whether it is above or below, and is never in one ear only', () => {
    assert.deepEqual(heardFrom(200, 500), heardFrom(200, -500));
    assert.ok(Math.abs(heardFrom(1e6, 0).pan) < 1);
    assert.ok((heardFrom(1e6, 0).cutoff as number) > 100);
  });
});

describe('the heat of a match', () => {
  const calm = { bolts: 0, score: 0, clock: 0, danger: 0, overtime: false };
  const bolt = (x: number, level = 0, visible = true) => ({ x, y: 0, level, visible });

  it('rises with each thing that makes a match hot, and stays within its bounds', () => {
    const rest = heatOf(calm);
    for (const field of ['bolts', 'score', 'clock', 'danger'] as const) assert.ok(heatOf({ ...calm, [field]: 1 }) > rest, field);
    assert.ok(heatOf({ ...calm, overtime: true }) > heatOf({ ...calm, bolts: 1 }));
    assert.ok(rest > 0 && heatOf({ bolts: 1, score: 1, clock: 1, danger: 1, overtime: true }) <= 1);
  });

  it('counts bolts that are near, hot ones more', () => {
    const heat = (...bolts: ReturnType<typeof bolt>[]) => boltHeat(bolts, { x: 0, y: 0 });
    assert.equal(heat(), 0);
    assert.equal(heat(bolt(5000), bolt(10, 3, false)), 0);
    assert.ok(heat(bolt(100)) > heat(bolt(600)));
    assert.ok(heat(bolt(100, 3)) > heat(bolt(100)));
    assert.ok(heat(...Array.from({ length: 70 }, () => bolt(50, 3))) <= 1);
  });

  it('counts a score near its end, a close one more, and the last seconds', () => {
    assert.equal(scoreHeat([3, 2], 20), 0);
    assert.ok(scoreHeat([19, 18], 20) > scoreHeat([19, 2], 20));
    assert.ok(scoreHeat([19, 18], 20) > scoreHeat([12, 11], 20));
    assert.equal(scoreHeat([], 0), 0);
    assert.equal(clockHeat(300), 0);
    assert.ok(clockHeat(5) > clockHeat(30));
  });

  it('comes quickly and goes slowly', () => {
    const up = follow(0, 1, 1);
    const down = 1 - follow(1, 0, 1);
    assert.ok(up > down && up < 1 && down > 0);
    assert.equal(follow(0.5, 0.5, 1), 0.5);
  });
});
