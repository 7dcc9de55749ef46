// Types of what is used of zzfx, which has none of its own.

declare module 'zzfx' {
  export const ZZFX: {
    audioContext: AudioContext;
    sampleRate: number;
    /** Samples of a sound described by up to 21 numbers; gaps take the defaults. */
    buildSamples(...parameters: (number | undefined)[]): number[];
  };
}
