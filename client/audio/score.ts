// What the music plays, as plain numbers: D minor, chords that lead into each other, and for each sixteenth the notes of
// every layer. It follows from the count of sixteenths and the heat alone, so the same match sounds the same again.

/** In the order in which they come in. */
export const LAYERS = ['pad', 'bass', 'pulse', 'drums', 'arpeggio'] as const;
export type Layer = (typeof LAYERS)[number];
export type Drum = 'kick' | 'clap' | 'hat' | 'openHat';

/** A note: MIDI number, length in sixteenths, loudness 0 to 1. */
export interface Note {
  layer: Exclude<Layer, 'drums'>;
  midi: number;
  steps: number;
  loud: number;
}
export interface Beat {
  layer: 'drums';
  drum: Drum;
  loud: number;
}

/** Menu: calm; match: by heat; won, lost, drawn: a cadence, then calm again. */
export type Piece = 'menu' | 'match' | 'won' | 'lost' | 'drawn';

export interface Chord {
  /** MIDI numbers: the root below, the voices above. */
  bass: number;
  pad: readonly number[];
}

/** Sixteenths of a bar. */
export const BAR = 16;
/** Pitch classes of D minor: nothing else is ever played. */
export const SCALE = [2, 4, 5, 7, 9, 10, 0] as const;
/** Beats a minute: calm, at rest, and at its hottest. */
export const TEMPO = { menu: 88, least: 108, most: 120 } as const;

/** Voices move by a step or stay. */
const CHORDS = {
  dm9: { bass: 38, pad: [53, 57, 62, 64] },
  bb: { bass: 34, pad: [53, 57, 60, 62] },
  f: { bass: 41, pad: [53, 57, 60, 67] },
  c: { bass: 36, pad: [52, 55, 62, 67] },
  gm: { bass: 43, pad: [53, 58, 62, 65] },
  am: { bass: 33, pad: [52, 55, 60, 64] },
  dm: { bass: 38, pad: [53, 57, 62, 65] },
} as const satisfies Record<string, Chord>;

/** A bar each in a match, two in the menu. The second half leans on the fourth and fifth, and so leads back. */
const LOOP = [CHORDS.dm9, CHORDS.bb, CHORDS.f, CHORDS.c, CHORDS.dm, CHORDS.bb, CHORDS.gm, CHORDS.am] as const;
/** Half a bar each, the last is held: home to F major, or down to D minor, or left open. */
const CADENCES: Record<'won' | 'lost' | 'drawn', readonly Chord[]> = {
  won: [CHORDS.bb, CHORDS.c, CHORDS.f],
  lost: [CHORDS.gm, CHORDS.bb, CHORDS.dm],
  drawn: [CHORDS.bb, CHORDS.f, CHORDS.c],
};
/** Bars of a cadence before it goes on calmly. */
export const CADENCE_BARS = 4;

/** Heat from which a layer is heard, and at which it is fully there. */
const COMES_IN: Record<Layer, readonly [number, number]> = {
  pad: [-1, 0],
  bass: [-1, 0.1],
  pulse: [0.12, 0.3],
  drums: [0.22, 0.45],
  arpeggio: [0.4, 0.65],
};
const CALM: Record<Layer, number> = { pad: 1.35, bass: 0.7, pulse: 0, drums: 0, arpeggio: 0.95 };

/** How loud a layer is: 1 is all of it in a match; the calm pieces have fewer layers, and more of them. */
export function layerLevel(layer: Layer, piece: Piece, heat: number): number {
  if (piece !== 'match') return CALM[layer];
  const [from, full] = COMES_IN[layer];
  return Math.max(0, Math.min(1, (heat - from) / (full - from)));
}

/** Seconds of a sixteenth. */
export function stepSeconds(piece: Piece, heat: number): number {
  const tempo = piece === 'match' ? TEMPO.least + (TEMPO.most - TEMPO.least) * Math.max(0, Math.min(1, heat)) : TEMPO.menu;
  return 60 / tempo / 4;
}

/** The chord at a sixteenth of a piece. */
export function chordAt(step: number, piece: Piece): Chord {
  if (piece === 'match') return at(LOOP, Math.floor(step / BAR));
  if (piece === 'menu') return at(LOOP, Math.floor(step / (2 * BAR)));
  const cadence = CADENCES[piece];
  return cadence[Math.min(cadence.length - 1, Math.floor(step / (BAR / 2)))] as Chord;
}

/** Whether another chord begins at a sixteenth. */
export function chordBegins(step: number, piece: Piece): boolean {
  if (step === 0) return true;
  return step % (piece === 'menu' ? 2 * BAR : piece === 'match' ? BAR : BAR / 2) === 0 && chordAt(step, piece) !== chordAt(step - 1, piece);
}

/** Sixteenths that the chord at a step, which begins there, is held for. */
function chordSteps(step: number, piece: Piece): number {
  if (piece === 'match') return BAR;
  if (piece === 'menu') return 2 * BAR;
  return step < BAR ? BAR / 2 : CADENCE_BARS * BAR - step;
}

/** All that begins at a sixteenth. */
export function notesAt(step: number, piece: Piece, heat: number): (Note | Beat)[] {
  const chord = chordAt(step, piece);
  const notes: (Note | Beat)[] = [];
  if (chordBegins(step, piece)) {
    const steps = chordSteps(step, piece);
    for (const midi of chord.pad) notes.push({ layer: 'pad', midi, steps, loud: 1 });
    if (piece !== 'match') notes.push({ layer: 'bass', midi: chord.bass, steps, loud: 0.8 });
  }
  if (piece === 'match') {
    bass(notes, step, chord, heat);
    pulse(notes, step, chord);
    drums(notes, step, heat);
    arpeggio(notes, step, chord, heat);
  } else {
    bells(notes, step, chord, piece);
  }
  return notes.filter(({ layer }) => layerLevel(layer, piece, heat) > 0);
}

/** Quarters that become eighths, then a gallop with the octave. */
function bass(notes: (Note | Beat)[], step: number, { bass: root }: Chord, heat: number): void {
  const every = heat < 0.35 ? 4 : 2;
  const gallops = heat > 0.7 && step % 4 === 3;
  if (step % every !== 0 && !gallops) return;
  const up = heat > 0.5 && step % 8 === 6;
  notes.push({ layer: 'bass', midi: up ? root + 12 : root, steps: gallops ? 1 : every * 0.85, loud: step % 4 === 0 ? 1 : 0.8 });
}

/** Where the pulse strikes in a bar: three, three, two, twice. */
const PULSE = [0, 3, 6, 8, 11, 14];
function pulse(notes: (Note | Beat)[], step: number, { pad }: Chord): void {
  const at16 = PULSE.indexOf(step % BAR);
  if (at16 < 0) return;
  for (const midi of [pad[1], pad[2]])
    notes.push({ layer: 'pulse', midi: (midi as number) + 12, steps: 1.4, loud: at16 % 3 === 0 ? 1 : 0.7 });
}

function drums(notes: (Note | Beat)[], step: number, heat: number): void {
  const place = step % BAR;
  if (place % 4 === 0) notes.push({ layer: 'drums', drum: 'kick', loud: 1 });
  if (heat > 0.85 && step % (2 * BAR) === 2 * BAR - 2) notes.push({ layer: 'drums', drum: 'kick', loud: 0.7 });
  if (heat > 0.45 && (place === 4 || place === 12)) notes.push({ layer: 'drums', drum: 'clap', loud: 1 });
  if (place % 4 === 2) notes.push({ layer: 'drums', drum: heat > 0.6 && place === 14 ? 'openHat' : 'hat', loud: 1 });
  else if (heat > 0.6 && place % 2 === 1) notes.push({ layer: 'drums', drum: 'hat', loud: 0.45 });
}

/** Order in which the arpeggio goes through its tones; another one every other bar. */
const TURNS = [
  [0, 2, 4, 1, 3, 5, 4, 2],
  [5, 3, 4, 2, 3, 1, 2, 0],
  [0, 3, 1, 4, 2, 5, 3, 4],
] as const;
function arpeggio(notes: (Note | Beat)[], step: number, chord: Chord, heat: number): void {
  if (heat < 0.75 && step % 2 === 1) return;
  const turn = at(TURNS, Math.floor(step / (2 * BAR)));
  const tones = tonesOf(chord);
  notes.push({
    layer: 'arpeggio',
    midi: tones[at(turn, heat < 0.75 ? step / 2 : step)] as number,
    steps: 1,
    loud: step % 4 === 0 ? 1 : 0.7,
  });
}

/** Few single tones, high above: the calm pieces' arpeggio. */
const BELLS = [0, 6, 12, 20, 26];
function bells(notes: (Note | Beat)[], step: number, chord: Chord, piece: Piece): void {
  const place = piece === 'menu' ? BELLS.indexOf(step % (2 * BAR)) : step % 4 === 0 && step < 2 * BAR ? (step / 4) % 6 : -1;
  if (place < 0) return;
  const tone = tonesOf(chord)[piece === 'menu' ? (place * 2 + Math.floor(step / (2 * BAR))) % 6 : piece === 'lost' ? 5 - place : place];
  notes.push({ layer: 'arpeggio', midi: tone as number, steps: 3, loud: place === 0 ? 0.9 : 0.65 });
}

/** The chord's tones over an octave and a half, rising. */
function tonesOf({ pad }: Chord): number[] {
  return [...pad.map((midi) => midi + 12), (pad[0] as number) + 24, (pad[1] as number) + 24];
}

function at<T>(list: readonly T[], index: number): T {
  return list[((index % list.length) + list.length) % list.length] as T;
}
