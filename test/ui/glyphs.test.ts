import assert from 'node:assert/strict';
import { Glyphs } from '../../client/view/glyphs.ts';

interface Glyph {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Phaser's text as far as glyphs need it: laid out, it keeps the glyphs that it found. */
class Text {
  text = '';
  glyphs: (Glyph | undefined)[] = [];
  readonly #chars: () => Record<number, Glyph>;

  constructor(chars: () => Record<number, Glyph>) {
    this.#chars = chars;
  }

  setText(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.updateDisplayOrigin();
  }

  updateDisplayOrigin(): void {
    this.glyphs = [...this.text].map((char) => this.#chars()[char.charCodeAt(0)]);
  }
}

/** Glyphs on a canvas that remembers what is drawn where; letters are 24 wide, all others as wide as they are high. */
function drawn() {
  const drawn = new Map<string, string>();
  const canvas = {
    measureText: (char: string) => ({ width: char < '\u2000' ? 24 : 40 }),
    strokeText: () => {},
    fillText: (char: string, x: number, y: number) => drawn.set(`${x} ${y}`, char),
    clearRect: () => drawn.clear(),
  };
  let chars: () => Record<number, Glyph> = () => ({});
  let size = { width: 0, height: 0 };
  const scene = {
    textures: {
      createCanvas(_: string, width: number, height: number) {
        size = { width, height };
        return { ...size, getContext: () => canvas, refresh: () => {} };
      },
    },
    cache: {
      bitmapFont: {
        add(_: string, { data }: { data: { chars: Record<number, Glyph> } }) {
          chars = () => data.chars;
        },
      },
    },
  };
  const glyphs = new Glyphs(scene as never);
  /** What a text looks like: where its glyphs lie on the canvas, whatever is drawn there now. */
  const seen = ({ glyphs }: Text) =>
    glyphs
      .map((glyph) => {
        if (!glyph || glyph.width === 0) return '';
        assert.ok(glyph.x + glyph.width <= size.width && glyph.y + glyph.height <= size.height);
        return drawn.get(`${glyph.x + 6} ${glyph.y + 46}`);
      })
      .join('');
  return { seen, newText: () => new Text(chars), write: (text: Text, words: string) => glyphs.write(text as never, words) };
}

/** The next so many signs of a script with many. */
function signs(count: number, from: number): string {
  return String.fromCharCode(...Array.from({ length: count }, (_, i) => 0x4e00 + from + i));
}

describe('names in the arena', () => {
  it('are written in any script, without what takes two characters', () => {
    const { newText, write, seen } = drawn();
    const text = newText();
    write(text, 'Ada 猫🐈');
    assert.equal(seen(text), 'Ada 猫');
  });

  it('can still be read after hundreds of others, also those that were written before and are still seen', () => {
    const { newText, write, seen } = drawn();
    const [staying, passing, number] = [newText(), newText(), newText()];
    number.setText('45');
    write(staying, '静かな湖');
    for (let i = 0; i < 100; i++) {
      const name = signs(12, i * 12);
      write(passing, name);
      assert.deepEqual([seen(passing), seen(staying), seen(number)], [name, '静かな湖', '45'], `name ${i}`);
    }
  });

  it('of a full match have room at once', () => {
    const { newText, write, seen } = drawn();
    for (let round = 0; round < 3; round++) {
      const names = Array.from({ length: 16 }, (_, i) => signs(13, (round * 16 + i) * 13));
      const texts = names.map(newText);
      texts.forEach((text, i) => {
        write(text, names[i] as string);
      });
      assert.deepEqual(texts.map(seen), names);
      for (const text of texts) text.setText('');
    }
  });

  it('that find no room leave the others alone', () => {
    const { newText, write, seen } = drawn();
    const texts = Array.from({ length: 40 }, newText);
    texts.forEach((text, i) => {
      write(text, signs(16, i * 16));
    });
    for (const [i, text] of texts.entries()) for (const sign of seen(text)) assert.ok(signs(16, i * 16).includes(sign));
  });
});
