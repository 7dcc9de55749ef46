// Ears at a page: how many contexts it has made, how loud it is now, and how many effects sound. What a page plays is told
// by the browser itself, in place of a loudspeaker.

import type { Browser } from 'playwright-core';
import { Person } from './page.ts';

export interface Sounding {
  contexts: number;
  /** Of the one that there is. */
  state: string;
  /** The loudest of the last samples, 0 to 1; 0 without a context. */
  peak: number;
  /** Effects that sound now. */
  effects: number;
}

interface EarsWindow {
  __ears: {
    contexts: AudioContext[];
    analyser?: AnalyserNode;
    playing: Set<AudioBufferSourceNode>;
  };
}

export class Ears {
  readonly person: Person;

  private constructor(person: Person) {
    this.person = person;
  }

  /** Opens an address as a visitor who has pressed nothing yet, whatever a test asks of the page meanwhile. */
  static async open(browser: Browser, url: string): Promise<Ears> {
    return new Ears(await Person.open(browser, url, { name: 'Ears', prepare: put }));
  }

  listen(): Promise<Sounding> {
    return this.person.page.evaluate(() => {
      const { contexts, analyser, playing } = (window as never as EarsWindow).__ears;
      const samples = new Float32Array(analyser?.fftSize ?? 0);
      analyser?.getFloatTimeDomainData(samples);
      const state = contexts[0]?.state ?? '';
      // A context that is stopped hands out its last samples again.
      const peak = state === 'running' ? samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) : 0;
      return { contexts: contexts.length, state, peak, effects: playing.size };
    });
  }

  /** Listens until what is heard fulfils something. */
  until(what: string, condition: (heard: Sounding) => boolean): Promise<Sounding> {
    return this.person.untilSeen(what, () => this.listen(), condition);
  }

  /** Another window comes to the front, or this one again. */
  async focus(on: boolean): Promise<void> {
    await this.person.page.evaluate((focused) => {
      document.hasFocus = () => focused;
      dispatchEvent(new Event(focused ? 'focus' : 'blur'));
    }, on);
  }

  /** Leaves the match by its menu. */
  async leave(): Promise<void> {
    const { page } = this.person;
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Leave the match' }).click();
  }
}

/** Runs in the page before its own scripts. */
function put(): void {
  const ears: EarsWindow['__ears'] = { contexts: [], playing: new Set() };
  (window as never as EarsWindow).__ears = ears;
  // What a test asks of a page counts as a press there.
  Object.defineProperty(navigator, 'userActivation', { value: undefined });
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      ears.contexts.push(this);
    }
  };
  const { connect } = AudioNode.prototype as unknown as { connect: (...args: unknown[]) => unknown };
  AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
    if (args[0] instanceof AudioDestinationNode) {
      ears.analyser = new AnalyserNode(this.context, { fftSize: 4096 });
      connect.call(this, ears.analyser);
    }
    return connect.apply(this, args);
  } as never;
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (...args) {
    // What is looped is the music's noise.
    if (!this.loop) ears.playing.add(this);
    this.addEventListener('ended', () => ears.playing.delete(this));
    start.apply(this, args);
  };
}
