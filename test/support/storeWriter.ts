// Writes into a store as fast as it answers, and says what was answered: to be killed in the middle of it.

import { openStore } from '../../server/store/store.ts';

const store = await openStore(process.argv[2] as string);
for (let n = 1; ; n++) {
  const sanction = { kind: 'ban', identity: `i${n}`, address: '', name: '', reason: 'r'.repeat(500), by: 'operator', at: n } as const;
  const many = Array.from({ length: 3 }, () => store.keepMatch(`M${n % 50}`, 'm'.repeat(20_000)));
  await Promise.all([
    ...many,
    store.addSanction({ ...sanction, until: Date.now() + 1e9 }),
    store.addAudit({ by: 'operator', action: 'ban', room: '', target: `i${n}`, detail: String(n) }),
  ]);
  process.stdout.write(`${n}\n`);
}
