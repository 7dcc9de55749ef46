// What a tab keeps for itself: it survives a refresh and is not shared with other tabs. Storage may be forbidden: then
// a refresh is a new visit.

const TOKEN = 'carom.return';
const RELOADED = 'carom.reloaded';

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Nowhere to keep it.
  }
}

/** The key to one's seat. */
export const returnToken = {
  set: (token: string): void => {
    write(TOKEN, token);
    write(RELOADED, null);
  },
  clear: (): void => write(TOKEN, null),
  /** Gives it once: a duplicated tab must not fight for the seat. */
  take: (): string | null => {
    const token = read(TOKEN);
    write(TOKEN, null);
    return token;
  },
};

/** The page is from another version than the server: reloads it, but only once. Returns whether it does. */
export function reloadOnce(): boolean {
  if (read(RELOADED)) return false;
  write(RELOADED, 'yes');
  location.reload();
  return true;
}
