// Where the rooms are, and the chunk that reaches them.

/** Beside the page, also below a proxy's path. */
export const SERVER = new URL('.', location.href).href.replace(/\/$/, '');

let loading: Promise<typeof import('../net/index.ts')> | undefined;

/** The network, loaded once; a failure is forgotten, so that the next try loads again. */
export function loadNet(): Promise<typeof import('../net/index.ts')> {
  loading ??= import('../net/index.ts').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
