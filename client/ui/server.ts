// Where the rooms are, and the chunk that reaches them.

/** Beside the page, also below a proxy's path. */
export const SERVER = new URL('.', location.href).href.replace(/\/$/, '');

let loading: Promise<typeof import('../net/index.ts')> | undefined;

/** The network, loaded once. */
export function loadNet(): Promise<typeof import('../net/index.ts')> {
  loading ??= import('../net/index.ts');
  return loading;
}
