// Phaser's sources have no types of their own: client/scenes/phaser.ts gives each the one that 'phaser' declares for it.

declare module 'phaser/src/*' {
  const value: unknown;
  export default value;
}
