import assert from 'node:assert/strict';
import type { MatchEvent } from '#shared/net/messages.ts';
import { TILE } from '#shared/tuning.ts';
import type { ShownBolt } from '../../client/net/shownBolt.ts';
import { BumperEffects } from '../../client/view/bumperEffects.ts';
import { Effects, type Stage } from '../../client/view/effects.ts';
import { FlashGate } from '../../client/view/flashGate.ts';
import { ObjectiveEffects } from '../../client/view/objectiveEffects.ts';
import { drawnMap } from '../support/maps.ts';

const MAP = drawnMap(['#######', '#s.B..#', '#..r.F#', '#.s..f#', '#.....#', '#######']);
/** Right of the bumper. */
const AT_BUMPER = { x: 4 * TILE + 2, y: 1.5 * TILE };
const BRIGHT = ['glow', 'bar', 'cell'];

/** Effects on a stage that only notes what is lit on it, and when the camera cuts. */
function staged(limited: boolean) {
  const flashes = new FlashGate();
  flashes.limited = limited;
  const lit: string[] = [];
  let cuts = 0;
  const nothing = () => {};
  const stage = {
    sprites: { add: (frame: string) => lit.push(frame) },
    particles: { sparks: nothing, debris: nothing, dust: nothing },
    numbers: { add: nothing },
    camera: { kick: nothing, cut: () => cuts++ },
    pucks: { flash: nothing, snap: nothing },
    grid: () => undefined,
    colorOf: () => 0xff0000,
    teamColor: () => 0x0000ff,
    puckAt: (slot: number) => ({ slot, x: 100, y: 100 }),
    me: () => 0,
    tells: () => true,
    map: () => MAP,
    objectives: () => [],
    calm: () => false,
    flashes,
  } as unknown as Stage;
  const effects = new Effects(stage);
  const objectives = new ObjectiveEffects(stage);
  const bumpers = new BumperEffects(stage);
  /** How many bright lights an act adds. */
  const lights = (act: () => void) => {
    const before = lit.length;
    act();
    return lit.slice(before).filter((frame) => BRIGHT.includes(frame)).length;
  };
  return { effects, objectives, bumpers, flashes, lights, cuts: () => cuts };
}

type Staged = ReturnType<typeof staged>;
const place = { slot: 1, x: 100, y: 100 };
const hit: MatchEvent = { type: 'hit', tick: 1, by: 0, damage: 30, level: 1, ...place };
const kill: MatchEvent = { type: 'kill', tick: 1, slot: 1, by: 0, level: 1, bounces: 1, parries: 0, own: false, bolt: 1 };
const spawn: MatchEvent = { type: 'spawn', tick: 1, ...place };
const bounce = { x: 100, y: TILE, level: 1, counted: true, owner: 0 };
const shot = { x: 50, y: 50, dx: 1, dy: 0, bolt: { owner: 0 } } as ShownBolt;

/** All that lights up, with how many lights it has where flashes are not limited. */
const ACTS: [name: string, lights: number, act: (on: Staged) => void][] = [
  ['a bounce', 4, ({ effects }) => effects.onBounce(bounce)],
  ['a dull bounce', 1, ({ effects }) => effects.onBounce({ ...bounce, counted: false })],
  ['a muzzle', 2, ({ effects }) => effects.muzzle(shot)],
  ['a hit', 1, ({ effects }) => effects.onEvent(hit)],
  ['a spawn', 1, ({ effects }) => effects.onEvent(spawn)],
  ['a pickup', 1, ({ objectives }) => objectives.onEvent({ type: 'pickup', tick: 1, slot: 1, index: 0 })],
  ['a flag', 1, ({ objectives }) => objectives.onEvent({ type: 'flag', tick: 1, slot: 1, team: 0, act: 'taken' })],
  ['a bumper', 1, ({ bumpers }) => bumpers.onBounce({ ...bounce, ...AT_BUMPER })],
];

describe('lights of a fight', () => {
  it('are all there where flashes are not limited', () => {
    const on = staged(false);
    for (const [name, lights, act] of ACTS) {
      for (let i = 0; i < 5; i++)
        assert.equal(
          on.lights(() => act(on)),
          lights,
          name,
        );
    }
  });

  it('are three a second at most where flashes are limited, whatever they come from', () => {
    for (const [name, , act] of [...ACTS, ['everything', 0, (on: Staged) => ACTS.forEach(([, , each]) => void each(on))] as const]) {
      const on = staged(true);
      let most = 0;
      let recent: number[] = [];
      for (let frame = 0; frame < 300; frame++) {
        recent = [...recent.slice(-59), on.lights(() => act(on))];
        most = Math.max(
          most,
          recent.reduce((sum, count) => sum + count, 0),
        );
        on.flashes.advance(1 / 60);
      }
      assert.ok(most <= 3, `${name}: ${most} in a second`);
    }
  });

  it('of bolts and walls then leave those three to hits', () => {
    const on = staged(true);
    for (let i = 0; i < 20; i++) on.effects.onBounce(bounce);
    for (let i = 0; i < 20; i++) on.effects.muzzle(shot);
    assert.equal(
      on.lights(() => on.effects.onEvent(hit)),
      1,
    );
  });
});

describe('a new map', () => {
  it('is shown at once, and nobody bursts where they were on the last', () => {
    const on = staged(false);
    const shown = { ...place, alive: true } as Parameters<Effects['follow']>[0][number];
    const burst = () => on.lights(() => on.effects.onEvent(kill));
    on.effects.follow([shown], () => false);
    assert.deepEqual([burst(), on.cuts()], [1, 0]);
    on.effects.onMap();
    assert.deepEqual([burst(), on.cuts()], [0, 1]);
    on.effects.follow([shown], () => false);
    assert.equal(burst(), 1);
  });
});
