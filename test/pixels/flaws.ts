// What the pixel tests must notice: ways to break the picture that is shown. They run inside the studio's page, so they use
// nothing from outside.

/** The floor is empty. */
export async function hideGrid(): Promise<void> {
  const { game } = await window.studio.inside();
  for (const object of game.scene.getScene('arena').children.list) {
    if (object.type === 'Shader') (object as unknown as { visible: boolean }).visible = false;
  }
}

/** Bolts and what they light have no glow, nor has anything else. */
export async function eraseGlow(): Promise<void> {
  const { game } = await window.studio.inside();
  const texture = game.textures.get('atlas') as unknown as Atlas;
  for (const name of ['glow', 'halo']) {
    const { cutX, cutY, cutWidth, cutHeight } = texture.get(name);
    texture.context.clearRect(cutX, cutY, cutWidth, cutHeight);
  }
  texture.refresh();
}

/** Whose puck is whose is not to be seen. */
export async function greyPucks(): Promise<void> {
  const { game } = await window.studio.inside();
  const texture = game.textures.get('atlas') as unknown as Atlas;
  const { context } = texture;
  for (let slot = 0; slot < 16; slot++) {
    const { cutX, cutY, cutWidth, cutHeight } = texture.get(`puck${slot}`);
    const image = context.getImageData(cutX, cutY, cutWidth, cutHeight);
    for (let i = 0; i < image.data.length; i += 4) image.data.fill(Math.max(...image.data.subarray(i, i + 3)), i, i + 3);
    context.putImageData(image, cutX, cutY);
  }
  texture.refresh();
}

interface Atlas {
  context: CanvasRenderingContext2D;
  get(name: string): { cutX: number; cutY: number; cutWidth: number; cutHeight: number };
  refresh(): void;
}
