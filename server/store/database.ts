// The store's calls on SQLite, each answered at once: this runs in the store's own thread (worker.ts), never on a tick's
// path. With a write-ahead log a process that is killed in the middle of a write breaks nothing and loses nothing that
// was answered; only a power cut may take the last moments.

import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { migrate } from './migrations.ts';
import type { AuditFields, AuditLine, KeptMatch, KeptOfPerson, Sanction, SanctionFields } from './records.ts';

const DAY_MS = 24 * 3600 * 1000;
/** Who was not seen for so long is forgotten: their token has ended too. */
const IDENTITY_MS = 400 * DAY_MS;
const AUDIT_MS = 730 * DAY_MS;
/** Longest page of the audit. */
const PAGE = 500;

export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** Opens a file, or makes it. Throws when it cannot be written. */
  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    migrate(this.#db);
    const now = Date.now();
    this.#run('DELETE FROM identities WHERE seen_at < ?', now - IDENTITY_MS);
    this.#run('DELETE FROM ignores WHERE identity NOT IN (SELECT id FROM identities)');
    this.#run('DELETE FROM sanctions WHERE until <= ?', now);
    this.#run('DELETE FROM audit WHERE at < ?', now - AUDIT_MS);
  }

  addIdentity(id: string, at: number): void {
    this.#run('INSERT OR IGNORE INTO identities (id, made_at, seen_at) VALUES (?, ?, ?)', id, at, at);
  }

  /** A person was here. Returns when their identity was made, 0 for one of whom nothing is kept: they have deleted it. */
  seeIdentity(id: string, at: number): number {
    const sql = 'UPDATE identities SET seen_at = ? WHERE id = ? RETURNING made_at AS madeAt';
    return this.#all<{ madeAt: number }>(sql, at, id)[0]?.madeAt ?? 0;
  }

  /** Nothing for one of whom nothing is kept. */
  keptOf(id: string): KeptOfPerson | undefined {
    const row = this.#all<Pick<KeptOfPerson, 'madeAt' | 'seenAt'>>(
      'SELECT made_at AS madeAt, seen_at AS seenAt FROM identities WHERE id = ?',
      id,
    )[0];
    if (!row) return undefined;
    const sanctions = this.#all<Sanction>('SELECT kind, reason, until FROM sanctions WHERE identity = ? AND until > ?', id, Date.now());
    return { ...row, ignores: this.ignoresOf(id).length, sanctions };
  }

  /**
   * Deletes what is kept of a person. A sanction keeps its hash of an address until its term is over; audit lines keep what
   * was done, without whom. False when nothing was kept.
   */
  deleteIdentity(id: string): boolean {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const { changes } = this.#run('DELETE FROM identities WHERE id = ?', id);
      this.#run('DELETE FROM ignores WHERE identity = ? OR target = ?', id, id);
      this.#run("DELETE FROM sanctions WHERE identity = ? AND address = ''", id);
      this.#run("UPDATE sanctions SET identity = '', name = '' WHERE identity = ?", id);
      this.#run("UPDATE sanctions SET by = '' WHERE by = ?", id);
      this.#run("UPDATE audit SET target = '', detail = '' WHERE target = ?", id);
      this.#run("UPDATE audit SET by = '' WHERE by = ?", id);
      this.#db.exec('COMMIT');
      return changes > 0;
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Returns its id. */
  addSanction({ kind, identity, address, name, reason, by, at, until }: SanctionFields): number {
    const columns = 'kind, identity, address, name, reason, by, at, until';
    const sql = `INSERT INTO sanctions (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
    return Number(this.#run(sql, kind, identity, address, name, reason, by, at, until).lastInsertRowid);
  }

  /** False when there is none of that id. */
  liftSanction(id: number): boolean {
    return this.#run('DELETE FROM sanctions WHERE id = ?', id).changes > 0;
  }

  /** Stores what another process tells of, unless it is here already: processes of one machine share a file. */
  copySanction({ kind, identity, address, name, reason, by, at, until }: SanctionFields): void {
    const same = 'SELECT 1 FROM sanctions WHERE kind = ? AND identity = ? AND address = ? AND at = ?';
    const columns = 'kind, identity, address, name, reason, by, at, until';
    const sql = `INSERT INTO sanctions (${columns}) SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (${same})`;
    this.#run(sql, kind, identity, address, name, reason, by, at, until, kind, identity, address, at);
  }

  /** Another process lifted this one; its id is another's. */
  liftCopy({ kind, identity, address, at }: SanctionFields): void {
    this.#run('DELETE FROM sanctions WHERE kind = ? AND identity = ? AND address = ? AND at = ?', kind, identity, address, at);
  }

  /** Those whose term is not over, the latest first. */
  sanctions(): Sanction[] {
    return this.#all<Sanction>('SELECT * FROM sanctions WHERE until > ? ORDER BY id DESC', Date.now());
  }

  /** A person does not want to read another from now on. */
  ignore(identity: string, target: string): void {
    this.#run('INSERT OR IGNORE INTO ignores (identity, target) VALUES (?, ?)', identity, target);
  }

  unignore(identity: string, target: string): void {
    this.#run('DELETE FROM ignores WHERE identity = ? AND target = ?', identity, target);
  }

  /** Identities that a person does not want to read. */
  ignoresOf(identity: string): string[] {
    return this.#all<{ target: string }>('SELECT target FROM ignores WHERE identity = ?', identity).map(({ target }) => target);
  }

  addAudit({ by, action, room, target, detail }: AuditFields): void {
    const sql = 'INSERT INTO audit (at, by, action, room, target, detail) VALUES (?, ?, ?, ?, ?, ?)';
    this.#run(sql, Date.now(), by, action, room, target, detail);
  }

  /** Up to `count` lines (1 to 500), the latest first, those before the line of an id; 0 begins with the latest. */
  audit(before: number, count: number): AuditLine[] {
    const limit = Math.max(1, Math.min(PAGE, count));
    return this.#all<AuditLine>('SELECT * FROM audit WHERE ? = 0 OR id < ? ORDER BY id DESC LIMIT ?', before, before, limit);
  }

  /** Keeps a running match, in place of what was kept of it before. */
  keepMatch(code: string, body: string): void {
    this.#run('INSERT OR REPLACE INTO matches (code, at, body) VALUES (?, ?, ?)', code, Date.now(), body);
  }

  dropMatch(code: string): void {
    this.#run('DELETE FROM matches WHERE code = ?', code);
  }

  /** The matches kept since a time; older ones are removed. */
  keptMatches(since: number): KeptMatch[] {
    this.#run('DELETE FROM matches WHERE at < ?', since);
    return this.#all<KeptMatch>('SELECT * FROM matches');
  }

  /** Codes of the matches that were last kept within a span of time. */
  keptCodes(since: number, until: number): string[] {
    return this.#all<{ code: string }>('SELECT code FROM matches WHERE at BETWEEN ? AND ?', since, until).map(({ code }) => code);
  }

  /** The match of a code, last kept within a span of time; whoever asks first has it, of however many processes. */
  takeMatch(code: string, since: number, until: number): KeptMatch | undefined {
    return this.#all<KeptMatch>('DELETE FROM matches WHERE code = ? AND at BETWEEN ? AND ? RETURNING *', code, since, until)[0];
  }

  close(): void {
    this.#db.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #run(sql: string, ...values: SQLInputValue[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return this.#prepare(sql).run(...values);
  }

  /** The columns are the fields of what is asked for. */
  #all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    const rows: Record<string, SQLOutputValue>[] = this.#prepare(sql).all(...values);
    return rows.map((row) => ({ ...row }) as Row);
  }
}
