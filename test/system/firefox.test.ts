// The recordings once more, in Firefox. Not among the default tests, because Firefox comes from the system:
//   apt-get install firefox-esr
//   node_modules/.bin/node node_modules/.bin/mocha --no-config --timeout 180000 --exit test/system/firefox.test.ts
// FIREFOX_PATH names another program. The page runs what Chromium and QuickJS run, and posts its verdicts back.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from '#shared/replay/play.ts';
import { type Recorded, recordings, replayBundle } from '../support/replayBundle.ts';

const FIREFOX = process.env.FIREFOX_PATH ?? 'firefox-esr';

const RUN = `
const post = (body) => fetch('/verdicts', { method: 'POST', body: JSON.stringify(body) });
fetch('/recordings').then((answer) => answer.json()).then(
  (all) => post({ agent: navigator.userAgent, verdicts: all.map(({ hex, map }) => playRecording(hex, map)) }),
).catch((error) => post({ error: String(error) }));`;

interface Report {
  agent: string;
  verdicts: Verdict[];
  error?: string;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}

/** Serves the page until it has posted its verdicts. */
async function serve(bundle: string, all: Recorded[]): Promise<{ url: string; report: Promise<Report>; close: () => void }> {
  const pages: Record<string, [type: string, body: string]> = {
    '/': ['text/html', '<!doctype html><title>Carom</title><script src="bundle.js"></script><script src="run.js"></script>'],
    '/bundle.js': ['text/javascript', bundle],
    '/run.js': ['text/javascript', RUN],
    '/recordings': ['application/json', JSON.stringify(all.map(({ hex, map }) => ({ hex, map })))],
  };
  const posted = Promise.withResolvers<Report>();
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') posted.resolve(JSON.parse(await bodyOf(request)) as Report);
    const [type, body] = pages[request.url ?? ''] ?? ['text/plain', ''];
    response.setHeader('content-type', type).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, report: posted.promise, close };
}

/** Opens a page in a Firefox with a profile of its own. */
function open(url: string): { failed: Promise<never>; close: () => Promise<void> } {
  const home = mkdtempSync(join(tmpdir(), 'carom-firefox-'));
  const child = spawn(FIREFOX, ['--headless', '--no-remote', '--profile', home, url], {
    env: { ...process.env, HOME: home },
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new Error(`no Firefox: set FIREFOX_PATH or install firefox-esr (${error.message})`)));
    child.once('exit', (code) => reject(new Error(`${FIREFOX} ended with code ${code}`)));
  });
  failed.catch(() => {});
  return {
    failed,
    async close() {
      child.kill();
      if (child.pid) await gone;
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

describe('a recorded match', function () {
  this.timeout(180_000);

  it('plays in Firefox to the same hashes', async () => {
    const all = recordings();
    const page = await serve(await replayBundle(), all);
    const firefox = open(page.url);
    try {
      const { agent, verdicts, error } = await Promise.race([page.report, firefox.failed]);
      assert.equal(error, undefined);
      assert.match(agent, /Firefox/);
      assert.deepEqual(
        verdicts.map(({ ok, finalHash }) => [ok, finalHash]),
        all.map(({ finalHash }) => [true, finalHash]),
      );
    } finally {
      await firefox.close();
      page.close();
    }
  });
});
