// A player of the laboratory: the SDK's room, the client's own session and a bot's brain with good reflexes, at sixty frames
// a second of a device whose clock may be wrong and which may fall asleep.

import { Bot } from '#shared/bots/bot.ts';
import { copyCommand } from '#shared/sim/commands.ts';
import { random } from '#shared/sim/rng.ts';
import { BUTTON, type Command } from '#shared/sim/types.ts';
import { fetchMap, firstState, type MatchConnection } from '../../../client/net/connection.ts';
import { MatchSession } from '../../../client/net/session.ts';
import { WorldView } from '../../../client/net/worldView.ts';
import type { VirtualClock } from './clock.ts';
import type { Setup } from './profiles.ts';
import { Reflexes } from './reflexes.ts';
import { Screen } from './screen.ts';
import type { LabLine } from './sockets.ts';

const FRAME_MS = 1000 / 60;
/** A frame is late or early by so much at most. */
const FRAME_NOISE_MS = 1;

export class LabPlayer {
  readonly session: MatchSession;
  readonly screen: Screen;
  readonly setup: Setup;
  readonly line: LabLine;
  /** Runs after each frame. */
  onFrame: (ms: number) => void = () => {};
  readonly #clock: VirtualClock;
  readonly #seeded: { rng: number };
  readonly #reflexes: Reflexes;
  readonly #view: WorldView;
  #bot: Bot | undefined;

  private constructor(session: MatchSession, setup: Setup, line: LabLine, clock: VirtualClock, seed: number) {
    this.session = session;
    this.setup = setup;
    this.line = line;
    this.screen = new Screen(session);
    this.#clock = clock;
    this.#seeded = { rng: seed >>> 0 };
    this.#reflexes = new Reflexes(seed + 1);
    this.#view = new WorldView(session);
  }

  /** Takes a connection over, once its state and its map have come. */
  static async start(room: MatchConnection, setup: Setup, line: LabLine, clock: VirtualClock, seed: number): Promise<LabPlayer> {
    await firstState(room);
    return new LabPlayer(new MatchSession(room, await fetchMap(room)), setup, line, clock, seed);
  }

  get asleep(): boolean {
    return this.line.asleep;
  }

  /** Plays from now on. */
  play(): void {
    const start = this.#clock.now + random(this.#seeded) * FRAME_MS;
    this.#frameAt(start, 0);
    const { stallEveryS = 0, stallMs = 0, sleepEveryS = 0, sleepMs = 0 } = this.setup;
    if (stallEveryS) this.#every(stallEveryS, () => this.line.stall(stallMs));
    if (sleepEveryS) this.#every(sleepEveryS, () => this.#sleep(sleepMs));
  }

  #frameAt(start: number, count: number): void {
    const noise = (random(this.#seeded) * 2 - 1) * FRAME_NOISE_MS;
    this.#clock.at(start + count * FRAME_MS + noise, () => {
      this.#frameAt(start, count + 1);
      if (!this.asleep) this.#frame();
    });
  }

  #frame(): void {
    const { now } = this.#clock;
    this.session.frame(now * (this.setup.clock ?? 1), this.#sample);
    this.screen.look(now);
    this.onFrame(now);
  }

  /** Each player at another moment of the interval. */
  #every(seconds: number, run: () => void): void {
    const again = () => {
      run();
      this.#clock.at(this.#clock.now + seconds * 1000, again);
    };
    this.#clock.at(this.#clock.now + (0.3 + random(this.#seeded)) * seconds * 1000, again);
  }

  #sleep(ms: number): void {
    this.line.asleep = true;
    this.#clock.at(this.#clock.now + ms, () => this.line.wake());
  }

  readonly #sample = (command: Command): void => {
    const { me, pucks, flights, present, own } = this.session;
    if (this.#bot?.slot !== me) this.#bot = new Bot(me, this.#seeded.rng);
    copyCommand(command, this.#bot.think(this.#view.look()));
    const shown = pucks.find((puck) => puck.me);
    if (!own?.alive || !shown) return;
    this.#reflexes.act(command, own, shown.x, shown.y, flights.all(), present);
    // A held trigger fires; a press that is held would not dash or parry a second time.
    if (command.buttons & BUTTON.parry) command.buttons &= ~BUTTON.fire;
  };
}
