import assert from 'node:assert/strict';
import { REFUSED } from '#shared/net/messages.ts';
import { emptyPuck } from '#shared/sim/world.ts';
import { TILE } from '#shared/tuning.ts';
import { actAsHost } from '../../client/net/connection.ts';
import type { ShownPuck } from '../../client/net/sessionTypes.ts';
import type { ShownBolt } from '../../client/net/shownBolt.ts';
import { Director } from '../../client/ui/director.ts';
import { Spectator } from '../../client/ui/spectator.ts';
import { hall, shippedMap } from '../support/maps.ts';
import { Player } from '../support/player.ts';
import { theServer } from '../support/server.ts';

describe('those who watch', () => {
  let url: string;
  const players: Player[] = [];
  const enter = async (coming: Promise<Player>) => {
    const player = await coming;
    players.push(player);
    return player;
  };
  before(async () => {
    url = (await theServer()).url;
  });
  afterEach(async () => {
    await Promise.all(players.splice(0).map((player) => player.leave()));
  });

  it('are no players: they take no seat, have a cap of their own and are named to all', async () => {
    const ada = await enter(Player.open(url, 'Ada', { cap: 1, spectators: 2 }));
    await enter(Player.watches(url, ada.code, 'Willa'));
    await enter(Player.watches(url, ada.code, 'Wim'));
    await assert.rejects(Player.watches(url, ada.code, 'Late'), (error: Error & { code?: number }) => error.code === REFUSED.full);
    await ada.sees('both', () => ada.session.state.watchers.size === 2);
    assert.deepEqual([...ada.session.state.watchers.values()].sort(), ['Willa', 'Wim']);
    assert.deepEqual(ada.names, ['Ada']);
    await players[1]?.leave();
    await ada.sees('one', () => ada.session.state.watchers.size === 1);
    await enter(Player.watches(url, ada.code, 'Late'));
  });

  it('stay over the results into the next match, on its map', async () => {
    const ada = await enter(
      Player.open(url, 'Ada', { hosted: true, bots: 3, map: undefined as never, maps: ['atrium', 'foundry'], rotation: 'order' }),
    );
    const willa = (await enter(Player.watches(url, ada.code, 'Willa'))).play();
    assert.equal(willa.session.map.id, 'atrium');
    await willa.sees('the match', () => willa.session.phase === 'live');
    await actAsHost(ada.room, { do: 'end' });
    await willa.sees('the results', () => willa.session.phase === 'results');
    await actAsHost(ada.room, { do: 'start' });
    await willa.sees('the next match', () => willa.session.phase === 'live' && willa.session.map.id === 'foundry');
    assert.equal(willa.session.me, -1);
    await willa.sees('its pucks', () => willa.session.pucks.length === 3);
  });
});

describe('the director', () => {
  const map = shippedMap('canal');
  const FRAME_S = 1 / 60;
  const puckAt = (slot: number, x: number, y: number, more: Partial<ShownPuck> = {}): ShownPuck => {
    return { slot, x, y, at: 0, connected: true, me: false, alive: true, puck: { ...emptyPuck(slot), active: true }, ...more };
  };
  const bolts = (x: number, y: number, count: number): ShownBolt[] =>
    Array.from({ length: count }, (_, i) => ({ x: x + i * 10, y, level: 1, visible: true }) as ShownBolt);
  const run = (director: Director, seconds: number, pucks: readonly ShownPuck[], flying: readonly ShownBolt[] = [], leader = -1) => {
    let cuts = 0;
    const shown = new Set<number>();
    for (let s = 0; s < seconds; s += FRAME_S) {
      director.step({ map, pucks, bolts: flying, leader }, FRAME_S);
      if (director.cut) cuts++;
      shown.add(director.slot);
    }
    return { cuts, shown };
  };
  const lone = puckAt(0, 300, 300);
  const fighters = [puckAt(1, 1500, 700), puckAt(2, 1700, 800)];
  const all = [lone, ...fighters];

  it('goes where bolts fly', () => {
    const director = new Director();
    run(director, 1, all, bolts(1550, 720, 6));
    assert.ok(director.slot > 0, `it shows ${director.slot}`);
    const { x, y, width } = director.view;
    assert.ok(Math.abs(x - 1600) < 150 && Math.abs(y - 750) < 150, `it looks at ${x}, ${y}`);
    assert.ok(width >= 1300 && width <= 2100);
  });

  it('is faithful for a while, and then goes where more happens', () => {
    const director = new Director();
    run(director, 1, all, bolts(320, 320, 6));
    assert.equal(director.slot, 0);
    const soon = run(director, 1, all, bolts(1550, 720, 9));
    assert.deepEqual([...soon.shown], [0]);
    run(director, 6, all, bolts(1550, 720, 9));
    assert.notEqual(director.slot, 0);
  });

  it('does not jump to and fro between places that are alike', () => {
    const director = new Director();
    let changes = 0;
    let before = -1;
    for (let i = 0; i < 120; i++) {
      run(director, 0.25, [lone, fighters[0] as ShownPuck], bolts(i % 2 ? 320 : 1520, i % 2 ? 320 : 720, 3));
      if (director.slot !== before) changes++;
      before = director.slot;
    }
    assert.ok(changes <= 6, `${changes} changes in 30 s`);
  });

  it('shows who carries the flag rather than a skirmish, and the leader when nothing happens', () => {
    const carrier = puckAt(0, 300, 300, { puck: { ...emptyPuck(0), active: true, carries: 1 } });
    const director = new Director();
    run(director, 5, [carrier, ...fighters], bolts(1550, 720, 1));
    assert.equal(director.slot, 0);
    const calm = new Director();
    const apart = [lone, puckAt(1, 1500, 300), puckAt(2, 900, 1000)];
    run(calm, 5, apart, [], 2);
    assert.equal(calm.slot, 2);
  });

  it('is drawn to a kill, and stays at the place of an end for a moment', () => {
    const director = new Director();
    run(director, 5, all);
    const { slot } = director;
    const ended = all.map((puck) => (puck.slot === slot ? { ...puck, alive: false } : puck));
    director.onEvent({ type: 'kill', tick: 1, slot, by: 1, level: 1, bounces: 2, parries: 0, own: false, bolt: 3 });
    run(director, 0.5, ended);
    assert.equal(director.slot, slot);
    run(director, 2, ended);
    assert.notEqual(director.slot, slot);
  });

  it('glides to what is near and cuts to what is far', () => {
    const director = new Director();
    run(director, 1, [lone]);
    const near = run(director, 3, [{ ...lone, x: 700 }]);
    assert.equal(near.cuts, 0);
    assert.ok(Math.abs(director.view.x - 700) < 5);
    const far = run(director, 1, [{ ...lone, x: 2300, y: 900 }]);
    assert.equal(far.cuts, 1);
  });
});

describe('a spectator', () => {
  const pucks = [1, 4].map((slot) => ({ slot, x: slot * 100, y: 50, alive: true, puck: { ...emptyPuck(slot) } })) as ShownPuck[];
  const STILL = { x: 0, y: 0 };
  const map = hall(30, 20);

  it('begins with the director, and through the eyes that a link names', () => {
    assert.equal(new Spectator(-1).camera, 'director');
    const named = new Spectator(4);
    assert.equal(named.camera, 'follow');
    assert.equal(named.look(pucks, STILL, map, 1).x, 400);
  });

  it('turns from anywhere to the next puck, flies on from where they look, and rises over it all', () => {
    const spectator = new Spectator(-1);
    spectator.shows(1, 600, 300);
    spectator.fly();
    assert.deepEqual([spectator.camera, spectator.look(pucks, STILL, map, 1).x], ['free', 600]);
    assert.ok(spectator.look(pucks, { x: 1, y: 0 }, map, 0.1).x > 600);
    spectator.turn(pucks, 1);
    assert.deepEqual([spectator.camera, spectator.slot], ['follow', 1]);
    spectator.rise();
    assert.equal(spectator.camera, 'overview');
    spectator.direct();
    assert.equal(spectator.camera, 'director');
    spectator.look(pucks, { x: 0.5, y: 0 }, map, 0.1);
    assert.equal(spectator.camera, 'free');
  });

  it('flies no farther than the edge of the map, and turns round there at once', () => {
    const spectator = new Spectator(-1);
    spectator.shows(1, 600, 300);
    const at = (x: number, y: number, seconds: number) => {
      const look = spectator.look(pucks, { x, y }, map, seconds);
      return [look.x, look.y];
    };
    assert.deepEqual(at(1, 1, 60), [30 * TILE, 20 * TILE]);
    assert.deepEqual(at(-1, -1, 60), [0, 0]);
    assert.ok((at(1, 0, 0.1)[0] as number) > 50);
  });
});
