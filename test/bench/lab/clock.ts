// Time as the laboratory makes it: timers, `performance.now` and `Date.now` of the whole process follow a queue of
// deadlines instead of a clock. The server's scheduler, the SDK and the lines run unchanged, a minute takes seconds, a
// busy machine changes nothing, and the same seed gives the same match.

interface Deadline {
  at: number;
  /** Among equals, first come, first served. */
  order: number;
  run: (() => void) | undefined;
}

const START_MS = 1000;
/** Any day will do. */
const EPOCH_MS = 1_750_000_000_000;

/** What Node's timers can do; nothing of it matters here. */
class Timer {
  deadline: Deadline | undefined;
  readonly repeatMs: number;

  constructor(repeatMs: number) {
    this.repeatMs = repeatMs;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }
}

export class VirtualClock {
  #now = START_MS;
  #order = 0;
  readonly #heap: Deadline[] = [];

  get now(): number {
    return this.#now;
  }

  /** Takes the process's time over, for good. */
  install(): void {
    const set = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => this.#start(new Timer(0), () => run(...args), ms);
    const repeat = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      this.#start(new Timer(Math.max(1, ms)), () => run(...args), ms);
    const clear = (timer: unknown) => {
      if (timer instanceof Timer && timer.deadline) timer.deadline.run = timer.deadline = undefined;
    };
    Object.assign(globalThis, { setTimeout: set, setInterval: repeat, clearTimeout: clear, clearInterval: clear });
    performance.now = () => this.#now;
    Date.now = () => EPOCH_MS + Math.floor(this.#now);
  }

  /** Runs something at a time, to the fraction of a millisecond. */
  at(ms: number, run: () => void): Deadline {
    const deadline = { at: Math.max(ms, this.#now), order: this.#order++, run };
    push(this.#heap, deadline);
    return deadline;
  }

  /** Lets time pass up to `ms`; what promises wait for is done in between. */
  async runTo(ms: number): Promise<void> {
    while ((this.#heap[0]?.at ?? Number.POSITIVE_INFINITY) <= ms) {
      this.#next();
      await null;
    }
    this.#now = ms;
  }

  /** Lets time pass until a promise is settled. It stands still while `busy`: what is no timer takes its own time, and none of this. */
  async until<T>(promise: Promise<T>, busy: () => boolean): Promise<T> {
    let settled = false;
    const settle = () => {
      settled = true;
    };
    promise.then(settle, settle);
    for (;;) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (settled) return promise;
      if (!busy()) this.#next();
    }
  }

  #next(): void {
    const deadline = pop(this.#heap);
    if (!deadline) return;
    this.#now = deadline.at;
    deadline.run?.();
  }

  #start(timer: Timer, run: () => void, ms: number): Timer {
    // As Node has it: whole milliseconds, one at least.
    timer.deadline = this.at(this.#now + Math.max(1, Math.trunc(ms) || 0), () => {
      timer.deadline = undefined;
      if (timer.repeatMs) this.#start(timer, run, timer.repeatMs);
      run();
    });
    return timer;
  }
}

const before = (a: Deadline, b: Deadline): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Adds to a binary heap. */
function push(heap: Deadline[], added: Deadline): void {
  let i = heap.length;
  heap.push(added);
  for (let up = (i - 1) >> 1; i > 0 && before(added, heap[up] as Deadline); up = (i - 1) >> 1) {
    heap[i] = heap[up] as Deadline;
    i = up;
  }
  heap[i] = added;
}

/** Takes the first of a binary heap. */
function pop(heap: Deadline[]): Deadline | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (!first || !last || heap.length === 0) return first;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1] as Deadline, heap[child] as Deadline)) child++;
    if (!before(heap[child] as Deadline, last)) break;
    heap[i] = heap[child] as Deadline;
    i = child;
  }
  heap[i] = last;
  return first;
}
