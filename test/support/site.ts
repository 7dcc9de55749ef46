// What the tests of a file visit: a server of their own, and a Chromium.

import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startTestServer, type TestServer } from './server.ts';

export interface Site {
  readonly server: TestServer;
  readonly browser: Browser;
}

/** To be called in a `describe`: both are there from its first test to its last. `env` are the server's settings. */
export function useSite(env?: Record<string, string>): Site {
  const site = {} as { server: TestServer; browser: Browser };
  before(async () => {
    site.server = await startTestServer(env);
    site.browser = await launchBrowser();
  });
  after(async () => {
    await site.browser?.close();
    await site.server?.stop();
  });
  return site;
}
