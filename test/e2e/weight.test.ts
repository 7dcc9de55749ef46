import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'playwright-core';
import { DIST } from '../../server/http.ts';
import { Person } from '../support/page.ts';
import { useSite } from '../support/site.ts';

/** Bytes as they come over the line: what a page needs to show the menu, and all until a match runs. */
const MENU_BYTES = 75_000;
const MATCH_BYTES = 380_000;

describe('what a page weighs', function () {
  this.timeout(120_000);
  const site = useSite();

  it('what the page itself asks for is enough for the menu, and little', () => {
    const page = readFileSync(join(DIST, 'index.html'), 'utf8');
    const files = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => join(DIST, `${file}.br`));
    assert.ok(files.length >= 2, 'a script and styles');
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, statSync(join(DIST, 'index.html.br')).size);
    assert.ok(bytes <= MENU_BYTES, `${bytes} bytes`);
    assert.doesNotMatch(page, /assets\/(start|net|around)-/, 'the game comes behind the menu');
  });

  it('until a match runs it stays within its budget; all but the page is packed and kept for good', async () => {
    const ada = await Person.open(site.browser, 'about:blank', { name: 'Ada' });
    ada.page.setDefaultTimeout(90_000);
    const responses: Response[] = [];
    ada.page.on('response', (response) => responses.push(response));
    await ada.page.goto(site.server.url);
    await ada.page.getByRole('button', { name: 'Play', exact: true }).click();
    await ada.hasPuck();
    const page = responses.filter((response) => response.url().startsWith(site.server.url));
    const sizes = await Promise.all(page.map(async (response) => (await response.request().sizes()).responseBodySize));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(bytes > 100_000 && bytes <= MATCH_BYTES, `${bytes} bytes`);
    const built = page.filter((response) => response.url().includes('/assets/'));
    assert.ok(built.length > 3);
    for (const response of built) {
      const headers = response.headers();
      assert.match(response.url(), /-[\w-]{8}\.\w+$/, 'named by what is in it');
      assert.match(headers['cache-control'] ?? '', /max-age=31536000.*immutable/, response.url());
      if (/\.(js|css)$/.test(response.url())) assert.equal(headers['content-encoding'], 'br', response.url());
    }
    const itself = responses.find((response) => response.url() === `${site.server.url}/`);
    assert.equal(itself?.headers()['cache-control'], 'no-cache');
    await ada.close();
  });
});
