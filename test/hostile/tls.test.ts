import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { connect as connectSecurely } from 'node:tls';
import { promisify } from 'node:util';
import { PASSWORD } from '../support/admin.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

/** Valid for localhost until 2120; its key is public, so it is worth nothing elsewhere. */
const CERT = join(import.meta.dirname, 'tls/test-cert.pem');
const KEY = join(import.meta.dirname, 'tls/test-key.pem');
const GUEST = join(import.meta.dirname, '../support/secureGuest.ts');

describe('with a certificate', function () {
  this.timeout(40_000);
  let server: TestServer;
  const ca = readFileSync(CERT);
  before(async () => {
    server = await startTestServer({ TLS_CERT: CERT, TLS_KEY: KEY, ADMIN_PASSWORD: PASSWORD });
  });
  after(() => server.stop());

  function ask(path: string, method = 'GET', body?: string): Promise<IncomingMessage> {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body ?? '') };
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port: server.port, path, method, headers, ca }, (answer) => resolve(answer.resume()))
        .on('error', reject)
        .end(body);
    });
  }

  it('an SDK client joins over wss and plays', async () => {
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: CERT };
    const { stdout } = await promisify(execFile)(process.execPath, [GUEST, `https://127.0.0.1:${server.port}`], { env });
    assert.equal(stdout, 'wss: Ada\n');
  });

  it('the page is for https from now on, and the panel’s cookie too', async () => {
    const page = await ask('/healthz');
    assert.match(page.headers['strict-transport-security'] ?? '', /max-age=\d{7}/);
    const session = await ask('/api/admin/login', 'POST', JSON.stringify({ password: PASSWORD }));
    assert.match(session.headers['set-cookie']?.[0] ?? '', /; Secure(;|$)/);
  });

  it('plain text, old protocols and handshakes without an end are hung up on, and the server goes on', async () => {
    const plain = connect(server.port, '127.0.0.1', () => plain.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'))
      .on('error', () => {})
      .resume();
    const half = connect(server.port, '127.0.0.1', () => half.write(Buffer.from([22, 3, 1, 2, 0, 1])))
      .on('error', () => {})
      .resume();
    const old = connectSecurely({
      port: server.port,
      host: '127.0.0.1',
      ca,
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    }).on('error', () => {});
    await until(() => [plain, half, old].every(({ destroyed }) => destroyed), { what: 'the end of all three', timeoutMs: 20_000 });
    assert.equal((await ask('/healthz')).statusCode, 200);
    assert.doesNotMatch(server.said(), /uncaught|unhandled/i);
  });
});
