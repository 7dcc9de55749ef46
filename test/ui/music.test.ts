import assert from 'node:assert/strict';
import { CUE_NAMES, cueNotes } from '../../client/audio/cues.ts';
import {
  BAR,
  type Beat,
  CADENCE_BARS,
  chordAt,
  LAYERS,
  layerLevel,
  type Note,
  notesAt,
  type Piece,
  SCALE,
  stepSeconds,
} from '../../client/audio/score.ts';

const HEATS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const inScale = (midi: number): boolean => (SCALE as readonly number[]).includes(midi % 12);
const isNote = (note: Note | Beat): note is Note => note.layer !== 'drums';

/** All that a piece plays over so many bars. */
function play(piece: Piece, heat: number, bars = 16): (Note | Beat)[] {
  return Array.from({ length: bars * BAR }, (_, step) => notesAt(step, piece, heat)).flat();
}

describe('the music', () => {
  it('plays nothing outside its key, at any heat, in any piece', () => {
    for (const piece of ['menu', 'match', 'won', 'lost', 'drawn'] as const) {
      for (const heat of HEATS)
        for (const note of play(piece, heat).filter(isNote)) assert.ok(inScale(note.midi), `${piece}: ${note.midi}`);
    }
  });

  it('has the announcer in the same key', () => {
    for (const name of CUE_NAMES) for (const midi of cueNotes(name, 'even')) assert.ok(inScale(midi), `${name}: ${midi}`);
  });

  it('gains a layer after the other as the match heats up, and never loses one', () => {
    let before = new Set<string>();
    for (const heat of HEATS) {
      const layers = new Set(play('match', heat).map(({ layer }) => layer));
      for (const layer of before) assert.ok(layers.has(layer as Note['layer']), `${layer} at ${heat}`);
      for (const layer of LAYERS) assert.ok(layerLevel(layer, 'match', heat) >= layerLevel(layer, 'match', Math.max(0, heat - 0.2)), layer);
      before = layers;
    }
    assert.deepEqual([...before].sort(), [...LAYERS].sort());
    assert.ok(play('match', 0).length < play('match', 0.4).length && play('match', 0.4).length < play('match', 1).length);
  });

  it('is faster when it is hotter, and slowest in the menu', () => {
    assert.ok(stepSeconds('match', 1) < stepSeconds('match', 0) && stepSeconds('match', 0) < stepSeconds('menu', 0));
  });

  it('is calm in the menu: no drums, few notes', () => {
    const menu = play('menu', 1);
    assert.ok(menu.every(isNote));
    assert.ok(menu.length < play('match', 0.5).length / 3);
  });

  it('moves its voices by small steps from chord to chord', () => {
    for (let bar = 0; bar < 8; bar++) {
      const [from, to] = [chordAt(bar * BAR, 'match'), chordAt((bar + 1) * BAR, 'match')];
      to.pad.forEach((midi, voice) => {
        const step = Math.abs(midi - (from.pad[voice] as number));
        assert.ok(step <= 5, `bar ${bar}, voice ${voice}: ${step} semitones`);
      });
    }
  });

  it('comes home to F when one has won, goes down to D minor when one has lost, and holds the last chord', () => {
    const root = (piece: Piece, step: number): number => chordAt(step, piece).bass % 12;
    for (const [piece, home] of [
      ['won', 5],
      ['lost', 2],
    ] as const) {
      assert.notEqual(root(piece, 0), home);
      for (let step = BAR; step < CADENCE_BARS * BAR; step++) assert.equal(root(piece, step), home);
    }
    assert.equal(play('won', 0, CADENCE_BARS).filter((note) => note.layer === 'pad').length, 12);
  });

  it('is the same again: it follows from the beat and the heat alone', () => {
    assert.deepEqual(play('match', 0.7), play('match', 0.7));
  });
});
