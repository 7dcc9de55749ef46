// The part of Phaser that the game uses, taken from its sources one by one: as shipped it is one file in which nothing can
// be left out, and more than twice as heavy. Whoever needs more of it adds a line here; types come from 'phaser'.
//
// What is in: the game, its scene with cameras, display list and factories; images, bitmap text and shaders; the bloom.
// What is not: everything that only registers itself when imported (loader, tweens, input and sound of scenes, other game
// objects), the canvas renderer, and what scripts/support/leanPhaser.ts names: parts that others import and never use.
// test/e2e/pixels.test.ts draws the same scene with this and with Phaser as it is shipped: no pixel differs.

// First of all, because some of Phaser's files import each other in a circle that only works from here.
import 'phaser/src/renderer/webgl/WebGLRenderer.js';
import 'phaser/src/cameras/2d/CameraManager.js';
import 'phaser/src/events/index.js';
import 'phaser/src/gameobjects/DisplayList.js';
import 'phaser/src/gameobjects/GameObjectCreator.js';
import 'phaser/src/gameobjects/GameObjectFactory.js';
import 'phaser/src/gameobjects/UpdateList.js';
import 'phaser/src/scene/ScenePlugin.js';
// The bloom's two ways, one of which adds itself to the list of filters.
import 'phaser/src/filters/ParallelFilters.js';
// What scenes can add.
import 'phaser/src/gameobjects/bitmaptext/static/BitmapTextFactory.js';
import 'phaser/src/gameobjects/image/ImageFactory.js';
import 'phaser/src/gameobjects/shader/ShaderFactory.js';

import type * as Phaser from 'phaser';
import addEffectBloom from 'phaser/src/actions/AddEffectBloom.js';
import constants from 'phaser/src/const.js';
import phaserGame from 'phaser/src/core/Game.js';
import image from 'phaser/src/gameobjects/image/Image.js';
import blendModes from 'phaser/src/renderer/BlendModes.js';
import tintModes from 'phaser/src/renderer/TintModes.js';
import phaserScene from 'phaser/src/scene/Scene.js';

export const Game = phaserGame as typeof Phaser.Game;
export const Scene = phaserScene as typeof Phaser.Scene;
export const BlendModes = blendModes as typeof Phaser.BlendModes;
export const TintModes = tintModes as typeof Phaser.TintModes;
export const { WEBGL } = constants as Pick<typeof Phaser, 'WEBGL'>;
export const Actions = { AddEffectBloom: addEffectBloom as typeof Phaser.Actions.AddEffectBloom };
export const GameObjects = { Image: image as typeof Phaser.GameObjects.Image };
