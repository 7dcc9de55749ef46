// The announcer's stingers: a few notes each, the more the more it matters, in the music's key. They go up for good news
// and down for bad.

import { playNote } from './instruments.ts';

/** For one's own side good, bad, or neither. */
export type Mood = 'good' | 'bad' | 'even';

interface Cue {
  /** MIDI numbers, as they go for good news. */
  notes: readonly number[];
  /** Seconds from note to note. */
  every: number;
  /** Seconds that the last one is held. */
  hold: number;
  loud?: number;
}

/** D minor: D4 is 62, F4 65, A4 69, C5 72, D5 74, F5 77, G5 79, A5 81. */
const CUES = {
  firstHit: { notes: [69, 74], every: 0.08, hold: 0.2 },
  multi: { notes: [74, 77, 81], every: 0.07, hold: 0.22 },
  spree: { notes: [69, 74, 77, 81], every: 0.07, hold: 0.3 },
  spreeEnded: { notes: [65, 69, 72], every: 0.09, hold: 0.25 },
  flagTaken: { notes: [62, 69, 74], every: 0.09, hold: 0.25 },
  flagDropped: { notes: [65, 69], every: 0.1, hold: 0.15 },
  flagReturned: { notes: [65, 72, 77], every: 0.09, hold: 0.28 },
  flagCaptured: { notes: [65, 69, 72, 77, 81], every: 0.085, hold: 0.5 },
  zoneHeld: { notes: [65, 72], every: 0.1, hold: 0.2 },
  zoneContested: { notes: [70, 69], every: 0.06, hold: 0.08, loud: 0.7 },
  zoneLost: { notes: [65], every: 0.1, hold: 0.12, loud: 0.7 },
  zoneMoved: { notes: [72, 77, 74, 79], every: 0.075, hold: 0.25 },
  round: { notes: [62, 69, 62, 74], every: 0.12, hold: 0.4 },
  roundEnded: { notes: [65, 69, 77], every: 0.14, hold: 0.45 },
  count: { notes: [69], every: 0.1, hold: 0.07 },
  go: { notes: [74, 81, 86], every: 0.05, hold: 0.4 },
  overtime: { notes: [62, 65, 62, 65, 69], every: 0.11, hold: 0.5 },
  end: { notes: [65, 69, 72, 77, 84], every: 0.13, hold: 0.8 },
} as const satisfies Record<string, Cue>;

export type CueName = keyof typeof CUES;
export const CUE_NAMES = Object.keys(CUES) as CueName[];

/** Each note is doubled this far below, softer. */
const BELOW = { semitones: 12, loud: 0.45 } as const;
/** Bad news is that much lower. */
const BAD_SEMITONES = -12;

/** The notes of a cue as they are played. */
export function cueNotes(name: CueName, mood: Mood): number[] {
  const { notes }: Cue = CUES[name];
  return mood === 'bad' ? [...notes].sort((a, b) => b - a).map((midi) => midi + BAD_SEMITONES) : [...notes];
}

/** Plays a cue at a time of the context's clock. Returns the seconds that it takes. */
export function playCue(out: AudioNode, name: CueName, mood: Mood, at: number): number {
  const { every, hold, loud = 1 }: Cue = CUES[name];
  const notes = cueNotes(name, mood);
  notes.forEach((midi, i) => {
    const seconds = i === notes.length - 1 ? hold : every * 0.9;
    playNote(out, 'stinger', midi, at + i * every, seconds, loud);
    playNote(out, 'stinger', midi - BELOW.semitones, at + i * every, seconds, loud * BELOW.loud);
  });
  return (notes.length - 1) * every + hold;
}
