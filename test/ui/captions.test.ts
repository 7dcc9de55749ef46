import assert from 'node:assert/strict';
import type { EffectName } from '../../client/audio/effects.ts';
import type { Noise } from '../../client/audio/hearing.ts';
import { CaptionLog, WAYS, wayTo } from '../../client/ui/hud/captionsLog.ts';

const EAR = { x: 1000, y: 1000 };
const noise = (name: EffectName, dx = 200, dy = 0, mine = false): Noise => ({
  name,
  place: { x: EAR.x + dx, y: EAR.y + dy },
  loud: 1,
  rate: 1,
  mine,
});
const own = (name: EffectName): Noise => ({ name, place: undefined, loud: 1, rate: 1, mine: true });

describe('captions', () => {
  let log: CaptionLog;
  const add = (what: Noise, nowMs: number): void => log.add(what, EAR, nowMs);
  const read = (nowMs: number): string[] => log.lines(nowMs).map(({ what, way }) => `${what} ${way ?? ''}`.trim());
  beforeEach(() => {
    log = new CaptionLog();
  });

  it('say what is to be heard and where it comes from, for a while', () => {
    add(noise('bounce2', -300, 0), 0);
    assert.deepEqual(read(0), ['caption.hot left']);
    assert.deepEqual(read(1600), ['caption.hot left']);
    assert.deepEqual(read(1800), []);
  });

  it('know eight directions, and none for what is here', () => {
    const places = [
      [1, 0],
      [1, 1],
      [0, 1],
      [-1, 1],
      [-1, 0],
      [-1, -1],
      [0, -1],
      [1, -1],
    ] as const;
    assert.deepEqual(
      places.map(([x, y]) => wayTo(x * 200, y * 200)),
      [...WAYS],
    );
    assert.equal(wayTo(10, 10), undefined);
  });

  it('renew a line instead of saying the same again', () => {
    for (let i = 0; i < 20; i++) add(noise('dash'), i * 100);
    assert.deepEqual(read(1900), ['caption.dash right']);
    assert.deepEqual(read(3500), ['caption.dash right']);
  });

  it('in a fight stay readable: few lines, the important ones among them', () => {
    let most = 0;
    for (let i = 0; i < 200; i++) {
      const angle = i * 0.7;
      const name = (['shot', 'bounce1', 'bounce3', 'hit', 'parry'] as const)[i % 5] as EffectName;
      add(noise(name, Math.cos(angle) * 300, Math.sin(angle) * 300), i * 20);
      most = Math.max(most, read(i * 20).length);
    }
    assert.ok(most <= 3 && most > 1, `${most}`);
    add(own('lowHealth'), 4000);
    assert.ok(read(4000).includes('caption.lowHealth'));
    assert.equal(read(4000).length, 3);
  });

  it('leave out what one does oneself, but not what comes of it', () => {
    for (const name of ['shot', 'bounce3', 'dash', 'parry'] as const) add(noise(name, 100, 0, true), 0);
    assert.deepEqual(read(0), []);
    add(own('hitTaken'), 0);
    add(own('dashBack'), 300);
    assert.deepEqual(read(300), ['caption.hitTaken', 'caption.dashBack']);
  });

  it('say that somebody has written, from no side', () => {
    add({ name: 'chat', place: undefined, loud: 1, rate: 1, mine: false }, 0);
    assert.deepEqual(read(0), ['caption.chat']);
  });

  it('leave out what is far away, the less it matters the sooner', () => {
    add(noise('shot', 800), 0);
    assert.deepEqual(read(0), []);
    add(noise('parry', 800), 1000);
    assert.deepEqual(read(1000), ['caption.parry right']);
    add(noise('parry', 0, 3000), 2000);
    assert.deepEqual(read(2000), ['caption.parry right']);
  });
});
