import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { Innocent, refused } from '../support/innocent.ts';
import { exchange } from '../support/rawSocket.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const TOKEN = 'a token of the metrics';

describe('what everybody may ask for', function () {
  this.timeout(30_000);
  let server: TestServer;
  let ada: Innocent;
  before(async () => {
    server = await startTestServer({ METRICS_TOKEN: TOKEN });
    ada = await Innocent.plays(server);
  });
  after(async () => {
    await ada.goesOn();
    await ada.leave();
    await server.stop();
  });

  const get = (path: string, more = '') =>
    exchange(server.port, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${more}Connection: close\r\n\r\n`);

  it('no path leads out of the page’s own folder', async () => {
    const up = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..\\', '..%5c', '%252e%252e%252f', '....//', '..;/', '.%00./', '%c0%ae%c0%ae/'];
    const targets = ['package.json', 'server/app.ts', 'data/admin-password', 'etc/passwd', 'proc/self/environ'];
    for (const start of ['/', '/assets/', '//', '/monitor/colyseus/', '/./', '/api/']) {
      for (const step of up) {
        for (const target of targets) {
          for (const depth of [1, 3, 8]) {
            const said = await get(start + step.repeat(depth) + target);
            assert.doesNotMatch(said, /"private": true|startServer|root:|PATH=|DATA_DIR/, start + step + target);
          }
        }
      }
    }
    const secret = readFileSync(join(server.dataDir, 'admin-password'), 'utf8').trim();
    for (const path of [
      '/admin-password',
      '/data/admin-password',
      server.dataDir,
      `/${server.dataDir}/admin-password`,
      '/.env',
      '/.git/config',
      '/dist/index.html',
    ])
      assert.ok(!(await get(path)).includes(secret), path);
  });

  it('paths that cannot be decoded, queries without end and odd ranges get an answer', async () => {
    for (const path of [
      '/%',
      '/%ff',
      '/%00',
      '/assets/%',
      `/?${'a[]=1&'.repeat(1500)}`,
      '/?__proto__[x]=1',
      `/${'a/'.repeat(4000)}`,
      '/index.html%00.js',
    ])
      assert.match(await get(path), /^HTTP\/1.1 [2345]\d\d /, path.slice(0, 30));
    for (const range of ['bytes=-1', 'bytes=0-', 'bytes=9-1', 'bytes=0-0,1-1,2-2', `bytes=${'0-1,'.repeat(2000)}`, 'lines=1'])
      assert.match(await get('/', `Range: ${range}\r\n`), /^HTTP\/1.1 [24]\d\d /, range.slice(0, 20));
    assert.doesNotMatch(await get('/%ff'), /node_modules| at /);
  });

  it('the page allows no script or style but its own, no frame of others, and tells nothing of its server', async () => {
    for (const path of ['/', '/healthz', '/api/rooms', '/nothing', '/matchmake/create/match', '/__healthcheck']) {
      const { headers } = await fetch(server.url + path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'self'/, path);
      assert.match(policy, /script-src 'self'(;|$)/, path);
      assert.match(policy, /style-src 'self'(;|$)/, path);
      assert.match(policy, /object-src 'none'/, path);
      assert.match(policy, /base-uri 'none'/, path);
      assert.match(policy, /frame-ancestors 'self'/, path);
      assert.doesNotMatch(policy, /unsafe|\*/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.equal(headers.get('x-powered-by'), null, path);
      assert.equal(headers.get('strict-transport-security'), null, `${path}: plain http in a local network goes on to work`);
    }
  });

  it('the built page holds no script or style of its own that the policy would forbid', async () => {
    const page = await (await fetch(`${server.url}/`)).text();
    assert.doesNotMatch(page, /<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=|javascript:/i);
  });

  it('the metrics want their token, even on this machine', async () => {
    const before = await counted();
    for (const header of [
      '',
      `Authorization: ${TOKEN}\r\n`,
      'Authorization: Bearer x\r\n',
      `Authorization: Bearer ${TOKEN}x\r\n`,
      `Authorization: bearer ${TOKEN}\r\n`,
      'Authorization: Bearer \r\n',
    ])
      assert.match(await get('/metrics', header), /^HTTP\/1.1 403 .*need the token/s, header);
    assert.match(await get(`/metrics?token=${encodeURIComponent(TOKEN)}`), /^HTTP\/1.1 403 /);
    assert.equal((await counted()) - before, 7);
  });

  async function counted(): Promise<number> {
    const text = await (await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text();
    assert.match(text, /^carom_rooms 1$/m);
    return Number(/carom_refusals_total\{reason="metrics"\} (\d+)/.exec(text)?.[1] ?? 0);
  }
});

describe('the metrics without a token', () => {
  it('answer this machine only, and nobody who comes through a proxy or says so', async function () {
    this.timeout(20_000);
    const server = await startTestServer({ HOST: '0.0.0.0' });
    const headers = { 'x-forwarded-for': '127.0.0.1' };
    assert.equal((await fetch(`${server.url}/metrics`)).status, 200);
    assert.equal((await fetch(`${server.url}/metrics`, { headers })).status, 403);
    const outside = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { address } of outside.filter(({ family, internal }) => family === 'IPv4' && !internal))
      assert.equal((await fetch(`http://${address}:${server.port}/metrics`)).status, 403, address);
    assert.ok((await refused(server, 'metrics')) >= 1);
    await server.stop();
  });
});
