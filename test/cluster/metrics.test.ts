import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Player } from '../support/player.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const DEPLOY = join(import.meta.dirname, '../../deploy');
/** Names in a query, by how those of this game and of Node begin. */
const NAME = /\b(?:carom|process|nodejs)_\w+/g;

describe('what an operator graphs', function () {
  this.timeout(60_000);
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server?.stop());

  const read = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();
  const figureIn = (text: string, name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);

  it('is there: each figure that the dashboard and the alerts name', async () => {
    const text = await read();
    const there = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const { panels } = JSON.parse(readFileSync(join(DEPLOY, 'grafana-dashboard.json'), 'utf8')) as {
      panels: { targets: { expr: string }[] }[];
    };
    const queries = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    const rules = [...readFileSync(join(DEPLOY, 'prometheus-rules.yml'), 'utf8').matchAll(/expr: (.+)/g)].map(([, expr]) => expr as string);
    const asked = [...queries, ...rules].flatMap((query) => query.match(NAME) ?? []);
    assert.ok(queries.length > 10 && rules.length > 5 && asked.length > 20, `${queries.length} ${rules.length} ${asked.length}`);
    assert.deepEqual(
      asked.filter((name) => !there.has(name)),
      [],
    );
  });

  it('never shrinks where it is a total: what a closed room counted stays', async () => {
    const ada = await Player.open(server.url, 'Ada');
    await ada.sees('ticks', () => ada.session.state.tick > 60);
    const atFirst = await read();
    await ada.leave();
    let later = await read();
    while (figureIn(later, 'carom_rooms') > 0) later = await read();
    for (const name of ['carom_ticks_total', 'carom_room_bytes_sent_total']) {
      assert.ok(figureIn(atFirst, name) > 0 && figureIn(later, name) >= figureIn(atFirst, name), name);
    }
  });
});
