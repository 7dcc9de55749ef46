// What events look like: sparks and a flash on the wall that a bolt strikes, rings and waves at hits and kills, the
// parry's snap. Flashes of the whole picture there are none: bright spots stay small.

import type { MatchEvent } from '#shared/net/messages.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { DID } from '#shared/sim/puck.ts';
import type { Objective } from '#shared/sim/types.ts';
import { BOLT, TILE } from '#shared/tuning.ts';
import type { SessionListener, ShownPuck } from '../net/sessionTypes.ts';
import type { Bounce, ShownBolt } from '../net/shownBolt.ts';
import type { CameraRig } from './cameraRig.ts';
import type { FlashGate } from './flashGate.ts';
import type { Grid } from './grid.ts';
import type { DamageNumbers } from './numbers.ts';
import type { Particles } from './particles.ts';
import type { PuckViews } from './puckViews.ts';
import type { FadingSprites } from './sprites.ts';

/** What the effects are made of. */
export interface Stage {
  sprites: FadingSprites;
  particles: Particles;
  numbers: DamageNumbers;
  camera: CameraRig;
  pucks: PuckViews;
  /** Missing where the floor is plain. */
  grid(): Grid | undefined;
  colorOf(slot: number): number;
  teamColor(team: number): number;
  /** A puck at its shown place. */
  puckAt(slot: number): ShownPuck | undefined;
  me(): number;
  /** Whether the bounces of a seat's bolts show their damage: one's own, or those of whom one watches. */
  tells(slot: number): boolean;
  /** What is played on and fought over. */
  map(): ArenaMap | undefined;
  objectives(): readonly Objective[];
  /** Fewer and smaller lights. */
  calm(): boolean;
  /** Keeps bright flashes rare. */
  flashes: FlashGate;
}

type EventOf<T extends MatchEvent['type']> = Extract<MatchEvent, { type: T }>;
const WHITE = 0xffffff;

export class Effects implements SessionListener {
  readonly #stage: Stage;
  /** Where pucks were seen last: a kill comes when the puck is gone already. */
  readonly #lastPlaces: { x: number; y: number }[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  onEvent(event: MatchEvent): void {
    if (event.type === 'hit') this.#hit(event);
    else if (event.type === 'kill') this.#kill(event);
    else if (event.type === 'parry') this.#parry(event);
    else if (event.type === 'block') this.#block(event);
    else if (event.type === 'spawn') this.#spawn(event);
  }

  /** What was seen on the map before lies elsewhere on this one: nothing is gone to from there. */
  onMap(): void {
    this.#lastPlaces.length = 0;
    this.#stage.camera.cut();
  }

  onBounce({ x, y, level, counted, owner }: Bounce): void {
    const { sprites, particles, colorOf, flashes } = this.#stage;
    const color = colorOf(owner);
    const bright = flashes.allowsFrequent;
    if (!counted) {
      particles.sparks(x, y, color, 2);
      if (bright) sprites.add('glow', x, y, color, 0.35, 0.2, 0.1, 0.5);
      return;
    }
    particles.sparks(x, y, color, 5 + level * 3);
    if (bright) {
      sprites.add('glow', x, y, color, 0.7 + level * 0.35, 0.3, 0.22);
      sprites.add('glow', x, y, WHITE, 0.3 + level * 0.12, 0.1, 0.12);
    }
    sprites.add('ring', x, y, color, 0.05, 0.16 + level * 0.08, 0.3, 0.8);
    if (bright) this.#flashWall(x, y, color, level);
    // What it would hit for now: the rule, told where it happens.
    if (this.#stage.tells(owner)) this.#stage.numbers.add(x, y - 26, BOLT.damage[level] as number, level, color);
    if (level >= 2) this.#stage.grid()?.blast(x, y, 4 * level, 240);
  }

  /** One's own acts are shown at the press. */
  onAct(did: number): void {
    const own = this.#stage.puckAt(this.#stage.me());
    if (!own) return;
    if (did & DID.dash) this.#dash(own.x, own.y, own.slot);
  }

  /** A new flight is seen: light at its muzzle. */
  muzzle(shown: ShownBolt): void {
    const { sprites, colorOf, flashes } = this.#stage;
    if (!flashes.allowsFrequent) return;
    const color = colorOf(shown.bolt.owner);
    const x = shown.x + shown.dx * 14;
    const y = shown.y + shown.dy * 14;
    sprites.add('glow', x, y, color, 0.7, 0.25, 0.12);
    sprites.add('glow', x, y, WHITE, 0.28, 0.1, 0.08);
  }

  /** Remembers where pucks are; dashes leave dust. */
  follow(pucks: readonly ShownPuck[], dashing: (shown: ShownPuck) => boolean): void {
    for (const shown of pucks) {
      if (!shown.alive) continue;
      this.#lastPlaces[shown.slot] ??= { x: 0, y: 0 };
      const place = this.#lastPlaces[shown.slot] as { x: number; y: number };
      place.x = shown.x;
      place.y = shown.y;
      if (dashing(shown)) {
        this.#stage.particles.dust(shown.x, shown.y, this.#stage.colorOf(shown.slot));
        this.#stage.sprites.add('glow', shown.x, shown.y, this.#stage.colorOf(shown.slot), 0.5, 0.2, 0.24, 0.5);
      }
    }
  }

  /** The two lights along the struck wall: the bolt's square touches it on one side. */
  #flashWall(x: number, y: number, color: number, level: number): void {
    const flat = wallIsFlat(x, y);
    const angle = flat ? 0 : Math.PI / 2;
    this.#stage.sprites.add('bar', x, y, color, 0.6, 1.1 + level * 0.45, 0.36, 1, angle);
    this.#stage.sprites.add('bar', x, y, WHITE, 0.3, 0.5 + level * 0.2, 0.2, 0.35 + level * 0.2, angle);
  }

  #hit({ slot, by, damage, level, x, y }: EventOf<'hit'>): void {
    const { sprites, particles, numbers, camera, pucks, colorOf, me, flashes } = this.#stage;
    const flash = flashes.allows(false);
    if (flash) pucks.flash(slot);
    particles.sparks(x, y, colorOf(by), 10 + level * 5);
    particles.debris(x, y, colorOf(slot), 6 + level * 2);
    sprites.add('ring', x, y, colorOf(slot), 0.08, 0.34 + level * 0.06, 0.32, 0.9);
    if (flash) sprites.add('glow', x, y, colorOf(by), 0.9 + level * 0.25, 0.3, 0.15);
    numbers.add(x + 44, y - 40, damage, level);
    this.#stage.grid()?.blast(x, y, 8 + level * 4, 260);
    if (slot === me()) camera.kick(2 + damage * 0.07);
    else if (by === me()) camera.kick(1 + damage * 0.025);
  }

  #kill({ slot, by, level }: EventOf<'kill'>): void {
    const place = this.#lastPlaces[slot];
    if (!place) return;
    const { sprites, particles, camera, colorOf, me } = this.#stage;
    const { x, y } = place;
    const color = colorOf(slot);
    particles.sparks(x, y, color, 46);
    particles.sparks(x, y, WHITE, 8);
    particles.debris(x, y, color, 34);
    sprites.add('ring', x, y, color, 0.1, 1.35, 0.7);
    sprites.add('ring', x, y, color, 0.05, 0.9, 0.55, 0.7);
    sprites.add('ring', x, y, WHITE, 0.05, 0.55, 0.4);
    const still = this.#stage.calm();
    if (this.#stage.flashes.allows(!still)) sprites.add('glow', x, y, color, still ? 1.2 : 3.2, 1, 0.36, still ? 0.5 : 1);
    this.#stage.grid()?.blast(x, y, 30, 420);
    if (slot === me()) camera.kick(10);
    else if (by === me()) camera.kick(5 + level);
  }

  #parry({ slot, x, y }: EventOf<'parry'>): void {
    const { sprites, particles, pucks, camera, colorOf, me } = this.#stage;
    pucks.snap(slot);
    particles.sparks(x, y, WHITE, 14);
    sprites.add('ring', x, y, WHITE, 0.06, 0.42, 0.3);
    if (this.#stage.flashes.allows(false)) sprites.add('glow', x, y, colorOf(slot), 1.4, 0.4, 0.2);
    this.#stage.grid()?.blast(x, y, 12, 300);
    if (slot === me()) camera.kick(3);
  }

  #block({ slot, x, y }: EventOf<'block'>): void {
    const { sprites, particles, colorOf } = this.#stage;
    particles.sparks(x, y, colorOf(slot), 8);
    sprites.add('shield', x, y, colorOf(slot), 0.45, 0.62, 0.25);
  }

  #spawn({ slot, x, y }: EventOf<'spawn'>): void {
    const { sprites, camera, colorOf, me, flashes } = this.#stage;
    sprites.add('ring', x, y, colorOf(slot), 0.55, 0.08, 0.5);
    if (flashes.allows(false)) sprites.add('glow', x, y, colorOf(slot), 1.8, 0.5, 0.5, 0.8);
    this.#stage.grid()?.blast(x, y, -14, 280);
    if (slot === me()) camera.cut();
  }

  #dash(x: number, y: number, slot: number): void {
    this.#stage.sprites.add('ring', x, y, this.#stage.colorOf(slot), 0.3, 0.12, 0.25, 0.8);
  }
}

/** Whether the wall that a bolt touches at a place lies along x: then its edge is above or below, on the tiles' lines. */
function wallIsFlat(x: number, y: number): boolean {
  return distanceToLine(y) < distanceToLine(x);
}

function distanceToLine(value: number): number {
  const near = (edge: number): number => Math.abs(edge / TILE - Math.round(edge / TILE));
  return Math.min(near(value - BOLT.half), near(value + BOLT.half));
}
