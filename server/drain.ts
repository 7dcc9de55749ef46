// This process is about to be stopped: it opens no rooms and takes nobody by quick play; the matches that run go on to
// their end. Those who have a room's code still get in.

type Listener = (on: boolean) => void;

class Drain {
  readonly #listeners = new Set<Listener>();
  #on = false;
  /** Whether other processes take over: whoever played here goes on there by themselves. */
  others = false;

  get on(): boolean {
    return this.#on;
  }

  set(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    for (const listener of this.#listeners) listener(on);
  }

  /** Calls back when it begins or is called off. Returns what ends that. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The process's own. */
export const drain = new Drain();
