// How Vite serves the page in development and builds it: root is client/, the result goes to dist/. In development the
// rooms run on Vite's own port.

import { join } from 'node:path';
import { colyseus } from 'colyseus/vite';
import { defineConfig } from 'vite';

const client = join(import.meta.dirname, 'client');

export default defineConfig(({ command }) => ({
  root: client,
  // Relative addresses: the page works below any path of a proxy.
  base: './',
  plugins: command === 'serve' ? colyseus({ serverEntry: join(import.meta.dirname, 'server/dev.ts'), quiet: true }) : [],
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2023',
    // Nothing as data: address, so that a strict content security policy holds.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: { input: [join(client, 'index.html'), join(client, 'monitor.html')] },
  },
}));
