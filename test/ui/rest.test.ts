import assert from 'node:assert/strict';
import { Rest } from '../../client/scenes/rest.ts';

/** Phaser's loop as far as the rest needs it: each frame ends with telling so. */
class Loop {
  running = true;
  frames = 0;
  readonly rest = new Rest(this);

  tick(): void {
    this.frames++;
    this.rest.drawn();
  }

  sleep(): void {
    this.running = false;
  }

  wake(): void {
    if (this.running) return;
    this.running = true;
    this.tick();
  }

  /** The browser asks for so many frames. Returns how many were drawn. */
  run(times = 10): number {
    const before = this.frames;
    for (let i = 0; i < times; i++) if (this.running) this.tick();
    return this.frames - before;
  }
}

describe('the loop', () => {
  it('runs while something is shown and rests soon after, again and again', () => {
    const loop = new Loop();
    for (let match = 0; match < 3; match++) {
      loop.rest.end();
      assert.equal(loop.run(), 10);
      loop.rest.begin();
      assert.equal(loop.run(), 2);
    }
  });

  it('rests where nothing is ever shown, and when it is woken for nothing', () => {
    const loop = new Loop();
    assert.equal(loop.run(), 2);
    loop.wake();
    assert.equal(loop.run(), 0);
  });

  it('draws a picture that was lost once more, where no frame would', () => {
    const loop = new Loop();
    loop.rest.redraw();
    assert.equal(loop.frames, 0);
    loop.run();
    loop.rest.redraw();
    assert.deepEqual([loop.frames, loop.running], [3, false]);
  });

  it('that somebody else stopped is not started', () => {
    const loop = new Loop();
    loop.sleep();
    for (let i = 0; i < 5; i++) loop.tick();
    loop.rest.end();
    assert.equal(loop.running, false);
  });
});
