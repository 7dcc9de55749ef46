// The tables of the store, version by version. A file's version is its PRAGMA user_version: the count of steps that it has
// taken. A step that was released never changes; what is new is added at the end.

import type { DatabaseSync } from 'node:sqlite';

/** Times are milliseconds since 1970; addresses are salted hashes. */
const STEPS = [
  `CREATE TABLE identities (id TEXT PRIMARY KEY, made_at INTEGER NOT NULL, seen_at INTEGER NOT NULL) STRICT;
   CREATE INDEX identities_seen ON identities (seen_at);
   CREATE TABLE sanctions (
     id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, identity TEXT NOT NULL, address TEXT NOT NULL,
     name TEXT NOT NULL, reason TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL, until INTEGER NOT NULL) STRICT;
   CREATE TABLE ignores (identity TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (identity, target)) STRICT, WITHOUT ROWID;
   CREATE TABLE audit (
     id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, by TEXT NOT NULL, action TEXT NOT NULL,
     room TEXT NOT NULL, target TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
   CREATE TABLE matches (code TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT;`,
];

/** Brings a file's tables to the present version, all steps or none. Throws for a file of a newer program. */
export function migrate(db: DatabaseSync): void {
  // Another process may have the same file open and take the same steps: one after the other.
  db.exec('BEGIN IMMEDIATE');
  try {
    const version = Number(db.prepare('PRAGMA user_version').get()?.user_version);
    if (version > STEPS.length) throw new Error(`it was written by a newer version of this program (${version} > ${STEPS.length})`);
    for (const step of STEPS.slice(version)) db.exec(step);
    db.exec(`PRAGMA user_version = ${STEPS.length}; COMMIT`);
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
