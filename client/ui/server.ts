// Where the rooms are.

/** Beside the page, also below a proxy's path. */
export const SERVER = new URL('.', location.href).href.replace(/\/$/, '');
