import assert from 'node:assert/strict';
import { Trace } from '../../client/net/trace.ts';

describe('the trace of a death', () => {
  it('holds both ways of the last 90 ticks, what was shown afterwards, and how far they were apart', () => {
    const trace = new Trace();
    for (let tick = 0; tick < 200; tick++) {
      trace.show(tick + 0.5, tick, 0);
      if (tick % 2 === 0) trace.receive(tick, tick, 4);
    }
    const { shown, server, after, gap } = trace.upTo(150);
    assert.deepEqual([shown.slice(0, 2), shown.slice(-4), shown.length / 2], [[60, 0], [149, 0, 149.5, 0], 91]);
    assert.deepEqual([server.slice(0, 2), server.slice(-2), server.length / 2], [[62, 4], [150, 4], 45]);
    assert.deepEqual([after.slice(0, 2), after.length / 2], [[150, 0], 50]);
    assert.equal(gap, Math.hypot(0.5, 4));
  });

  it('ends where the dead lie, also when the patch is of the next tick', () => {
    const trace = new Trace();
    for (let tick = 0; tick < 52; tick++) {
      trace.show(tick, Math.min(tick, 51), 0);
      if (tick % 2 === 0) trace.receive(tick, Math.min(tick, 51), 0);
    }
    trace.receive(52, 51, 0);
    const { server, gap } = trace.upTo(51);
    assert.deepEqual([server.slice(-2), gap], [[51, 0], 0]);
  });

  it('knows nothing of the life before', () => {
    const trace = new Trace();
    trace.show(1, 5, 5);
    trace.receive(1, 5, 5);
    trace.clear();
    assert.deepEqual(trace.upTo(2), { shown: [], server: [], after: [], gap: 0 });
  });
});
