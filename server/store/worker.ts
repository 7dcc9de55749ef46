// The store's thread: opens the file, says that it is open or why not, then answers one call after another.

import { parentPort, workerData } from 'node:worker_threads';
import { Database } from './database.ts';
import type { Answer, Call } from './store.ts';

const port = parentPort;
if (!port) throw new Error('this runs in a thread of its own');

const answer = (id: number, run: () => unknown): void => {
  let said: Answer;
  try {
    said = { id, value: run() };
  } catch (error) {
    said = { id, error: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(said);
};

const opened: { database?: Database } = {};
answer(0, () => {
  opened.database = new Database(String(workerData));
});
port.on('message', ({ id, method, values }: Call) => {
  const { database } = opened;
  if (database) answer(id, () => (database[method] as (...values: unknown[]) => unknown).apply(database, values));
});
