// The tables of the embedded store. Made when it opens; publishing a form makes none.
import { collectionNames, collections } from "../collections.js";
import type { Collection } from "../port.js";
import type { Database } from "./database.js";
import { column } from "./field.js";

/** The number of the structure below, kept in the file: another one is neither read nor changed. */
const structure = 1;

/** The file was written by a version of the program with another structure. */
export class OtherStructure extends Error {
  readonly code = "OTHER_STRUCTURE";
}

const tables = `
CREATE TABLE IF NOT EXISTS names (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS lines (view INTEGER NOT NULL, scope INTEGER NOT NULL, k1 TEXT NOT NULL, k2 TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY (view, scope, k1, k2, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (n INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT NULL, grp TEXT NOT NULL,
  scopes TEXT NOT NULL, text TEXT NOT NULL, stale INTEGER NOT NULL, UNIQUE (collection, id));
CREATE INDEX IF NOT EXISTS texts_stale ON texts (n) WHERE stale = 1;
CREATE VIRTUAL TABLE IF NOT EXISTS grams USING fts5(text, content='', contentless_delete=1, tokenize='trigram case_sensitive 1');
CREATE TABLE IF NOT EXISTS claims (owner TEXT NOT NULL, key TEXT NOT NULL, holder TEXT NOT NULL, PRIMARY KEY (owner, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sequences (owner TEXT NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (owner, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS heads (owner TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS events (owner TEXT NOT NULL, seq INTEGER NOT NULL, subject TEXT, event BLOB NOT NULL, PRIMARY KEY (owner, seq)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS events_subject ON events (owner, subject, seq) WHERE subject IS NOT NULL;
CREATE TABLE IF NOT EXISTS effects (id TEXT PRIMARY KEY, owner TEXT NOT NULL, due TEXT NOT NULL, fence INTEGER NOT NULL, attempts INTEGER NOT NULL,
  failed INTEGER NOT NULL, error TEXT, effect BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS effects_due ON effects (due, id) WHERE failed = 0;
CREATE INDEX IF NOT EXISTS effects_failed ON effects (owner, id) WHERE failed = 1;
`;

/** `lines` are those of the side table that this document has, so that they can be taken back without an index of their own. */
const collectionTable = (name: Collection) =>
  `CREATE TABLE IF NOT EXISTS ${name} (id TEXT PRIMARY KEY, owner TEXT NOT NULL, rev INTEGER NOT NULL, doc BLOB NOT NULL, lines TEXT);`;

const indexName = (name: Collection, paths: readonly string[]) => `ix_${name}_${paths.join("_").replaceAll(".", "_")}`;

/** Makes what is missing, and drops indexes that are declared no more. */
export function prepareSchema(db: Database): void {
  db.transaction(() => {
    const found = db.get<{ user_version: number }>("PRAGMA user_version")!.user_version;
    const empty = db.get("SELECT 1 FROM sqlite_master LIMIT 1") === undefined;
    if (!empty && found !== structure) throw new OtherStructure(`The database has structure ${found}; this program reads ${structure}.`);
    db.exec(`PRAGMA user_version = ${structure}`);
    db.exec(tables);
    const wanted = new Set<string>();
    for (const name of collectionNames) {
      db.exec(collectionTable(name));
      for (const paths of collections[name].indexes) {
        wanted.add(indexName(name, paths));
        db.exec(`CREATE INDEX IF NOT EXISTS ${indexName(name, paths)} ON ${name} (${[...paths, "id"].map((path) => column(name, path).sql).join(", ")})`);
      }
    }
    const there = db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'ix\\_%' ESCAPE '\\'");
    for (const { name } of there) if (!wanted.has(name)) db.exec(`DROP INDEX ${name}`);
  });
}
