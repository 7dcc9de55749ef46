// One's own puck, ahead of the server: each command is applied at once with the simulation's own step, and each
// snapshot is compared with what was predicted for it. Equal means nothing to do; else the puck is set to the
// server's word and the commands since then are applied again.

import { copyCommand, neutralCommand } from '#shared/sim/commands.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { stepPuck } from '#shared/sim/puck.ts';
import type { Command, Puck } from '#shared/sim/types.ts';
import { ErrorOffset } from './errorOffset.ts';

/** Power of two above COMMANDS.maxUnacknowledged. */
const RING = 64;

/** What a command decides, and therefore what must be equal. The rest (health, score) is the server's alone. */
const PREDICTED = [
  'x',
  'y',
  'vx',
  'vy',
  'step',
  'energyFullAt',
  'shotReadyAt',
  'dashFullAt',
  'dashEndsAt',
  'parryEndsAt',
  'parryReadyAt',
  'shieldEndsAt',
  'rootedUntil',
  'overcharge',
  'carries',
  'life',
  'alive',
] as const satisfies readonly (keyof Puck)[];

/** What the server alone decides: a caught bolt shortens the parry's cooldown, pickups and flags change hands. */
const NEWS: ReadonlySet<string> = new Set(['parryReadyAt', 'overcharge', 'carries']);

export class Prediction {
  /** After the last command. */
  readonly puck: Puck;
  /** Before the last command. */
  readonly before: Puck;
  readonly error = new ErrorOffset();
  /** Snapshots of a living puck that did not agree, and the largest step that one made on the screen, in units. */
  corrections = 0;
  largestCorrection = 0;

  #map: ArenaMap;
  readonly #commands: Command[] = Array.from({ length: RING }, neutralCommand);
  readonly #states: Puck[];
  #sequence = 0;
  /** Until the first command is acknowledged the server steps the puck on its own. */
  #settled = false;

  /** Starts from a puck as received. */
  constructor(puck: Puck, map: ArenaMap) {
    this.puck = { ...puck };
    this.before = { ...puck };
    this.#map = map;
    this.#states = Array.from({ length: RING }, () => ({ ...puck }));
  }

  /** Applies a command that was sent as number `sequence`. Returns bits of DID. */
  apply(sequence: number, command: Command): number {
    this.#sequence = sequence;
    copyCommand(this.#commands[sequence % RING] as Command, command);
    return this.#step(sequence);
  }

  /** Compares with a snapshot that has taken `acknowledged` commands. Returns whether it agreed. */
  reconcile(server: Puck, acknowledged: number): boolean {
    const known = acknowledged > 0 && this.#sequence - acknowledged < RING;
    const predicted = this.#states[acknowledged % RING] as Puck;
    if (known && PREDICTED.every((name) => predicted[name] === server[name])) {
      this.#settled = true;
      this.#adoptRest(server);
      return true;
    }
    const { x, y } = this.puck;
    // A death, a new life, a new match, and what others give or take: news, not a wrong guess.
    const wrong = PREDICTED.some((name) => !NEWS.has(name) && predicted[name] !== server[name]);
    const newLife = predicted.alive !== server.alive || predicted.life !== server.life;
    const foreseeable = this.#settled && known && wrong && !newLife && predicted.step <= server.step;
    this.#settled ||= acknowledged > 0;
    Object.assign(this.puck, server);
    Object.assign(this.before, server);
    if (known) Object.assign(predicted, server);
    for (let sequence = Math.max(acknowledged + 1, this.#sequence - RING + 1); sequence <= this.#sequence; sequence++) this.#step(sequence);
    const moved = newLife ? this.error.clear() : this.error.add(x - this.puck.x, y - this.puck.y);
    if (foreseeable) {
      this.corrections++;
      this.largestCorrection = Math.max(this.largestCorrection, moved);
    }
    return false;
  }

  /** The match goes on elsewhere. */
  changeMap(map: ArenaMap): void {
    this.#map = map;
    this.unsettle();
  }

  /** Nothing is foreseen until the next command is acknowledged. */
  unsettle(): void {
    this.#settled = false;
  }

  /** After a reconnect commands count from 1 again. */
  reset(server: Puck): void {
    this.#sequence = 0;
    this.#settled = false;
    Object.assign(this.puck, server);
    Object.assign(this.before, server);
  }

  #step(sequence: number): number {
    Object.assign(this.before, this.puck);
    const did = stepPuck(this.puck, this.#commands[sequence % RING] as Command, this.#map);
    Object.assign(this.#states[sequence % RING] as Puck, this.puck);
    return did;
  }

  #adoptRest(server: Puck): void {
    this.puck.health = server.health;
    this.puck.guard = server.guard;
    this.puck.respawnTick = server.respawnTick;
    this.puck.score = server.score;
    this.puck.kills = server.kills;
    this.puck.deaths = server.deaths;
  }
}
