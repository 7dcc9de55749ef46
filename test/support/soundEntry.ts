// What a browser renders for the tests of sound: the page's own instruments, music and mixer, without a loudspeaker and
// faster than they sound. Bundled into one script (support/soundBundle.ts).

import { type CueName, type Mood, playCue } from '../../client/audio/cues.ts';
import { EffectBuffers, type EffectName } from '../../client/audio/effects.ts';
import { BUSES, type Bus, Mixer } from '../../client/audio/mixer.ts';
import { Music } from '../../client/audio/music.ts';
import type { Piece } from '../../client/audio/score.ts';
import { heardFrom } from '../../client/audio/spatial.ts';
import { Voices } from '../../client/audio/voices.ts';

const RATE = 44_100;

/** What is to be heard, through the whole mixer. */
export interface Scene {
  seconds: number;
  /** The music's pieces from their times on, seconds, with the heat there. */
  music?: { at: number; piece: Piece; heat: number }[];
  effects?: { at: number; name: EffectName; dx?: number; dy?: number }[];
  cues?: { at: number; name: CueName; mood: Mood }[];
  /** Sliders, 1 where nothing is said. */
  volumes?: Partial<Record<Bus | 'master', number>>;
}

/** Renders it. Returns both channels, base64 of 32-bit floats. */
async function render({ seconds, music = [], effects = [], cues = [], volumes = {} }: Scene): Promise<[string, string]> {
  const context = new OfflineAudioContext(2, Math.round(seconds * RATE), RATE);
  const mixer = new Mixer(context);
  for (const of of [...BUSES, 'master'] as const) mixer.setVolume(of, volumes[of] ?? 1);
  const player = new Music(mixer.input('music'));
  const voices = new Voices(mixer.input('effects'));
  const buffers = new EffectBuffers();
  const steps: { at: number; run(): void }[] = [];
  for (const { at, piece, heat } of music) {
    steps.push({
      at,
      run: () => {
        player.heat = heat;
        player.play(piece);
      },
    });
  }
  for (const { at, name, dx = 0, dy = 0 } of effects) steps.push({ at, run: () => voices.play(buffers.get(name), heardFrom(dx, dy)) });
  for (const { at, name, mood } of cues) {
    steps.push({
      at,
      run: () => {
        mixer.duck(at, playCue(mixer.input('announcer'), name, mood, at));
      },
    });
  }
  // As in a running page: a look ahead every so often.
  for (let at = 0; at < seconds; at += 0.1) steps.push({ at, run: () => player.schedule(at + 0.2) });
  steps.sort((a, b) => a.at - b.at);
  const byTime = Map.groupBy(steps, ({ at }) => Math.round(at * 100) / 100);
  for (const [at, due] of byTime) {
    const run = (): void => {
      for (const step of due) step.run();
    };
    if (at === 0) run();
    else if (at < seconds)
      void context.suspend(at).then(() => {
        run();
        void context.resume();
      });
  }
  const buffer = await context.startRendering();
  return [base64(buffer.getChannelData(0)), base64(buffer.getChannelData(1))];
}

function base64(samples: Float32Array): string {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

(globalThis as unknown as { render: typeof render }).render = render;
