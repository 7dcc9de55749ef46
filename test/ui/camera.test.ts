import assert from 'node:assert/strict';
import { TILE } from '#shared/tuning.ts';
import { CameraRig } from '../../client/view/cameraRig.ts';
import { Grid } from '../../client/view/grid.ts';
import { hall } from '../support/maps.ts';

const MAP = hall(60, 40);

/** Phaser's camera as far as the rig needs it; nothing is drawn, so its `worldView` would stay as it was. */
function rigged() {
  const camera = {
    width: 1600,
    height: 900,
    zoom: 1,
    scrollX: 0,
    scrollY: 0,
    setZoom(zoom: number) {
      this.zoom = zoom;
    },
    setScroll(x: number, y: number) {
      this.scrollX = x;
      this.scrollY = y;
    },
  };
  return { camera, rig: new CameraRig(camera as never) };
}

describe('the camera', () => {
  it('knows what is in the picture as soon as it has moved, however near it is', () => {
    const { camera, rig } = rigged();
    rig.show({ x: 1400, y: 900, width: 800, height: 450 }, MAP, 0.016);
    assert.equal(camera.zoom, 2);
    assert.deepEqual({ ...rig.view }, { x: 1000, y: 675, width: 800, height: 450 });
    const corner = { x: 0, y: 0 };
    rig.toPage(rig.view.x, rig.view.y, corner);
    assert.deepEqual(corner, { x: 0, y: 0 });
    rig.cut();
    rig.show({ x: 1200, y: 900, width: 3200, height: 1800 }, MAP, 0.016);
    assert.deepEqual([rig.view.width, rig.view.height, rig.view.x + 1600], [3200, 1800, (60 * TILE) / 2]);
  });

  it('wanders behind the menu, but not where motion is reduced', () => {
    const { camera, rig } = rigged();
    const placesOf = () =>
      new Set(
        Array.from({ length: 20 }, () => {
          rig.overview(MAP, 0.5);
          return `${camera.scrollX} ${camera.scrollY}`;
        }),
      ).size;
    assert.equal(placesOf(), 20);
    rig.calm = true;
    assert.equal(placesOf(), 1);
  });

  it('has the arena in the middle of the menu’s page, and at the top of an upright one', () => {
    const { camera, rig } = rigged();
    rig.calm = true;
    rig.overview(MAP, 0.5);
    assert.equal(rig.view.y + rig.view.height / 2, (40 * TILE) / 2);
    Object.assign(camera, { width: 390, height: 844 });
    rig.touch = true;
    rig.overview(MAP, 0.5);
    assert.ok(Math.abs(rig.view.y) < 1e-9 && rig.view.height > 40 * TILE, `${rig.view.y} of ${rig.view.height}`);
  });
});

describe('the floor', () => {
  it('has light run along its lines, but not where motion is reduced', () => {
    let setup: (set: (name: string, value: unknown) => void) => void = () => {};
    const shader = { setDepth: () => shader };
    const add = {
      shader(config: { setupUniforms: typeof setup }) {
        setup = config.setupUniforms;
        return shader;
      },
    };
    const grid = new Grid({ add, cameras: { main: { zoom: 1 } } } as never, MAP, 0);
    const time = () => {
      grid.update(1);
      let seconds: unknown;
      setup((name, value) => {
        if (name === 'uTime') seconds = value;
      });
      return seconds;
    };
    assert.deepEqual([time(), time()], [1, 2]);
    grid.calm = true;
    assert.deepEqual([time(), time()], [2, 2]);
  });
});
