// `npm start`: builds the page when it is missing, starts the server and prints the links.

import { links } from './links.ts';
import { run } from './run.ts';

await run(process.env, (config, port) => ['Carom is running:', ...links(config, port).map((link) => `  ${link}`)]);
