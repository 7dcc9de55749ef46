import assert from 'node:assert/strict';
import { Innocent, refused } from '../support/innocent.ts';
import { Noise } from '../support/noise.ts';
import { post, RawClient } from '../support/rawClient.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { letPass } from '../support/until.ts';

/** FC_SEED=n looks elsewhere, FC_RUNS=n multiplies how long. */
const seed = Number(process.env.FC_SEED ?? 20_260_101);
const factor = Number(process.env.FC_RUNS ?? 1);
const FRAMES = 18_000 * factor;
const BODIES = 2000 * factor;
const CLIENTS = 12;
/** Frames of a connection at once, and how long it rests after them: below what counts as a flood. */
const BURST = 10;
const REST_MS = 45;
const SHORT_OF_TIME_MS = 40_000 * factor;

/** A client that sends noise for as long as it is let, and returns to its seat when it is not. */
class Fuzzer {
  readonly sent: string[] = [];
  connections = 0;
  readonly #server: TestServer;
  readonly #code: string;
  readonly #noise: Noise;
  #client: RawClient | undefined;

  constructor(server: TestServer, code: string, noise: Noise) {
    this.#server = server;
    this.#code = code;
    this.#noise = noise;
  }

  async run(frames: number): Promise<void> {
    for (let i = 0; i < frames; i++) {
      if (!this.#client?.raw.isOpen) await this.#return();
      const frame = this.#noise.frame();
      this.sent.push(Buffer.from(frame).toString('hex'));
      if (this.sent.length > 40) this.sent.shift();
      // Now and then below the protocol of frames.
      if (this.#noise.below(300) === 0) this.#client?.raw.write(Buffer.from(frame));
      else this.#client?.raw.send(frame, this.#noise.below(60) ? 2 : this.#noise.below(16));
      if (i % BURST === 0) await letPass(REST_MS);
    }
    this.#client?.raw.destroy();
  }

  async #return(): Promise<void> {
    const old = this.#client;
    this.connections++;
    old?.raw.destroy();
    if (old)
      this.#client = await RawClient.take(this.#server.url, old.seat, true, `&reconnectionToken=${old.token}`).catch(() => undefined);
    // A goodbye frees the seat at once.
    if (!this.#client?.raw.isOpen) this.#client = await RawClient.join(this.#server.url, this.#code);
  }
}

describe(`noise of seed ${seed}`, function () {
  this.timeout(90_000 * factor);
  let server: TestServer;
  let ada: Innocent;
  before(async () => {
    server = await startTestServer({ MAX_ROOMS: '3' });
    ada = await Innocent.plays(server);
  });
  after(async () => {
    await ada.leave();
    await server.stop();
  });
  beforeEach(() => ada.begin());

  it(`${FRAMES} frames from ${CLIENTS} players of a room: it ticks on, and the process has nothing to say`, async () => {
    const begun = performance.now();
    const fuzzers = Array.from({ length: CLIENTS }, (_, i) => new Fuzzer(server, ada.code, new Noise(seed + i)));
    const last = () => fuzzers.map(({ sent }) => sent.slice(-12).join(' ')).join('\n');
    const runs = Promise.all(fuzzers.map((fuzzer) => fuzzer.run(Math.ceil(FRAMES / CLIENTS))));
    await runs.catch((error: Error) => assert.fail(`${error.message}\n${server.said().slice(-2000)}\n${last()}`));
    await ada.goesOn().catch((error: Error) => assert.fail(`${error.message}\n${last()}`));
    assert.ok(fuzzers.every(({ connections }) => connections > 1));
    assert.ok((await refused(server, 'frame')) > FRAMES / 500);
    assert.ok(performance.now() - begun < SHORT_OF_TIME_MS);
  });

  it(`${BODIES} bodies at the matchmaking: each gets a seat or a sentence`, async () => {
    const noise = new Noise(seed);
    for (let i = 0; i < BODIES; i += 8) {
      const cases = Array.from({ length: 8 }, () => [noise.path(ada.code), noise.body()] as const);
      const answers = await Promise.all(cases.map(([path, body]) => post(server.url, path, body)));
      answers.forEach(({ status, body, error }, k) => {
        const context = `${cases[k]?.join(' ')}: ${status} ${body}`;
        assert.ok(status === 200 || error.length > 8 || status === 404, context);
        assert.doesNotMatch(body, /node_modules|\n +at |Cannot read|is not a function/, context);
      });
    }
    await ada.goesOn();
  });
});
