// What a scene has at hand: a server, people who are in its rooms, and windows. All of it is put away after the scene.

import type { Browser } from 'playwright-core';
import type { RoomWishes } from '../../client/net/connection.ts';
import type { Settings } from '../../client/ui/settings.ts';
import { Player } from '../../test/support/player.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { ALL_HINTS } from '../support/hints.ts';
import type { Gallery } from './gallery.ts';
import { all, Visitor } from './visitor.ts';

/** Nobody is sent away for standing still, and results stay until they were looked at. */
const PATIENT = { IDLE: { warnTicks: 1e9, leaveTicks: 1e9 }, MATCH: { resultsTicks: 1e7 } };
/** Of a match that does not end while it is looked at. */
export const ENDLESS = { timeLimitS: 3600, scoreLimit: 200 };
/** As long as a name may be. */
export const LONG_NAME = 'Wolfgang Amadeus';

/** Gets the page into states, and takes each of them. */
export type Scene = (kit: Kit) => Promise<void>;

export class Kit {
  readonly server: TestServer;
  readonly #browser: Browser;
  readonly #gallery: Gallery;
  /** Of the windows that are wanted: with a mouse, with fingers. */
  readonly touches: readonly boolean[];
  #visitors: Visitor[] = [];
  #ends: (() => Promise<unknown>)[] = [];

  constructor(server: TestServer, browser: Browser, gallery: Gallery, touches: readonly boolean[]) {
    this.server = server;
    this.#browser = browser;
    this.#gallery = gallery;
    this.touches = touches;
  }

  /** The server of most scenes. */
  static startServer(env: Record<string, string> = {}, tuning: object = {}): Promise<TestServer> {
    return startTestServer({ TUNING: JSON.stringify({ ...PATIENT, ...tuning }), ...env });
  }

  /** Another server, with settings of its own. */
  async anotherServer(env: Record<string, string> = {}, tuning: object = {}): Promise<TestServer> {
    const server = await Kit.startServer(env, tuning);
    this.#ends.push(() => server.stop());
    return server;
  }

  /** The same address in a window with a mouse and in one with fingers, as far as they are wanted. */
  async visit(url: string, settings: Partial<Settings> = {}, touches = this.touches): Promise<Visitor[]> {
    return Promise.all(
      touches.map(async (touch) => {
        const named = { name: touch ? LONG_NAME : 'Nova', hintsSeen: ALL_HINTS, ...settings };
        const visitor = await Visitor.open(this.#browser, url, touch, named);
        this.#visitors.push(visitor);
        this.#ends.unshift(() => visitor.close());
        return visitor;
      }),
    );
  }

  /** The windows in a match, as players. A phone that stands upright is not asked to turn any more. */
  play(code: string, settings?: Partial<Settings>, { url } = this.server): Promise<Visitor[]> {
    return this.#enter(`${url}/?room=${code}`, settings);
  }

  /** The windows in a match, as spectators. */
  watch(code: string, settings?: Partial<Settings>, { url } = this.server): Promise<Visitor[]> {
    return this.#enter(`${url}/?watch=${code}`, settings);
  }

  async #enter(url: string, settings?: Partial<Settings>): Promise<Visitor[]> {
    const visitors = await this.visit(url, settings);
    await Promise.all(visitors.map((visitor) => visitor.inMatch()));
    for (const visitor of visitors) if (visitor.touch) await visitor.playUpright();
    return visitors;
  }

  /** Somebody who opens a match, with aces as bots unless said otherwise. */
  async host(wishes: RoomWishes, { url } = this.server, name = 'Ann'): Promise<Player> {
    return this.#leaves(await Player.open(url, name, { private: true, botLevel: 'ace', ...wishes }));
  }

  /** Somebody who joins it. */
  async joins(code: string, name: string, { url } = this.server): Promise<Player> {
    return this.#leaves(await Player.joins(url, code, name));
  }

  /** Somebody who watches it. */
  async watches(code: string, name: string, { url } = this.server): Promise<Player> {
    return this.#leaves(await Player.watches(url, code, name));
  }

  #leaves(player: Player): Player {
    this.#ends.unshift(() => player.leave());
    return player;
  }

  /** Takes what the windows show: see Gallery. */
  async take(state: string, visitors: readonly Visitor[], again?: (visitor: Visitor) => Promise<void>): Promise<void> {
    const others = this.#visitors.filter((visitor) => !visitors.includes(visitor) && !visitor.page.isClosed());
    // They would have both processors to themselves.
    await all(others, (visitor) => visitor.rest());
    await this.#gallery.take(state, visitors, again);
    await all(others, (visitor) => visitor.move());
  }

  /** The same once a test in the pages is true, held at that moment. Their time goes on afterwards. */
  async takeWhen(
    state: string,
    visitors: readonly Visitor[],
    test: () => unknown,
    again?: (visitor: Visitor) => Promise<void>,
  ): Promise<void> {
    await Promise.all(visitors.map((visitor) => visitor.holdWhen(test)));
    await this.take(state, visitors, again);
    await Promise.all(visitors.map((visitor) => visitor.release()));
  }

  /** What else is to be put away. */
  atEnd(close: () => Promise<unknown>): void {
    this.#ends.unshift(close);
  }

  /** Everybody leaves, and all is closed. */
  async end(): Promise<void> {
    for (const close of this.#ends.splice(0)) await close().catch(() => undefined);
  }
}
