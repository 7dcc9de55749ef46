// The announcer's sounds: each has its own tone and rhythm, and a step that goes up for good news and down for bad.

/** For one's own side good, bad, or neither. */
export type Mood = 'good' | 'bad' | 'even';

interface Cue {
  /** Hz. */
  tone: number;
  /** Seconds of the tone and of its fading. */
  hold: number;
  fade: number;
  /** Of zzfx: 0 sine, 1 triangle, 2 saw, 3 tangent. */
  wave: number;
  /** Hz of the step, and seconds until it. */
  step: number;
  after: number;
  /** Seconds after which tone and step begin anew; 0 for once. */
  again?: number;
}

const CUES = {
  firstHit: { tone: 523, hold: 0.08, fade: 0.22, wave: 1, step: 261, after: 0.08 },
  multi: { tone: 659, hold: 0.16, fade: 0.16, wave: 1, step: 165, after: 0.05, again: 0.1 },
  spree: { tone: 587, hold: 0.24, fade: 0.2, wave: 1, step: 146, after: 0.06, again: 0.12 },
  spreeEnded: { tone: 494, hold: 0.14, fade: 0.26, wave: 1, step: 123, after: 0.12 },
  flagTaken: { tone: 440, hold: 0.2, fade: 0.24, wave: 2, step: 147, after: 0.1 },
  flagDropped: { tone: 370, hold: 0.1, fade: 0.2, wave: 2, step: 92, after: 0.08 },
  flagReturned: { tone: 554, hold: 0.18, fade: 0.3, wave: 0, step: 185, after: 0.12 },
  flagCaptured: { tone: 523, hold: 0.42, fade: 0.4, wave: 2, step: 175, after: 0.14, again: 0.28 },
  zoneHeld: { tone: 392, hold: 0.12, fade: 0.24, wave: 0, step: 131, after: 0.09 },
  zoneContested: { tone: 311, hold: 0.1, fade: 0.1, wave: 1, step: 40, after: 0.05, again: 0.1 },
  zoneLost: { tone: 330, hold: 0.06, fade: 0.2, wave: 0, step: 0, after: 0 },
  zoneMoved: { tone: 698, hold: 0.18, fade: 0.3, wave: 0, step: 88, after: 0.06, again: 0.12 },
  round: { tone: 466, hold: 0.1, fade: 0.4, wave: 1, step: 233, after: 0.1 },
  roundEnded: { tone: 466, hold: 0.24, fade: 0.4, wave: 1, step: 155, after: 0.16 },
  count: { tone: 440, hold: 0.05, fade: 0.12, wave: 1, step: 0, after: 0 },
  go: { tone: 880, hold: 0.14, fade: 0.35, wave: 1, step: 0, after: 0 },
  overtime: { tone: 349, hold: 0.36, fade: 0.4, wave: 2, step: 116, after: 0.12, again: 0.24 },
  end: { tone: 440, hold: 0.45, fade: 0.6, wave: 1, step: 147, after: 0.22 },
} as const satisfies Record<string, Cue>;

export type CueName = keyof typeof CUES;
export const CUE_NAMES = Object.keys(CUES) as CueName[];

const VOLUME = 0.45;
const DIRECTION: Record<Mood, number> = { good: 1, bad: -0.5, even: 0 };

/** A cue's parameters for zzfx. */
export function cueParameters(name: CueName, mood: Mood): number[] {
  const { tone, hold, fade, wave, step, after, again = 0 }: Cue = CUES[name];
  const jump = step * DIRECTION[mood];
  return [VOLUME, 0, tone, 0.01, hold, fade, wave, 1, 0, 0, jump, jump === 0 ? 0 : after, again];
}
