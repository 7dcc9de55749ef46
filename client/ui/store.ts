// A value that tells its listeners when it changes: what the DOM is drawn from.

import { useLayoutEffect, useState } from 'preact/hooks';

export class Store<T extends object> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  /** Changes some fields. */
  set(patch: Partial<T>): void {
    this.#value = { ...this.#value, ...patch };
    for (const listener of this.#listeners) listener();
  }

  /** Calls back after each change. Returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The store's value inside a component, which is drawn again when it changes. */
export function useStore<T extends object>(store: Store<T>): T {
  const [, redraw] = useState({});
  const { value } = store;
  // Before the picture is shown: what is pressed in the first one would else change nothing until the next.
  useLayoutEffect(() => {
    if (store.value !== value) redraw({});
    return store.subscribe(() => redraw({}));
  }, [store]);
  return value;
}
