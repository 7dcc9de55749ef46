// Times in microseconds, as samples from which a bench picks what it reports; and a fixed piece of work, by which
// figures of different machines and moments can be compared.

import { quantile } from '../../../scripts/support/matchStats.ts';

/** What a bench returns: names of the contract with their values. */
export type Figures = Record<string, number>;

/** Times `run` so many times after a warm-up of as many calls again; `before` each call is not timed. Microseconds. */
export function timeEach(count: number, run: (i: number) => void, before: (i: number) => void = () => {}): number[] {
  const samples: number[] = [];
  for (let i = 0; i < count * 2; i++) {
    before(i);
    const start = performance.now();
    run(i);
    const took = performance.now() - start;
    if (i >= count) samples.push(took * 1000);
  }
  return samples;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
export const p99 = (samples: readonly number[]): number => quantile(samples, 0.99);

/** Microseconds of a fixed loop of 100,000 multiply-adds: how fast this machine is at this moment. */
export function machineLoop(): number {
  let last = 0;
  return median(
    timeEach(200, (i) => {
      let sum = i + last;
      for (let n = 0; n < 100_000; n++) sum = (Math.imul(sum, 1_664_525) + n) | 0;
      last = sum & 1;
    }),
  );
}

/** Waits. */
export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
