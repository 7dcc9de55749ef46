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
    assert.deepEqual([shown.slice(0, 2), shown.slice(-2), shown.length / 2], [[60, 0], [149, 0], 90]);
    assert.deepEqual([server.slice(0, 2), server.slice(-2), server.length / 2], [[62, 4], [150, 4], 45]);
    assert.deepEqual([after.slice(0, 2), after.length / 2], [[150, 0], 50]);
    assert.equal(gap, Math.hypot(1, 4));
  });

  it('knows nothing of the life before', () => {
    const trace = new Trace();
    trace.show(1, 5, 5);
    trace.receive(1, 5, 5);
    trace.clear();
    assert.deepEqual(trace.upTo(2), { shown: [], server: [], after: [], gap: 0 });
  });
});
