// A Chromium for tests and screenshots, with WebGL 2 drawn in software: the one at CHROME_PATH, otherwise the one that
// npm's @sparticuz/chromium carries, unpacked once into node_modules/.cache. It needs no root and nothing installed.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '../..');
const PARTS = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
const FLAGS = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-precise-memory-info',
  '--font-render-hinting=none',
];

interface Program {
  executablePath: string;
  env: Record<string, string | undefined>;
}

/** Starts the browser; whoever calls closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  const { executablePath, env } = CHROME_PATH ? { executablePath: CHROME_PATH, env: process.env } : await unpacked();
  const defined = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return chromium.launch({ executablePath, env: defined, args: FLAGS });
}

async function unpacked(): Promise<Program> {
  const source = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const home = join(ROOT, `node_modules/.cache/chromium-${version}`);
  if (!existsSync(home)) await unpack(join(source, 'bin'), home);
  const libraries = [process.env.LD_LIBRARY_PATH, join(home, 'al2023/lib')].filter(Boolean).join(':');
  const env = { ...process.env, FONTCONFIG_PATH: join(home, 'fonts'), LD_LIBRARY_PATH: libraries };
  return { executablePath: join(home, 'chromium'), env };
}

/** Unpacks beside the place and moves there at once, so that two processes do not see half of it. */
async function unpack(source: string, home: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const folder = `${home}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  // It unpacks to the system's folder for temporary files, wherever that is.
  process.env.TMPDIR = folder;
  try {
    await Promise.all(PARTS.map((part) => inflate(join(source, part))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  // Its own list of font folders fits another system, and without any font Chromium does not start.
  const fonts = `<dir>${join(home, 'fonts/fonts')}</dir><cachedir>${join(home, 'font-cache')}</cachedir>`;
  writeFileSync(
    join(folder, 'fonts/fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${fonts}</fontconfig>`,
  );
  try {
    renameSync(folder, home);
  } catch {
    rmSync(folder, { recursive: true });
  }
}
