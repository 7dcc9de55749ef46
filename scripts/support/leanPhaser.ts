// For the build: lets client/scenes/phaser.ts take Phaser's sources, without the parts that they name and never use.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const PHASER = dirname(createRequire(import.meta.url).resolve('phaser/package.json'));

/** What Phaser's own build sets: drawn by WebGL only, without its sounds. */
const FLAGS: Record<string, boolean> = {
  WEBGL_RENDERER: true,
  CANVAS_RENDERER: false,
  FEATURE_SOUND: false,
  WEBGL_DEBUG: false,
  PLUGIN_FBINSTANT: false,
  PLUGIN_CAMERA3D: false,
};

/**
 * Files below phaser/src that are left out: tables and indexes name them, but the game never asks for what they hold. In
 * their place stands a function that throws when it is called, with the words below.
 */
const LEFT_OUT: readonly RegExp[] = [
  // The index for people who want to write a renderer of their own.
  /^renderer\/webgl\/(renderNodes\/)?index\.js$/,
  // Drawing of lights, lines, polygons, meshes, tiles and tile sprites.
  /^renderer\/webgl\/renderNodes\/(BatchHandler(PointLight|Strip|TileSprite|Tri)|DrawLine|DynamicTextureHandler|FillPath|FillTri|StrokePath)\.js$/,
  /^renderer\/webgl\/renderNodes\/submitter\/Submitter(MeshToQuad|Tile|TilemapGPULayer|TileSprite)\.js$/,
  /^renderer\/webgl\/renderNodes\/(texturer|transformer)\/(Texturer|Transformer)(Tile|TileSprite|Vertex)\.js$/,
  // All filters but those of the bloom.
  /^renderer\/webgl\/renderNodes\/filters\/Filter(?!(Blend|Blur|BlurHigh|BlurLow|BlurMed|ParallelFilters|Threshold)\.js)/,
  /^filters\/(?!(Blend|Blur|Controller|ParallelFilters|Threshold)\.js)/,
  // Textures from files and from other pictures: the art is drawn on canvases.
  /^textures\/(DynamicTexture\.js|parsers\/(?!(index|Canvas|Image)\.js))/,
  /^gameobjects\/sprite\//,
  /^gameobjects\/bitmaptext\/Parse/,
  /^(animations\/(Animation|AnimationState|AnimationFrame)|curves)\.js$/,
  // Devices are read by client/input.
  /^input\/(keyboard|mouse|touch)\/\w+Manager\.js$/,
  // Of mathematics only the random numbers that Phaser names things with, vectors and matrices are used.
  /^math\/(Euler|Hash|HashCell|HashSimplex|Matrix3|Quaternion|RotateVec3)\.js$/,
  /^math\/(angle|distance|interpolation|snap)\/index\.js$/,
];

/** The texture manager makes one of these and keeps it for dynamic textures, which there are none of. */
const IDLE = /^gameobjects\/tilesprite\/TileSprite\.js$/;

/** What stands in place of the files above: modules by their ids. */
const STAND_INS: Record<string, string> = {
  '\0phaser-left-out': `module.exports = function () { throw new Error('left out of Phaser: see client/scenes/phaser.ts'); };`,
  '\0phaser-idle': 'module.exports = function () { this.setOrigin = () => this; };',
};
const [ABSENT, TILE_SPRITE] = Object.keys(STAND_INS);

/** Replaces imports of `phaser/src/…` by the sources; `full` gives the whole of Phaser instead, to compare with. */
export function leanPhaser(full = false): Plugin {
  return {
    name: 'lean-phaser',
    enforce: 'pre',
    async resolveId(id, importer, options) {
      if (full && /(^|\/)phaser\.ts$/.test(id)) return this.resolve('phaser', importer, options);
      if (id.startsWith('phaser/src/')) return join(PHASER, id.slice('phaser/'.length));
      if (!importer?.startsWith(join(PHASER, 'src')) || !id.startsWith('.')) return null;
      const resolved = await this.resolve(id, importer, { ...options, skipSelf: true });
      const path = resolved?.id.slice(join(PHASER, 'src/').length) ?? '';
      if (IDLE.test(path)) return TILE_SPRITE;
      return LEFT_OUT.some((pattern) => pattern.test(path)) ? ABSENT : resolved;
    },
    load(id) {
      return Object.hasOwn(STAND_INS, id) ? STAND_INS[id] : null;
    },
    transform: {
      filter: { id: /phaser[\\/]src[\\/].*\.js$/ },
      handler(code) {
        const flagged = code.replace(/typeof ([A-Z][A-Z\d_]+)\b/g, (whole, name: string) => String(FLAGS[name] ?? whole));
        return flagged === code ? null : { code: flagged, map: null };
      },
    },
  };
}
