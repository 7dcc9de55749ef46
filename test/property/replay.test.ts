import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ReplayPlayer, readHeader } from '#shared/replay/play.ts';
import { hashWorld } from '#shared/sim/hash.ts';
import { shippedMap } from '../support/maps.ts';
import { holds } from '../support/random.ts';
import { anyScript, recordingOf, scriptOf, YARD } from '../support/script.ts';

const atrium = shippedMap('atrium');
const mapOf = () => atrium;

describe('a recording', () => {
  it('plays again to the same world, all hashes equal', () => {
    holds(
      240,
      fc.property(anyScript, (script) => {
        const { bytes, world } = recordingOf(script, YARD);
        const player = new ReplayPlayer(bytes, () => YARD);
        const verdict = player.verify();
        assert.equal(verdict.ok, true);
        assert.equal(verdict.ticks, script.ticks.length);
        assert.equal(verdict.hashes, Math.floor(script.ticks.length / 60) + 1);
        assert.equal(verdict.finalHash, hashWorld(world));
        assert.deepEqual(player.world, world);
      }),
    );
  });

  it('tells at its start what it is of', () => {
    const script = scriptOf(77, 10, 2);
    const header = readHeader(recordingOf(script, atrium).bytes);
    assert.deepEqual(
      {
        mode: header.mode,
        map: header.map,
        mapHash: header.mapHash,
        seed: header.seed,
        startTick: header.startTick,
        startedAt: header.startedAt,
      },
      { mode: 'ffa', map: 'atrium', mapHash: atrium.hash, seed: 77, startTick: 77, startedAt: 1_700_000_000_000 },
    );
  });

  const { bytes } = recordingOf(scriptOf(5, 300, 8), atrium);

  it('with a flipped bit is an Error or another match, never anything else', () => {
    holds(
      1500,
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const spoiled = bytes.slice();
        spoiled[at] = (spoiled[at] as number) ^ (1 << bit);
        try {
          const { ticks } = new ReplayPlayer(spoiled, mapOf).verify();
          assert.ok(ticks <= bytes.length);
        } catch (error) {
          assert.ok(error instanceof Error && !(error instanceof TypeError) && !(error instanceof RangeError), String(error));
        }
      }),
    );
  });

  it('with its last hash changed does not verify, and says from which tick on', () => {
    const spoiled = bytes.slice();
    spoiled[bytes.length - 2] = (spoiled[bytes.length - 2] as number) ^ 1;
    const { ok, differsAt } = new ReplayPlayer(spoiled, mapOf).verify();
    assert.deepEqual([ok, differsAt], [false, 305]);
  });

  it('with sticks changed in one tick does not verify', () => {
    const script = scriptOf(5, 300, 8);
    const other = recordingOf(script, atrium).bytes;
    for (const [, command] of script.ticks[295]?.commands ?? []) command.mx = command.mx > 0 ? -127 : 127;
    const changed = recordingOf(script, atrium).bytes;
    // The commands of the one with the last hash of the other.
    assert.notDeepEqual(changed.slice(-5), other.slice(-5));
    changed.set(other.slice(-5), changed.length - 5);
    assert.equal(new ReplayPlayer(changed, mapOf).verify().ok, false);
  });

  it('cut off anywhere is an Error', () => {
    holds(
      400,
      fc.property(fc.nat(bytes.length - 1), (length) => {
        assert.throws(() => new ReplayPlayer(bytes.subarray(0, length), mapOf).verify(), /ends in the middle/);
      }),
    );
  });

  it('of random bytes is an Error, or ends where its bytes happen to say so', () => {
    holds(
      1000,
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (noise, headed) => {
        const whole = headed ? Uint8Array.from([...bytes.subarray(0, 60), ...noise]) : noise;
        try {
          assert.ok(headed && new ReplayPlayer(whole, mapOf).verify().ticks <= whole.length);
        } catch (error) {
          assert.ok(error instanceof Error && !(error instanceof TypeError) && !(error instanceof RangeError), String(error));
        }
      }),
    );
  });

  const others: [what: string, spoil: (bytes: Uint8Array) => void, message: RegExp][] = [
    ['another kind of file', (b) => b.set([0x50, 0x4b]), /not a Carom recording/],
    ['a later version', (b) => b.set([9, 0], 4), /recording of version 9, this program reads 2/],
    ['other rules', (b) => b.set([1, 2, 3, 4], 6), /recorded under rules 4030201, these are/],
  ];
  for (const [what, spoil, message] of others) {
    it(`of ${what} is refused as that`, () => {
      const spoiled = bytes.slice();
      spoil(spoiled);
      assert.throws(() => new ReplayPlayer(spoiled, mapOf), message);
    });
  }

  it('of a map that has changed since is refused as that', () => {
    assert.throws(() => new ReplayPlayer(bytes, () => ({ ...atrium, hash: 1 })), /map atrium is not the one that was recorded/);
  });

  it('is small: under 6 bytes a puck and tick', () => {
    const long = recordingOf(scriptOf(6, 3600, 8), atrium).bytes;
    assert.ok(long.length < 6 * 8 * 3600, `${long.length}`);
  });
});
