// Sprites without objects: whoever draws adds rectangles of the atlas anew each frame, and one game object hands them all
// to Phaser's batch. An Image costs several calls, a matrix product and half a dozen setters a frame; a rectangle here is
// eleven numbers. What lies outside the picture is left out.

import type * as Phaser from 'phaser';
import { GameObjects, TintModes } from '../scenes/phaser.ts';
import { ATLAS } from './atlas.ts';

type Context = Phaser.Renderer.WebGL.DrawingContext;
type Batch = Phaser.Renderer.WebGL.RenderNodes.BatchHandlerQuad;

/** Numbers a rectangle takes: its middle, the vectors to its right and to its lower edge, and u, v of two corners. */
const NUMBERS = 10;
/** Room at first; it doubles when it is full. */
const START = 256;
/** Pixels around the picture in which rectangles are still drawn: bloom lets them shine in. */
const MARGIN = 64;
const OPTIONS = { multiTexturing: true };
const WHITE = 0xffffffff;

export class Quads extends GameObjects.Image {
  readonly #frames = new Map<string, Phaser.Textures.Frame>();
  #numbers = new Float32Array(START * NUMBERS);
  /** Alpha and colour, 0xaarrggbb. */
  #tints = new Uint32Array(START);
  #count = 0;

  /** An empty picture at a depth; all that is added to it is blended in one way. */
  constructor(scene: Phaser.Scene, depth: number, blendMode: Phaser.BlendModes) {
    super(scene, 0, 0, ATLAS);
    this.setDepth(depth).setBlendMode(blendMode);
    scene.add.existing(this);
  }

  /** Starts a new frame. */
  begin(): void {
    this.#count = 0;
  }

  /** Adds a frame of the atlas: its middle, turned by `rotation`, a texel `scaleX` by `scaleY` units large. */
  add(name: string, x: number, y: number, rotation: number, scaleX: number, scaleY: number, color: number, alpha: number): void {
    const frame = this.#frames.get(name) ?? this.#find(name);
    const halfWidth = frame.width * 0.5 * scaleX;
    const halfHeight = frame.height * 0.5 * scaleY;
    const cos = rotation === 0 ? 1 : Math.cos(rotation);
    const sin = rotation === 0 ? 0 : Math.sin(rotation);
    const opaque = alpha < 0 ? 0 : alpha > 1 ? 255 : (alpha * 255) | 0;
    const at = this.#next(((opaque << 24) | color) >>> 0);
    this.#place(at, x, y, cos * halfWidth, sin * halfWidth, -sin * halfHeight, cos * halfHeight);
    this.#cut(at, frame.u0, frame.v0, frame.u1, frame.v1);
  }

  /** Adds a strip from one point to another; texture places (u, v) are of its start at the left and its end at the right. */
  strip(x0: number, y0: number, x1: number, y1: number, width: number, u0: number, v0: number, u1: number, v1: number): void {
    const dx = (x1 - x0) * 0.5;
    const dy = (y1 - y0) * 0.5;
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length < 0.005) return;
    const half = (width * 0.5) / length;
    const at = this.#next(WHITE);
    this.#place(at, x0 + dx, y0 + dy, dx, dy, -dy * half, dx * half);
    this.#cut(at, u0, v0, u1, v1);
  }

  /** Called by Phaser in this object's turn, without a `this`. */
  renderWebGL(_renderer: unknown, self: Quads, context: Context): void {
    self.#submit(context);
  }

  #submit(context: Context): void {
    const batch = (this.defaultRenderNodes as { BatchHandler?: Batch }).BatchHandler;
    const { camera } = context;
    if (!batch || !camera) return;
    const { a, b, c, d, e, f } = camera.getViewMatrix(!context.useCanvas);
    const right = context.width + MARGIN;
    const bottom = context.height + MARGIN;
    const { glTexture } = this.frame.source;
    const n = this.#numbers;
    for (let i = 0, at = 0; i < this.#count; i++, at += NUMBERS) {
      const mx = n[at] as number;
      const my = n[at + 1] as number;
      const ax = n[at + 2] as number;
      const ay = n[at + 3] as number;
      const bx = n[at + 4] as number;
      const by = n[at + 5] as number;
      const x = mx * a + my * c + e;
      const y = mx * b + my * d + f;
      const px = ax * a + ay * c;
      const py = ax * b + ay * d;
      const qx = bx * a + by * c;
      const qy = bx * b + by * d;
      const reachX = Math.abs(px) + Math.abs(qx);
      const reachY = Math.abs(py) + Math.abs(qy);
      if (x + reachX < -MARGIN || x - reachX > right || y + reachY < -MARGIN || y - reachY > bottom) continue;
      const u = n[at + 6] as number;
      const v = n[at + 7] as number;
      const tint = this.#tints[i] as number;
      // Corners: upper and lower left, upper and lower right.
      batch.batch(
        context,
        glTexture as Phaser.Renderer.WebGL.Wrappers.WebGLTextureWrapper,
        x - px - qx,
        y - py - qy,
        x - px + qx,
        y - py + qy,
        x + px - qx,
        y + py - qy,
        x + px + qx,
        y + py + qy,
        u,
        v,
        n[at + 8] as number,
        n[at + 9] as number,
        TintModes.MULTIPLY,
        tint,
        tint,
        tint,
        tint,
        OPTIONS,
      );
    }
  }

  #find(name: string): Phaser.Textures.Frame {
    const frame = this.texture.get(name);
    this.#frames.set(name, frame);
    return frame;
  }

  /** Takes the next place. */
  #next(tint: number): number {
    if (this.#count === this.#tints.length) this.#grow();
    this.#tints[this.#count] = tint;
    return this.#count++ * NUMBERS;
  }

  #place(at: number, x: number, y: number, ax: number, ay: number, bx: number, by: number): void {
    const n = this.#numbers;
    n[at] = x;
    n[at + 1] = y;
    n[at + 2] = ax;
    n[at + 3] = ay;
    n[at + 4] = bx;
    n[at + 5] = by;
  }

  #cut(at: number, u0: number, v0: number, u1: number, v1: number): void {
    const n = this.#numbers;
    n[at + 6] = u0;
    n[at + 7] = v0;
    n[at + 8] = u1 - u0;
    n[at + 9] = v1 - v0;
  }

  #grow(): void {
    const numbers = new Float32Array(this.#numbers.length * 2);
    const tints = new Uint32Array(this.#tints.length * 2);
    numbers.set(this.#numbers);
    tints.set(this.#tints);
    this.#numbers = numbers;
    this.#tints = tints;
  }
}
