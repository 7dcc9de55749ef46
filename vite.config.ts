// How Vite serves the page in development and builds it: root is client/, the result goes to dist/. In development the
// rooms run on Vite's own port.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { colyseus } from 'colyseus/vite';
import { defineConfig, type Plugin } from 'vite';
import { leanPhaser } from './scripts/support/leanPhaser.ts';

const client = join(import.meta.dirname, 'client');
const dist = join(import.meta.dirname, 'dist');

/** Packs what was built once and for all, so that the server only hands it out. */
function packFiles(): Plugin {
  return {
    name: 'pack-files',
    writeBundle({ dir = dist }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        const file = join(dir, name);
        if (!/\.(js|css|html|svg)$/.test(name) || !statSync(file).isFile()) continue;
        const bytes = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(bytes));
        writeFileSync(`${file}.gz`, gzipSync(bytes));
      }
    },
  };
}

export default defineConfig(({ command }) => ({
  root: client,
  // Relative addresses: the page works below any path of a proxy.
  base: './',
  plugins:
    command === 'build'
      ? [leanPhaser(process.env.PHASER === 'full'), packFiles()]
      : [leanPhaser(true), colyseus({ serverEntry: join(import.meta.dirname, 'server/dev.ts'), quiet: true })],
  server: { port: Number(process.env.PORT) || 2567, host: true },
  build: {
    outDir: dist,
    emptyOutDir: true,
    target: 'es2023',
    // Nothing as data: address, so that a strict content security policy holds.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    // How long our own plugins take is no news on a slow machine.
    rolldownOptions: { checks: { pluginTimings: false }, input: [join(client, 'index.html'), join(client, 'monitor.html')] },
  },
}));
