// What a page's frames cost its main thread in its own time, from Chromium's trace: what a thread waits for (its turn on a
// core, room in the GPU's queue) is not in here, so software rendering and other work on the machine do not count.

import type { Browser, Page } from 'playwright-core';

/** Milliseconds of the main thread. */
export interface FrameCpu {
  /** All animation callbacks of a frame, frame by frame. */
  frames: number[];
  /** All scripts (frames, sockets, timers, collected garbage) for each of those frames, on average. */
  all: number;
}

/** An event of the trace: its begin, how long it took, and how much of that its thread computed; microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur: number;
  tdur?: number;
}

const CATEGORIES = ['devtools.timeline', 'v8'];
const CALLBACK = 'FireAnimationFrame';
const SCRIPTS = [
  CALLBACK,
  'FunctionCall',
  'v8.callFunction',
  'TimerFire',
  'EventDispatch',
  'RunMicrotasks',
  'EvaluateScript',
  'MinorGC',
  'MajorGC',
];
/** Callbacks of the same frame follow each other at once, microseconds. */
const SAME_FRAME_US = 800;

/** Traces a page's frames while `play` runs. */
export async function traceFrames(browser: Browser, page: Page, play: () => Promise<unknown>): Promise<FrameCpu> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await play();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const thread = busiest(traceEvents.filter(({ name }) => name === CALLBACK));
  const scripts = outermost(
    traceEvents.filter(({ ph, pid, tid, name }) => ph === 'X' && `${pid}/${tid}` === thread && SCRIPTS.includes(name)),
  );
  const frames = framesOf(scripts.filter(({ name }) => name === CALLBACK));
  return { frames, all: sum(scripts) / frames.length };
}

/** The thread with most of some events: the page that draws. */
function busiest(events: readonly TraceEvent[]): string {
  const counts = new Map<string, number>();
  for (const { pid, tid } of events) counts.set(`${pid}/${tid}`, (counts.get(`${pid}/${tid}`) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Those that no other holds, in their order. */
function outermost(events: TraceEvent[]): TraceEvent[] {
  let end = 0;
  return events
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur)
    .filter(({ ts, dur }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}

function framesOf(callbacks: readonly TraceEvent[]): number[] {
  const frames: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const callback of callbacks) {
    if (callback.ts - end > SAME_FRAME_US) frames.push(0);
    frames[frames.length - 1] = (frames.at(-1) as number) + sum([callback]);
    end = callback.ts + callback.dur;
  }
  return frames;
}

const sum = (events: readonly TraceEvent[]): number => events.reduce((all, { tdur = 0 }) => all + tdur, 0) / 1000;
