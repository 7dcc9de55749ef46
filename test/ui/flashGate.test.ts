import assert from 'node:assert/strict';
import { FlashGate } from '../../client/view/flashGate.ts';

/** How many of flashes 100 ms apart are shown in the worst second. */
function worstSecond(gate: FlashGate, large: boolean): number {
  const shown: number[] = [];
  for (let ms = 0; ms < 5000; ms += 100) {
    if (gate.allows(large)) shown.push(ms);
    gate.advance(0.1);
  }
  return Math.max(...shown.map((from) => shown.filter((ms) => ms >= from && ms < from + 1000).length));
}

describe('flashes', () => {
  it('that fill the screen are three a second at most, for everybody', () => {
    assert.equal(worstSecond(new FlashGate(), true), 3);
  });

  it('that are small are limited for who wants it, and for nobody else', () => {
    assert.equal(worstSecond(new FlashGate(), false), 10);
    const gate = new FlashGate();
    gate.limited = true;
    assert.equal(worstSecond(gate, false), 3);
  });

  it('come again at once when there was a quiet second, large and small ones counted together', () => {
    const gate = new FlashGate();
    gate.limited = true;
    const four = (): boolean[] => [false, true, false, true].map((large) => gate.allows(large));
    assert.deepEqual(four(), [true, true, true, false]);
    gate.advance(1.1);
    assert.deepEqual(four(), [true, true, true, false]);
  });
});
