import assert from 'node:assert/strict';
import type { MatchEvent } from '#shared/net/messages.ts';
import { DID } from '#shared/sim/puck.ts';
import { emptyPuck } from '#shared/sim/world.ts';
import type { AnySession } from '../../client/net/session.ts';
import type { Bounce } from '../../client/net/shownBolt.ts';
import { Guide } from '../../client/ui/guide.ts';

const ME = 0;
const BOT = 1;

/** A guide, with one's own puck and what was last asked of the bots. */
function begin() {
  const own = emptyPuck(ME);
  const company = { bots: 0, armed: false };
  const guide = new Guide({ me: ME, own } as Partial<AnySession> as AnySession, {
    invite: (bots, armed) => Object.assign(company, { bots, armed }),
  });
  return { guide, own, company };
}

const bounce = (owner: number, level: number): Bounce => ({ x: 0, y: 0, level, counted: true, owner });
const hit = (slot: number, by: number, level: number): MatchEvent => ({ type: 'hit', tick: 9, slot, by, damage: 34, level, x: 0, y: 0 });
const parry = (slot: number): MatchEvent => ({ type: 'parry', tick: 9, slot, from: 1 - slot, level: 1, x: 0, y: 0 });

describe('the guide of practice', () => {
  it('ticks off what was done, and asks for the next', () => {
    const { guide, own } = begin();
    assert.equal(guide.current, 'move');
    guide.look();
    assert.equal(guide.current, 'move');
    own.vx = 200;
    guide.look();
    assert.equal(guide.current, 'shoot');
    guide.onAct(DID.fire);
    assert.equal(guide.current, 'bank');
    guide.onBounce(bounce(ME, 2));
    assert.equal(guide.current, 'dash');
    guide.onAct(DID.dash);
    assert.equal(guide.current, 'parry');
    guide.onEvent(parry(ME));
    assert.equal(guide.current, undefined);
    assert.equal(guide.open, true);
  });

  it('takes what comes early, but a bank only once one could shoot', () => {
    const { guide, own } = begin();
    guide.onBounce(bounce(ME, 3));
    guide.onAct(DID.dash);
    assert.deepEqual([guide.has('bank'), guide.has('dash')], [false, true]);
    own.vy = -300;
    guide.look();
    guide.onAct(DID.fire);
    guide.onEvent(hit(BOT, ME, 1));
    assert.equal(guide.current, 'parry');
  });

  it('counts nobody else’s deeds, nor a hit that was not banked, nor one on oneself, nor a single bounce, nor a parry of nothing', () => {
    const { guide } = begin();
    guide.onAct(DID.fire);
    guide.onBounce(bounce(BOT, 3));
    guide.onBounce(bounce(ME, 1));
    for (const event of [hit(ME, BOT, 2), hit(BOT, ME, 0), hit(ME, ME, 2), parry(BOT)]) guide.onEvent(event);
    guide.onAct(DID.parry);
    assert.deepEqual([guide.has('bank'), guide.has('parry')], [false, false]);
  });

  it('has one bot that shoots only when a parry is to be learnt, then all of them', () => {
    const { guide, own, company } = begin();
    assert.deepEqual(company, { bots: 1, armed: false });
    own.vx = 200;
    guide.look();
    guide.onAct(DID.fire | DID.dash);
    assert.deepEqual(company, { bots: 1, armed: false });
    guide.onEvent(hit(BOT, ME, 2));
    assert.deepEqual(company, { bots: 1, armed: true });
    guide.onEvent(parry(ME));
    assert.deepEqual(company, { bots: 3, armed: true });
  });

  it('lets all of them come when it is not wanted', () => {
    const { guide, company } = begin();
    guide.close();
    assert.deepEqual([guide.open, company], [false, { bots: 3, armed: true }]);
  });
});
