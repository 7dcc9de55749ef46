import assert from 'node:assert/strict';
import { ffa } from '#shared/modes/ffa.ts';
import type { KillEvent } from '#shared/sim/types.ts';
import { emptyPuck } from '#shared/sim/world.ts';
import { Flights } from '../../client/net/flights.ts';
import type { AnySession } from '../../client/net/session.ts';
import { Trace } from '../../client/net/trace.ts';
import { MatchLog } from '../../client/ui/matchLog.ts';
import { hall } from '../support/maps.ts';

const MAP = hall(30, 20);
const ME = 0;
const burn: KillEvent = { type: 'kill', tick: 110, slot: ME, by: -1, level: 0, bounces: 0, parries: 0, own: false, bolt: -1 };

/** One who has just fired, and dies. Returns the death; `slot` is the server's for the shot, -1 before it is confirmed. */
function deathOf(event: KillEvent, slot: number) {
  const flights = new Flights(MAP, () => {});
  flights.predict({ ...emptyPuck(ME), x: 300, y: 300 }, 0, 1, 100);
  for (const { bolt } of flights.all()) bolt.slot = slot;
  const session = { me: ME, map: MAP, flights, mode: ffa, state: { pucks: [] }, trace: new Trace() };
  const log = new MatchLog(session as unknown as AnySession);
  log.onEvent(event);
  return log.death ?? assert.fail('nobody died');
}

describe('the card of a death', () => {
  it('shows no bolt for one who burnt, though a shot of theirs is still to be confirmed', () => {
    const { cause, path, walls } = deathOf(burn, -1);
    assert.deepEqual([cause, path, walls], ['burn', [], '']);
  });

  it('shows the way of the bolt that ended it', () => {
    const { cause, path } = deathOf({ ...burn, bolt: 3, by: 1 }, 3);
    assert.equal(cause, 'bolt');
    assert.deepEqual(path.slice(0, 2), [300, 300]);
  });
});
