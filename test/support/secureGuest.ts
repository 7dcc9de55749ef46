// Joins a match at an address with the SDK and prints what came: a process of its own, because only a fresh one trusts the
// certificate that NODE_EXTRA_CA_CERTS names.

import { Player } from './player.ts';

const player = await Player.open(process.argv[2] as string, 'Ada');
player.play().deed = { mx: 127 };
const { tick } = player.session.state;
await player.sees('60 ticks', () => player.session.state.tick > tick + 60);
const { url } = (player.room.connection.transport as unknown as { ws: WebSocket }).ws;
await player.leave();
process.stdout.write(`${new URL(url).protocol} ${player.names.join()}\n`);
process.exit(0);
