import assert from 'node:assert/strict';
import { CoolDown, placeOf, SLOTS, slotAt } from '../../client/ui/hud/wheelChoice.ts';

describe('the wheel', () => {
  it('means the slot that lies in a direction, however far it is', () => {
    for (let slot = 0; slot < SLOTS; slot++) {
      const { x, y } = placeOf(slot);
      assert.ok(Math.abs(Math.hypot(x, y) - 1) < 1e-9);
      for (const far of [50, 1000]) assert.equal(slotAt(x * far, y * far, 44), slot);
    }
  });

  it('begins above and goes on clockwise', () => {
    assert.equal(slotAt(0, -100, 44), 0);
    assert.equal(slotAt(100, 0, 44), 2);
    assert.equal(slotAt(0, 100, 44), 4);
    assert.equal(slotAt(-100, 0, 44), 6);
  });

  it('divides the circle evenly, with no direction between two slots that means neither', () => {
    const counts = Array(SLOTS).fill(0) as number[];
    for (let degree = 0; degree < 360; degree++) {
      const angle = ((degree + 0.5) * Math.PI) / 180;
      const slot = slotAt(Math.sin(angle) * 100, -Math.cos(angle) * 100, 44);
      counts[slot] = (counts[slot] as number) + 1;
    }
    assert.deepEqual(counts, Array(SLOTS).fill(45));
  });

  it('means none in its middle', () => {
    assert.equal(slotAt(20, -20, 44), -1);
    assert.equal(slotAt(0, 0, 0.5), -1);
  });

  it('shows how long one has to wait', () => {
    const coolDown = new CoolDown(2000);
    assert.equal(coolDown.share(0), 1);
    coolDown.begin(100);
    assert.equal(coolDown.share(100), 0);
    assert.equal(coolDown.share(1100), 0.5);
    assert.equal(coolDown.share(9000), 1);
  });
});
