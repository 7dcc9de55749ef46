import assert from 'node:assert/strict';
import { ConfigError, readConfig } from '../../server/config.ts';

const wrongs: [setting: string, value: string, right: RegExp][] = [
  ['PORT', 'abc', /a port from 0 to 65535/],
  ['PORT', '-1', /a port from 0 to 65535/],
  ['PORT', '65536', /a port from 0 to 65535/],
  ['PORT', '25.5', /a port from 0 to 65535/],
  ['PUBLIC_URL', 'carom.example', /an http or https address/],
  ['PUBLIC_URL', 'ftp://carom.example', /an http or https address/],
  ['LOG_LEVEL', 'loud', /one of .*warn.*info/],
  ['MAX_ROOMS', '0', /a number of rooms from 1 to 10000/],
  ['MAX_ROOMS', 'many', /a number of rooms from 1 to 10000/],
  ['REPLAY_LIMIT', '-5', /a number of recordings, 0 keeps none/],
  ['REPLAY_LIMIT', '1.5', /a number of recordings, 0 keeps none/],
  ['ALLOWED_ORIGINS', 'carom.example', /addresses like https:/],
  ['MAPS_DIR', '/nowhere/maps', /a folder/],
  ['MAPS_DIR', '/etc/hostname', /a folder/],
  ['TLS_CERT', '/nowhere/cert.pem', /a file that can be read/],
];

describe('a setting', () => {
  for (const [setting, value, right] of wrongs) {
    it(`${setting}=${value} stops the start with one line that names it, its value and what is right`, () => {
      assert.throws(
        () => readConfig({ [setting]: value }),
        (error) => {
          assert.ok(error instanceof ConfigError);
          assert.ok(!error.message.includes('\n'));
          assert.ok(error.message.includes(`${setting}=${value}`), error.message);
          assert.match(error.message, right);
          return true;
        },
      );
    });
  }

  it('that is a secret is not repeated', () => {
    assert.throws(
      () => readConfig({ ADMIN_PASSWORD: 'short' }),
      (error) => {
        assert.ok(error instanceof ConfigError && !error.message.includes('short') && error.message.startsWith('ADMIN_PASSWORD='));
        return true;
      },
    );
  });

  it('for a certificate needs the one for its key', () => {
    assert.throws(() => readConfig({ TLS_CERT: import.meta.filename }), /TLS_CERT and TLS_KEY belong together/);
  });

  it('that is not given or empty has its default', () => {
    const { PORT, HOST, DATA_DIR, PUBLIC_URL } = readConfig({ PORT: '', HOST: undefined });
    assert.deepEqual({ PORT, HOST, DATA_DIR, PUBLIC_URL }, { PORT: 2567, HOST: '0.0.0.0', DATA_DIR: './data', PUBLIC_URL: undefined });
  });

  it('that is good is taken', () => {
    const { PORT, PUBLIC_URL } = readConfig({ PORT: '0', PUBLIC_URL: 'https://carom.example/play' });
    assert.deepEqual({ PORT, PUBLIC_URL }, { PORT: 0, PUBLIC_URL: 'https://carom.example/play' });
  });

  it('of another program is none of ours', () => assert.equal('PATH' in readConfig({ PATH: '/bin' }), false));
});
