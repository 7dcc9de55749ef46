// The arena: each frame the session is brought to the present, then everything is drawn from it.

import * as Phaser from 'phaser';
import { neutralCommand } from '#shared/sim/commands.ts';
import { isDashing } from '#shared/sim/puck.ts';
import { PUCK } from '#shared/tuning.ts';
import type { ShownPuck } from '../net/session.ts';
import type { Match } from '../ui/match.ts';
import { screen } from '../ui/screen.ts';
import { type Settings, settings } from '../ui/settings.ts';
import { drawAimLine } from '../view/aimLine.ts';
import { bakeAtlas } from '../view/atlas.ts';
import { BoltViews } from '../view/boltViews.ts';
import { CameraRig } from '../view/cameraRig.ts';
import { drawEdgeMarkers } from '../view/edgeMarkers.ts';
import { Effects } from '../view/effects.ts';
import { Glyphs } from '../view/glyphs.ts';
import { DamageNumbers } from '../view/numbers.ts';
import { slotColor } from '../view/palette.ts';
import { Particles } from '../view/particles.ts';
import { Picture } from '../view/picture.ts';
import { PuckViews } from '../view/puckViews.ts';
import { FadingSprites } from '../view/sprites.ts';
import { Strokes } from '../view/strokes.ts';
import { Trails } from '../view/trails.ts';
import { Ground } from './ground.ts';
import { AutoQuality, LOOKS, type Look } from './quality.ts';

/** A longer frame does not move effects on by more. */
const MAX_FRAME_S = 0.5;
const NO_LEAD = { x: 0, y: 0 };

export class ArenaScene extends Phaser.Scene {
  #match: Match | undefined;
  #stopListening: (() => void) | undefined;
  #rig!: CameraRig;
  #ground!: Ground;
  #picture!: Picture;
  #strokes!: Strokes;
  #trails = new Trails();
  #pucks!: PuckViews;
  #bolts!: BoltViews;
  readonly #sprites = new FadingSprites();
  readonly #particles = new Particles();
  #numbers!: DamageNumbers;
  #effects!: Effects;
  #auto = new AutoQuality();
  /** What a spectator's devices say: their stick flies the camera. */
  readonly #flying = neutralCommand();
  #palette = settings.value.palette;
  /** Whether the device is made for fingers. */
  #touch = false;
  #onReady: () => void;
  readonly #onLook: (look: Look) => void;

  /** `onReady` is called when the art is there; `onLook` when the quality changes. */
  constructor(onReady: () => void, onLook: (look: Look) => void) {
    super('arena');
    this.#onReady = onReady;
    this.#onLook = onLook;
  }

  create(): void {
    bakeAtlas(this.textures, this.#palette);
    this.cameras.main.setBackgroundColor('#03040d');
    this.#rig = new CameraRig(this.cameras.main);
    this.#ground = new Ground(this);
    this.#picture = new Picture(this);
    this.#strokes = new Strokes(this.#picture.under);
    this.#pucks = new PuckViews(this, this.#picture, new Glyphs(this));
    this.#bolts = new BoltViews(this.#picture);
    this.#numbers = new DamageNumbers(this);
    this.#effects = new Effects({
      sprites: this.#sprites,
      particles: this.#particles,
      numbers: this.#numbers,
      camera: this.#rig,
      pucks: this.#pucks,
      grid: () => this.#ground.grid,
      colorOf: (slot) => slotColor(slot, this.#palette),
      puckAt: (slot) => this.#match?.session.pucks.find((shown) => shown.slot === slot),
      me: () => this.#match?.session.me ?? -1,
    });
    this.applySettings(settings.value);
    this.#onReady();
  }

  /** Shows a match, or nothing. */
  show(match: Match | undefined): void {
    this.#stopListening?.();
    this.#match = match;
    this.#trails = new Trails();
    this.#rig.cut();
    this.#stopListening = match?.listen(this.#effects);
  }

  /** Takes over quality, colours and calmness. */
  applySettings({ quality, palette, calm }: Settings): void {
    const look = LOOKS[quality === 'auto' ? this.#auto.level : quality];
    this.#onLook(look);
    this.#ground.waves = look.waves && !calm;
    this.#bolts.lights = look.lights;
    this.#particles.amount = look.particles;
    this.#rig.calm = this.#effects.calm = calm;
    this.#ground.setBloom(look.bloom);
    if (palette === this.#palette) return;
    this.#palette = palette;
    bakeAtlas(this.textures, palette);
  }

  /** The canvas has another size, or another number of pixels in a CSS pixel. */
  resize(resolution: number): void {
    this.#rig.resolution = resolution;
    this.#touch = matchMedia('(pointer: coarse)').matches;
  }

  override update(time: number, delta: number): void {
    const match = this.#match;
    if (!match) return;
    const seconds = Math.min(MAX_FRAME_S, delta / 1000);
    match.session.frame(time, (command) => match.controls.sample(command));
    this.#ground.show(match.session.map);
    this.#draw(match, seconds);
    if (settings.value.quality === 'auto' && this.#auto.frame(delta)) this.applySettings(settings.value);
  }

  #draw(match: Match, seconds: number): void {
    const { session } = match;
    const own = session.pucks.find(({ me }) => me);
    this.#follow(match, own, seconds);
    this.#picture.begin();
    if (own?.alive && session.phase !== 'results') drawAimLine(own, session.map, this.#strokes);
    this.#trails.draw(session.flights.all(), seconds, this.#strokes, (shown) => {
      this.#effects.muzzle(shown);
      match.onShot(shown);
    });
    this.#bolts.draw(session.flights.all(), this.#palette);
    const marked = own?.slot ?? (isBackdrop(match) ? -1 : match.spectator.slot);
    this.#pucks.draw(session.pucks, marked, (slot) => match.nameOf(slot), this.#palette, seconds);
    this.#effects.follow(session.pucks, ({ puck }) => isDashing(puck));
    this.#sprites.draw(seconds, this.#picture.over);
    this.#particles.draw(seconds, this.#picture.over);
    this.#numbers.update(seconds);
    this.#ground.update(seconds);
    if (own) drawEdgeMarkers(session.pucks, this.cameras.main.worldView, this.#palette, this.#picture.over);
  }

  /** After one's own puck, led by the aim; a spectator looks where their choice or their stick leads. */
  #follow(match: Match, own: ShownPuck | undefined, seconds: number): void {
    const { session, controls, spectator } = match;
    const { map, pucks } = session;
    this.#rig.use = this.#touch ? 'touch' : own ? 'play' : 'watching';
    if (own) {
      const speed = own.alive ? Math.hypot(own.puck.vx, own.puck.vy) : 0;
      this.#rig.update(own.x, own.y, speed, own.alive ? controls.lead : NO_LEAD, map, seconds);
      this.#rig.toPage(own.x, own.y, controls.origin);
      return;
    }
    if (isBackdrop(match)) {
      this.#rig.overview(map, seconds);
      return;
    }
    controls.sample(this.#flying);
    const stick = { x: this.#flying.mx / PUCK.stickMax, y: this.#flying.my / PUCK.stickMax };
    const look = spectator.look(pucks, stick, seconds);
    this.#rig.update(look.x, look.y, look.speed, NO_LEAD, map, seconds);
  }
}

/** Whether a match only runs behind the menu. */
function isBackdrop(match: Match): boolean {
  return screen.value.match !== match;
}
