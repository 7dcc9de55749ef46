// The page of the studio: the game's own scene, drawn frame by frame on demand, always alike. `window.studio` is its handle.

import { readTiledMap } from '#shared/maps/tiled.ts';
import { TICK_MS } from '#shared/tuning.ts';
import { MatchSession } from '../../client/net/session.ts';
import type { MatchSource } from '../../client/net/source.ts';
import { type ArenaGame, startGame } from '../../client/scenes/start.ts';
import { Match } from '../../client/ui/match.ts';
import { screen } from '../../client/ui/screen.ts';
import { type Settings, settings } from '../../client/ui/settings.ts';
import '../../client/ui/styles/index.css';
import { type Setting, StudioMatch } from './studioMatch.ts';

/** What is to be drawn. */
export interface Wishes {
  /** Text of a .tmj file. */
  map: string;
  setting: Setting;
  settings: Partial<Settings>;
  /** Slot that the camera follows; without it the whole arena is seen. */
  follow?: number;
}

/** Numbers that look random and are the same each time: particles fly by them. */
function seedRandom(seed: number): void {
  let state = seed >>> 0;
  Math.random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

class Studio {
  readonly #arena: Promise<ArenaGame>;
  #now = 0;
  #source: StudioMatch | undefined;
  #match: Match | undefined;

  constructor() {
    this.#arena = startGame(document.getElementById('arena') as HTMLElement, () => {}).then((arena) => {
      arena.game.loop.sleep();
      return arena;
    });
  }

  /** Sets up a match; nothing moves before `run`. */
  async open({ map, setting, settings: wanted, follow = -1 }: Wishes): Promise<void> {
    const { show } = await this.#arena;
    seedRandom(setting.seed);
    settings.set(wanted);
    this.#match?.dispose();
    const arenaMap = readTiledMap('studio', map);
    this.#source = new StudioMatch(arenaMap, setting);
    const session = new MatchSession<MatchSource>(this.#source, arenaMap);
    this.#match = new Match(session, document.body, follow);
    screen.set({ match: follow < 0 ? undefined : this.#match });
    show(this.#match);
    this.#now = 0;
  }

  /** Moves on by so many ticks and hands out the picture of the last. */
  async film(ticks: number): Promise<string> {
    const { game } = await this.#arena;
    await this.run(ticks);
    return game.canvas.toDataURL();
  }

  /** Moves on by so many ticks; what falls between is reckoned but not drawn, the last is. */
  async run(ticks: number): Promise<void> {
    const { game } = await this.#arena;
    const scene = game.scene.getScene('arena');
    for (let i = 1; i < ticks; i++) scene.update(this.#nextMs(), TICK_MS);
    game.step(this.#nextMs(), TICK_MS);
  }

  #nextMs(): number {
    this.#now += TICK_MS;
    return this.#now;
  }

  /** Draws once more what is there, and hands it out as a file of a type, as a data: address. */
  async picture(type = 'image/png', quality = 1): Promise<string> {
    const { game } = await this.#arena;
    // In one task with drawing it: the browser keeps nothing of it for longer.
    game.step(this.#now, 0);
    return game.canvas.toDataURL(type, quality);
  }

  /** The game and what it shows, for who wants to change it. */
  async inside(): Promise<{ game: ArenaGame['game']; match: Match | undefined; source: StudioMatch | undefined }> {
    const { game } = await this.#arena;
    return { game, match: this.#match, source: this.#source };
  }
}

declare global {
  interface Window {
    studio: Studio;
  }
}

window.studio = new Studio();
