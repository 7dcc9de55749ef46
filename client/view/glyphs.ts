// A bitmap font made from the page's web font, glyph by glyph as names need them: names in any script, one texture. Once it is
// full it starts anew with what is to be seen.

import type * as Phaser from 'phaser';

export const GLYPHS = 'glyphs';
const SIZE = 40;
const WIDTH = 1024;
const HEIGHT = 1024;
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
  /** All that was written in: they remember where their glyphs are. */
  readonly #texts = new Set<Phaser.GameObjects.BitmapText>();
  #x = PAD;
  #y = PAD;

  /** The web font must have been loaded. */
  constructor(scene: Phaser.Scene) {
    const texture = scene.textures.createCanvas(GLYPHS, WIDTH, HEIGHT);
    if (!texture) throw new Error('the browser gives no canvas to draw on');
    this.#texture = texture;
    this.#data = { font: GLYPHS, size: SIZE, lineHeight: LINE, retroFont: false, chars: {} };
    scene.cache.bitmapFont.add(GLYPHS, { data: this.#data, texture: GLYPHS, frame: null });
    this.#make(BASIC);
  }

  /** Writes words into a text, with what cannot be drawn left out. */
  write(text: Phaser.GameObjects.BitmapText, words: string): void {
    const drawable = [...words].filter((char) => char.length === 1).join('');
    if (!this.#make(drawable)) this.#startAnew(drawable);
    text.setText(drawable);
    this.#texts.add(text);
  }

  /** Only with glyphs for words, and for what is written elsewhere. The basic ones come to lie where they were. */
  #startAnew(words: string): void {
    this.#texture.getContext().clearRect(0, 0, WIDTH, HEIGHT);
    this.#data.chars = {};
    this.#x = this.#y = PAD;
    this.#make(BASIC + words + [...this.#texts].map(({ text }) => text).join(''));
    // The others look up their glyphs again.
    for (const text of this.#texts) text.updateDisplayOrigin();
  }

  /** Makes the glyphs that a text lacks. Returns whether there was room for them all. */
  #make(text: string): boolean {
    const missing = [...new Set(text)].filter((char) => !this.#data.chars[char.charCodeAt(0)]);
    const fits = missing.every((char) => this.#add(char));
    if (missing.length > 0) this.#texture.refresh();
    return fits;
  }

  #add(char: string): boolean {
    const g = this.#texture.getContext();
    g.font = FONT;
    const advance = Math.ceil(g.measureText(char).width);
    const width = advance + 2 * PAD;
    const height = LINE + 2 * PAD;
    if (this.#x + width > WIDTH) {
      this.#x = PAD;
      this.#y += height + 2;
    }
    if (this.#y + height > HEIGHT) return false;
    g.fillStyle = '#fff';
    g.strokeStyle = '#02030a';
    g.lineWidth = OUTLINE;
    g.lineJoin = 'round';
    g.textBaseline = 'alphabetic';
    g.strokeText(char, this.#x + PAD, this.#y + PAD + SIZE);
    g.fillText(char, this.#x + PAD, this.#y + PAD + SIZE);
    this.#data.chars[char.charCodeAt(0)] = this.#describe(width, height, advance);
    this.#x += width + 2;
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
