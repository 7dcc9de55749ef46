// Which pages may open a socket or call the API from a browser: the server's own, and those that the host names.

/**
 * Whether a request with this Origin header is welcome. Programs send none and are: the header protects people's
 * browsers, it does not keep programs out. A browser's must equal the Host, or be one of `allowed`.
 */
export function isAllowedOrigin(origin: string | undefined, host: string | undefined, allowed: readonly string[]): boolean {
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  return url !== undefined && url.host === host;
}
