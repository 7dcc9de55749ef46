// The camera: follows one's own puck, leads toward the aim, zooms out a little with speed, kicks at hits.

import type * as Phaser from 'phaser';
import type { ArenaMap } from '#shared/sim/map.ts';
import { DASH, TILE } from '#shared/tuning.ts';

/** Units that a screen shows: fairness between screens, and bolts thick enough on small ones. */
const VIEW = { width: 1600, height: 900 };
const LEAST = { width: 1200, height: 675 };
const LEAD = 120;
/** CSS pixels of pointing at which the camera leads fully. */
const FULL_LEAD_PX = 420;
/** Seconds to follow 63 % of the way. */
const FOLLOW_S = 0.12;
const LEAD_S = 0.22;
const SPEED_ZOOM = 0.05;
/** Units beyond the map that may come into view: room for the HUD, so that it hides nobody in a corner. */
const MARGIN = { x: 120, y: 150 };
/** The same where fingers lie on the picture, as a share of the view: one's own puck stays in the middle. */
const TOUCH_MARGIN = 0.45;
/** Share of the lead that fingers get: what they point at is near. */
const TOUCH_LEAD = { x: 0.9, y: 0.5 };
/** Seconds in which the camera of those who watch goes 63 % of the way; and what an overview shows around the arena, as a factor. */
const GLIDE_S = 0.16;
const WHOLE = 1.1;
/** The overview behind the menu: how far its middle wanders, as a share of the map, and how fast in radians a second. */
const WANDER = { x: 0.05, y: 0.035, speed: 0.11 };

export class CameraRig {
  readonly #camera: Phaser.Cameras.Scene2D.Camera;
  #x = 0;
  #y = 0;
  #leadX = 0;
  #leadY = 0;
  #speed = 0;
  #kick = 0;
  #time = 0;
  #placed = false;
  readonly #view = { x: 0, y: 0, width: 0, height: 0 };
  /** Canvas pixels in a CSS pixel. */
  resolution = 1;
  /** Neither shakes nor wanders. */
  calm = false;
  /** Whether the device is made for fingers. */
  touch = false;
  /** Whether somebody plays in the picture, and does not only watch. */
  played = false;

  constructor(camera: Phaser.Cameras.Scene2D.Camera) {
    this.#camera = camera;
  }

  /** Shakes by so many units, fading in a fifth of a second. */
  kick(units: number): void {
    if (!this.calm) this.#kick = Math.min(14, Math.max(this.#kick, units));
  }

  /** The next target is jumped to. */
  cut(): void {
    this.#placed = false;
  }

  /** Moves toward a point with a speed (units, u/s), led by a pointing vector in CSS pixels. */
  update(x: number, y: number, speed: number, lead: { x: number; y: number }, map: ArenaMap, seconds: number): void {
    const camera = this.#camera;
    const reach = Math.hypot(lead.x, lead.y);
    const share = reach > 0 ? Math.min(1, reach / FULL_LEAD_PX) / reach : 0;
    const leadBlend = this.#placed ? 1 - Math.exp(-seconds / LEAD_S) : 1;
    const blend = this.#placed ? 1 - Math.exp(-seconds / FOLLOW_S) : 1;
    const { touch } = this;
    this.#leadX += (lead.x * share * LEAD * (touch ? TOUCH_LEAD.x : 1) - this.#leadX) * leadBlend;
    this.#leadY += (lead.y * share * LEAD * (touch ? TOUCH_LEAD.y : 1) - this.#leadY) * leadBlend;
    this.#x += (x - this.#x) * blend;
    this.#y += (y - this.#y) * blend;
    this.#speed += (Math.min(1, speed / DASH.speed) - this.#speed) * leadBlend;
    this.#placed = true;
    const zoom = this.#fit() * (1 - (this.calm || touch ? 0 : SPEED_ZOOM * this.#speed));
    camera.setZoom(zoom);
    const halfWidth = camera.width / zoom / 2;
    const halfHeight = camera.height / zoom / 2;
    this.#shake(seconds);
    const wide = touch && this.played ? 2 * TOUCH_MARGIN : 0;
    const marginX = Math.max(MARGIN.x, wide * halfWidth);
    const marginY = Math.max(MARGIN.y, wide * halfHeight);
    const cx = within(this.#x + this.#leadX, halfWidth, map.cols * TILE, marginX) + this.#kick * Math.sin(this.#time * 97);
    const cy = within(this.#y + this.#leadY, halfHeight, map.rows * TILE, marginY) + this.#kick * Math.sin(this.#time * 113 + 1);
    camera.setScroll(cx - camera.width / 2, cy - camera.height / 2);
  }

  /** The part of the world that is in the picture. The camera's own `worldView` is still that of the frame before. */
  get view(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    const { width, height, zoom, scrollX, scrollY } = this.#camera;
    const view = this.#view;
    view.width = width / zoom;
    view.height = height / zoom;
    // It zooms around its middle.
    view.x = scrollX + (width - view.width) / 2;
    view.y = scrollY + (height - view.height) / 2;
    return view;
  }

  /** Over the whole arena, slowly wandering: what the menu has behind it. */
  overview(map: ArenaMap, seconds: number): void {
    const camera = this.#camera;
    const width = map.cols * TILE;
    const height = map.rows * TILE;
    if (!this.calm) this.#time += seconds;
    this.#kick = 0;
    // At most as near as in play, and as far as it takes for the arena to fill the page.
    const zoom = Math.min(this.#fit(), Math.max(camera.width / width, camera.height / height));
    camera.setZoom(zoom);
    // On an upright page, where it cannot fill all, it lies above what is to be read.
    const above = Math.max(0, camera.height / zoom - height) / 2;
    const cx = width * (0.5 + WANDER.x * Math.sin(this.#time * WANDER.speed));
    const cy = height * (0.5 + WANDER.y * Math.sin(this.#time * WANDER.speed * 1.7)) + above;
    camera.setScroll(cx - camera.width / 2, cy - camera.height / 2);
  }

  /** Shows a part of the arena, as large as it gets; glides there, unless the last target was cut. For those who watch. */
  show(part: { x: number; y: number; width: number; height: number }, map: ArenaMap, seconds: number): void {
    const camera = this.#camera;
    const glide = this.#placed ? 1 - Math.exp(-seconds / GLIDE_S) : 1;
    const wanted = Math.min(camera.width / part.width, camera.height / part.height);
    const zoom = this.#placed ? camera.zoom + (wanted - camera.zoom) * glide : wanted;
    this.#x += (part.x - this.#x) * glide;
    this.#y += (part.y - this.#y) * glide;
    this.#leadX = this.#leadY = this.#speed = 0;
    this.#placed = true;
    this.#shake(seconds);
    camera.setZoom(zoom);
    const cx = within(this.#x, camera.width / zoom / 2, map.cols * TILE, MARGIN.x) + this.#kick * Math.sin(this.#time * 97);
    const cy = within(this.#y, camera.height / zoom / 2, map.rows * TILE, MARGIN.y) + this.#kick * Math.sin(this.#time * 113 + 1);
    camera.setScroll(cx - camera.width / 2, cy - camera.height / 2);
  }

  /** The whole arena at once. */
  whole(map: ArenaMap, seconds: number): void {
    const width = map.cols * TILE;
    const height = map.rows * TILE;
    this.show({ x: width / 2, y: height / 2, width: width * WHOLE, height: height * WHOLE }, map, seconds);
  }

  /** A world place on the page, in CSS pixels. */
  toPage(x: number, y: number, out: { x: number; y: number }): void {
    const camera = this.#camera;
    const zoom = camera.zoom;
    out.x = ((x - camera.scrollX - camera.width / 2) * zoom + camera.width / 2) / this.resolution;
    out.y = ((y - camera.scrollY - camera.height / 2) * zoom + camera.height / 2) / this.resolution;
  }

  #fit(): number {
    const { width, height } = this.#camera;
    if (this.touch) return Math.min(width / LEAST.width, height / LEAST.height);
    const zoom = Math.max(width / VIEW.width, height / VIEW.height);
    return Math.min(zoom, width / LEAST.width, height / LEAST.height);
  }

  #shake(seconds: number): void {
    this.#time += seconds;
    this.#kick *= Math.exp(-seconds / 0.07);
    if (this.#kick < 0.1) this.#kick = 0;
  }
}

/** A centre from which the view stays on the map; the middle when the map is smaller than the view. */
function within(centre: number, half: number, size: number, margin: number): number {
  const low = half - margin;
  const high = size - half + margin;
  return low > high ? size / 2 : Math.max(low, Math.min(high, centre));
}
