// The arena: each frame the session is brought to the present, then everything is drawn from it.

import { neutralCommand } from '#shared/sim/commands.ts';
import { isDashing } from '#shared/sim/puck.ts';
import { PUCK } from '#shared/tuning.ts';
import type { ShownPuck } from '../net/sessionTypes.ts';
import type { Match } from '../ui/match.ts';
import { screen } from '../ui/screen.ts';
import { type Settings, settings } from '../ui/settings.ts';
import { drawAimLine } from '../view/aimLine.ts';
import { bakeAtlas } from '../view/atlas.ts';
import { BoltViews } from '../view/boltViews.ts';
import { BumperEffects } from '../view/bumperEffects.ts';
import { CameraRig } from '../view/cameraRig.ts';
import { drawEdgeMarkers } from '../view/edgeMarkers.ts';
import { Effects, type Stage } from '../view/effects.ts';
import { FlashGate } from '../view/flashGate.ts';
import { Glyphs } from '../view/glyphs.ts';
import { DamageNumbers } from '../view/numbers.ts';
import { ObjectiveEffects } from '../view/objectiveEffects.ts';
import { drawObjectives, type ObjectiveScene } from '../view/objectiveViews.ts';
import { type Coloring, seatColor, teamColor } from '../view/palette.ts';
import { Particles } from '../view/particles.ts';
import { drawPickups } from '../view/pickupViews.ts';
import { Picture } from '../view/picture.ts';
import { PuckViews } from '../view/puckViews.ts';
import { FadingSprites } from '../view/sprites.ts';
import { Strokes } from '../view/strokes.ts';
import { Trails } from '../view/trails.ts';
import { Ground } from './ground.ts';
import { Scene } from './phaser.ts';
import { AutoQuality, LOOKS, type Look } from './quality.ts';

/** A longer frame does not move effects on by more. */
const MAX_FRAME_S = 0.5;
const NO_LEAD = { x: 0, y: 0 };

export class ArenaScene extends Scene {
  #match: Match | undefined;
  #stopListening: (() => void)[] = [];
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
  #objectiveEffects!: ObjectiveEffects;
  #bumperEffects!: BumperEffects;
  #auto = new AutoQuality();
  /** What a spectator's devices say: their stick flies the camera. */
  readonly #flying = neutralCommand();
  #colors: Coloring = { palette: settings.value.palette, teams: 0 };
  #calm = settings.value.calm;
  readonly #flashes = new FlashGate();
  #onReady: () => void;
  readonly #onLook: (look: Look) => void;

  /** `onReady` is called when the art is there; `onLook` when the quality changes. */
  constructor(onReady: () => void, onLook: (look: Look) => void) {
    super('arena');
    this.#onReady = onReady;
    this.#onLook = onLook;
  }

  create(): void {
    bakeAtlas(this.textures, this.#colors);
    this.cameras.main.setBackgroundColor('#03040d');
    this.#rig = new CameraRig(this.cameras.main);
    this.#ground = new Ground(this);
    this.#picture = new Picture(this);
    this.#strokes = new Strokes(this.#picture.under);
    this.#pucks = new PuckViews(this, this.#picture, new Glyphs(this));
    this.#bolts = new BoltViews(this.#picture, this.#particles);
    this.#numbers = new DamageNumbers(this);
    const stage: Stage = {
      sprites: this.#sprites,
      particles: this.#particles,
      numbers: this.#numbers,
      camera: this.#rig,
      pucks: this.#pucks,
      grid: () => this.#ground.grid,
      colorOf: (slot) => seatColor(slot, this.#colors),
      teamColor: (team) => teamColor(team, this.#colors.palette),
      puckAt: (slot) => this.#match?.session.pucks.find((shown) => shown.slot === slot),
      me: () => this.#match?.session.me ?? -1,
      tells: (slot) => this.#tells(slot),
      map: () => this.#match?.session.map,
      objectives: () => this.#match?.session.objectives ?? [],
      calm: () => this.#calm,
      flashes: this.#flashes,
    };
    this.#effects = new Effects(stage);
    this.#objectiveEffects = new ObjectiveEffects(stage);
    this.#bumperEffects = new BumperEffects(stage);
    this.applySettings(settings.value);
    this.#onReady();
  }

  /** One's own bolts tell what they would do, or those of whom one watches; behind the menu all do. */
  #tells(slot: number): boolean {
    const match = this.#match;
    return match !== undefined && (isBackdrop(match) || slot === (match.session.me < 0 ? match.spectator.slot : match.session.me));
  }

  /** Shows a match, or nothing. */
  show(match: Match | undefined): void {
    for (const stop of this.#stopListening) stop();
    if (this.#match) this.#match.toPage = undefined;
    if (match) match.toPage = (x, y, out) => this.#rig.toPage(x, y, out);
    this.#match = match;
    this.#trails = new Trails();
    this.#rig.cut();
    const listeners = [this.#effects, this.#objectiveEffects, this.#bumperEffects];
    this.#stopListening = match ? listeners.map((listener) => match.listen(listener)) : [];
  }

  /** Takes over quality, calmness and the limit of flashes; colours are looked at with each frame. */
  applySettings({ quality, calm, limitFlashes }: Settings): void {
    const look = LOOKS[quality === 'auto' ? this.#auto.level : quality];
    this.#onLook(look);
    this.#ground.waves = look.waves && !calm;
    this.#ground.calm = calm;
    this.#bolts.lights = look.lights;
    this.#particles.amount = look.particles;
    this.#rig.calm = this.#calm = calm;
    this.#flashes.limited = limitFlashes;
    this.#ground.setBloom(look.bloom);
  }

  /** Seats have other colours in another palette, and in a match of teams. */
  #recolor(teams: number): void {
    const { palette } = settings.value;
    if (palette === this.#colors.palette && teams === this.#colors.teams) return;
    this.#colors = { palette, teams };
    bakeAtlas(this.textures, this.#colors);
  }

  /** The canvas has another size, or another number of pixels in a CSS pixel. */
  resize(resolution: number): void {
    this.#rig.resolution = resolution;
    // A phone that was turned sees all at once what there is to see.
    this.#rig.cut();
    this.#rig.touch = matchMedia('(pointer: coarse)').matches;
  }

  override update(time: number, delta: number): void {
    const match = this.#match;
    if (!match) return;
    const seconds = Math.min(MAX_FRAME_S, delta / 1000);
    match.session.frame(time, (command) => match.controls.sample(command));
    this.#ground.show(match.session.map);
    this.#recolor(match.session.mode.teams);
    this.#draw(match, seconds);
    if (settings.value.quality === 'auto' && this.#auto.frame(delta)) this.applySettings(settings.value);
  }

  #draw(match: Match, seconds: number): void {
    const { session } = match;
    const own = match.isOut ? undefined : session.pucks.find(({ me }) => me);
    this.#follow(match, own, seconds);
    this.#picture.begin();
    const scene = this.#sceneOf(match, own);
    drawPickups(session.map.pickups, session.state.pickups, session.present, this.#picture);
    drawObjectives(scene, this.#picture);
    if (own?.alive && session.phase !== 'results') drawAimLine(own, session.map, this.#strokes);
    this.#trails.draw(session.flights.all(), seconds, this.#strokes, (shown) => {
      this.#effects.muzzle(shown);
      match.onShot(shown);
    });
    this.#bolts.draw(session.flights.all(), this.#colors, seconds);
    const marked = own?.slot ?? (isBackdrop(match) ? -1 : match.spectator.slot);
    this.#pucks.draw(session.pucks, marked, (slot) => match.markedNameOf(slot), this.#colors, seconds);
    this.#effects.follow(session.pucks, ({ puck }) => isDashing(puck));
    this.#bumperEffects.follow(session.pucks);
    this.#flashes.advance(seconds);
    this.#sprites.draw(seconds, this.#picture.over);
    this.#particles.draw(seconds, this.#picture.over);
    this.#numbers.update(seconds);
    this.#ground.update(seconds);
    if (!isBackdrop(match)) drawEdgeMarkers(scene, this.#picture.over);
  }

  #sceneOf({ session }: Match, own: ShownPuck | undefined): ObjectiveScene {
    const { objectives, pucks, map, present } = session;
    const { view } = this.#rig;
    return { objectives, pucks, me: own?.slot ?? -1, map, present, colors: this.#colors, view, calm: this.#calm };
  }

  /** After one's own puck, led by the aim; a spectator looks where their choice or their stick leads. */
  #follow(match: Match, own: ShownPuck | undefined, seconds: number): void {
    const { session, controls, spectator } = match;
    const { map } = session;
    this.#rig.played = own !== undefined;
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
    // Who is out for a round keeps to the others.
    if (session.me < 0) controls.sample(this.#flying);
    const stick = session.me < 0 ? { x: this.#flying.mx / PUCK.stickMax, y: this.#flying.my / PUCK.stickMax } : NO_LEAD;
    const look = spectator.look(match.watchable, stick, map, seconds);
    if (spectator.camera === 'overview') this.#rig.whole(map, seconds);
    else if (spectator.camera === 'director') {
      const { view, cut } = match.direct(seconds);
      if (cut) this.#rig.cut();
      this.#rig.show(view, map, seconds);
    } else this.#rig.update(look.x, look.y, look.speed, NO_LEAD, map, seconds);
  }
}

/** Whether a match only runs behind the menu. */
function isBackdrop(match: Match): boolean {
  return screen.value.match !== match;
}
