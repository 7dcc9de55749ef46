// Two files at a time: most tests wait for a server or a clock. Browsers draw in software and need a core each, so their
// files are spread among the others.

import { globSync } from 'node:fs';

const browsers = globSync('test/e2e/*.test.ts').sort();
const others = globSync('test/{sim,property,replay,room,netcode,ui,hostile}/*.test.ts').sort();
const share = Math.ceil(others.length / browsers.length);

export default {
  spec: browsers.flatMap((file, i) => [file, ...others.slice(i * share, (i + 1) * share)]),
  parallel: true,
  jobs: 2,
  timeout: 60_000,
  slow: 5000,
  'forbid-only': true,
  exit: true,
};
