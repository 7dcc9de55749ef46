// A bitmap font made from the page's web font, glyph by glyph as names need them: names in any script, one texture.

import type * as Phaser from 'phaser';

export const GLYPHS = 'glyphs';
const SIZE = 40;
const WIDTH = 1024;
const HEIGHT = 512;
const PAD = 6;
/** Dark line around the letters, so that they read on light too. */
const OUTLINE = 9;
const LINE = Math.ceil(SIZE * 1.3);
const FONT = `600 ${SIZE}px "Oxanium Variable", system-ui, sans-serif`;
const BASIC = ' ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.+!?';

/** Phaser's types leave the advance out. */
type Glyph = Phaser.Types.GameObjects.BitmapText.BitmapFontCharacterData & { xAdvance: number };

export class Glyphs {
  readonly #texture: Phaser.Textures.CanvasTexture;
  readonly #data: Phaser.Types.GameObjects.BitmapText.BitmapFontData;
  #x = PAD;
  #y = PAD;

  /** The web font must have been loaded. */
  constructor(scene: Phaser.Scene) {
    const texture = scene.textures.createCanvas(GLYPHS, WIDTH, HEIGHT);
    if (!texture) throw new Error('the browser gives no canvas to draw on');
    this.#texture = texture;
    this.#data = { font: GLYPHS, size: SIZE, lineHeight: LINE, retroFont: false, chars: {} };
    scene.cache.bitmapFont.add(GLYPHS, { data: this.#data, texture: GLYPHS, frame: null });
    this.need(BASIC);
  }

  /** Makes sure that a text can be written. Returns it, with what cannot be drawn left out. */
  need(text: string): string {
    const drawable = [...text].filter((char) => char.length === 1).join('');
    let added = false;
    for (const char of drawable) added = this.#add(char) || added;
    if (added) this.#texture.refresh();
    return drawable;
  }

  #add(char: string): boolean {
    const code = char.charCodeAt(0);
    if (this.#data.chars[code]) return false;
    const g = this.#texture.getContext();
    g.font = FONT;
    const advance = Math.ceil(g.measureText(char).width);
    const width = advance + 2 * PAD;
    const height = LINE + 2 * PAD;
    if (this.#x + width > WIDTH) {
      this.#x = PAD;
      this.#y += height + 2;
    }
    const full = this.#y + height > HEIGHT;
    if (!full) {
      g.fillStyle = '#fff';
      g.strokeStyle = '#02030a';
      g.lineWidth = OUTLINE;
      g.lineJoin = 'round';
      g.textBaseline = 'alphabetic';
      g.strokeText(char, this.#x + PAD, this.#y + PAD + SIZE);
      g.fillText(char, this.#x + PAD, this.#y + PAD + SIZE);
    }
    this.#data.chars[code] = this.#describe(full ? 0 : width, height, advance);
    this.#x += full ? 0 : width + 2;
    return true;
  }

  #describe(width: number, height: number, advance: number): Glyph {
    const { width: w, height: h } = this.#texture;
    const [x, y] = [this.#x, this.#y];
    return {
      x,
      y,
      width,
      height,
      centerX: width / 2,
      centerY: height / 2,
      xOffset: -PAD,
      yOffset: -PAD,
      xAdvance: advance,
      data: {},
      kerning: {},
      u0: x / w,
      v0: 1 - y / h,
      u1: (x + width) / w,
      v1: 1 - (y + height) / h,
    };
  }
}
