// Starts Phaser once and hands out the arena: its canvas fills the page, its pixels follow the quality.

import type * as Phaser from 'phaser';
import { PageError } from '../ui/errors.ts';
import type { Match } from '../ui/match.ts';
import { settings } from '../ui/settings.ts';
import { ArenaScene } from './arena.ts';
import { Game, WEBGL } from './phaser.ts';
import type { Look } from './quality.ts';
import { Rest } from './rest.ts';

export interface ArenaGame {
  game: Phaser.Game;
  /** Shows a match. */
  show(match: Match): void;
  /** Shows nothing. */
  clear(): void;
}

/** Loads the font, draws the art, starts the loop. `onProgress` gets the share done. Rejects with a PageError without WebGL. */
export async function startGame(parent: HTMLElement, onProgress: (share: number) => void): Promise<ArenaGame> {
  await document.fonts.load('600 40px "Oxanium Variable"').catch(() => []);
  onProgress(0.5);
  let resolution = 1;
  let maxResolution = 0;
  const scene = await new Promise<ArenaScene>((resolve) => {
    const created: ArenaScene = new ArenaScene(
      () => {
        addEventListener('resize', fit);
        resolve(created);
      },
      (look: Look) => {
        // Most settings, and a hint that was read, change nothing here: to measure the page again costs more than a frame.
        if (look.maxResolution === maxResolution) return;
        maxResolution = look.maxResolution;
        fit();
      },
    );
    const game = createGame(parent, created);
    const fit = (): void => {
      resolution = Math.min(maxResolution, devicePixelRatio * Math.min(1, maxResolution));
      game.scale.setZoom(1 / resolution);
      game.scale.resize(Math.round(innerWidth * resolution), Math.round(innerHeight * resolution));
      created.resize(resolution);
    };
  });
  const { game } = scene;
  const rest = new Rest(game.loop);
  game.events.on('postrender', () => rest.drawn());
  // After the canvas has followed: that listener came first.
  addEventListener('resize', () => rest.redraw());
  settings.subscribe(() => {
    scene.applySettings(settings.value);
    rest.redraw();
  });
  onProgress(1);
  return {
    game,
    show(match) {
      rest.end();
      scene.show(match);
    },
    clear() {
      scene.show(undefined);
      rest.begin();
    },
  };
}

function createGame(parent: HTMLElement, scene: Phaser.Scene): Phaser.Game {
  try {
    return newGame(parent, scene);
  } catch (error) {
    throw new PageError('error.graphics', error);
  }
}

function newGame(parent: HTMLElement, scene: Phaser.Scene): Phaser.Game {
  return new Game({
    type: WEBGL,
    parent,
    width: innerWidth,
    height: innerHeight,
    backgroundColor: '#03040d',
    banner: false,
    scene,
    // Effects take as long on a slow screen as on a fast one.
    fps: { smoothStep: false },
    audio: { noAudio: true },
    // Devices are read by client/input.
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    render: { antialias: true, antialiasGL: false, powerPreference: 'high-performance' },
  });
}
