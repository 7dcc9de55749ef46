import assert from 'node:assert/strict';
import { ffa } from '#shared/modes/ffa.ts';
import { neutralCommand } from '#shared/sim/commands.ts';
import type { Command, Phase, World } from '#shared/sim/types.ts';
import { createWorld, joinPuck } from '#shared/sim/world.ts';
import { IDLE, TICK_HZ } from '#shared/tuning.ts';
import { IdleWatch, watchIdle } from '../../server/rooms/idle.ts';
import { Seats } from '../../server/rooms/seats.ts';
import { hall } from '../support/maps.ts';

const SECOND = TICK_HZ;
const START = 1000;

describe('who holds a seat', () => {
  const deeds: [what: string, command: Partial<Command>, active: boolean][] = [
    ['does nothing', {}, false],
    ['moves', { mx: 1 }, true],
    ['moves down', { my: -5 }, true],
    ['aims elsewhere', { aim: 300 }, true],
    ['presses something', { buttons: 1 }, true],
  ];
  for (const [what, deed, active] of deeds) {
    it(`and ${what} for 45 s is ${active ? 'left alone' : 'warned'}`, () => {
      const watch = new IdleWatch(START);
      watch.saw(neutralCommand(), START);
      const tick = START + IDLE.warnTicks;
      watch.saw({ ...neutralCommand(), ...deed }, tick - 1);
      assert.equal(watch.warning(tick - 1), 0);
      assert.equal(watch.warning(tick), active ? 0 : START + IDLE.leaveTicks);
    });
  }

  it('and holds a stick the same way is playing, but not who aims at one point', () => {
    for (const [command, active] of [
      [{ ...neutralCommand(), mx: 127 }, true],
      [{ ...neutralCommand(), aim: 777 }, false],
    ] as const) {
      const watch = new IdleWatch(0);
      for (let tick = 0; tick <= IDLE.warnTicks; tick++) watch.saw(command, tick);
      assert.equal(watch.warning(IDLE.warnTicks) === 0, active);
    }
  });

  it('and sends nothing at all is warned like one who does nothing', () => {
    assert.equal(new IdleWatch(START).warning(START + IDLE.warnTicks), START + IDLE.leaveTicks);
  });
});

describe('once a second, in a room', () => {
  /** Seconds of a match in which the holder of seat 0 does nothing. */
  const idle = (seconds: number, phaseAt: (second: number) => Phase = () => 'live', aliveAt: (second: number) => boolean = () => true) => {
    const world: World = createWorld({ map: hall(30, 20), mode: ffa, seed: 1, startTick: START });
    const puck = joinPuck(world, { slot: 0, name: 'Ada', bot: false, team: 0 });
    const seats = new Seats();
    seats.take(0, 'ada', { identity: 'ada', address: '', since: 0, name: 'Ada', party: '' }, START);
    const warnings: number[] = [];
    for (let second = 1; second <= seconds; second++) {
      world.tick = START + second * SECOND;
      world.phase = phaseAt(second);
      puck.alive = aliveAt(second);
      const gone = watchIdle(seats, world, (slot, tick) => {
        assert.equal(slot, 0);
        warnings.push(tick === 0 ? 0 : (tick - START) / SECOND);
      });
      if (gone.length > 0) return { goneAt: second, gone, warnings };
    }
    return { goneAt: 0, gone: [], warnings };
  };

  it('an idler is warned after 45 s, of the tick at which they go, and goes then', () => {
    const { goneAt, gone, warnings } = idle(100);
    assert.deepEqual([goneAt, gone], [60, ['ada']]);
    assert.equal(warnings.indexOf(60), 44);
    assert.ok(warnings.slice(44).every((second) => second === 60));
  });

  it('nobody is an idler while there is no match', () => assert.equal(idle(200, () => 'waiting').goneAt, 0));

  it('the time before a match does not count', () => assert.equal(idle(200, (second) => (second <= 50 ? 'waiting' : 'live')).goneAt, 110));

  it('the dead are given their time', () => {
    assert.equal(idle(200, undefined, (second) => second <= 30 || second > 70).goneAt, 100);
    assert.equal(idle(200, undefined, () => false).goneAt, 0);
  });
});
