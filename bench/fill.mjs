// Very many documents at once, as the program's own code would store each: rows and indexes are the same, only written
// together. Indexes are taken away before and built again afterwards, as they come out quicker then.
import { createRequire } from 'node:module';
import { MongoClient } from 'mongodb';

const require = createRequire(import.meta.url);
const AT_ONCE = 1_000;

/** `documentOf`: the document with this number. */
export async function fillWith(url, count, documentOf) {
  const batches = function* () {
    for (let from = 0; from < count; from += AT_ONCE)
      yield Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => documentOf(from + at));
  };
  await (url.startsWith('sqlite:') ? fillSqlite(url.slice(7), batches()) : fillMongo(url, batches()));
}

/** Terms stand in a row's text, with a separator before, between and after them. */
const TERMS = ['word', 'key'].map(
  (sort) => `SELECT kind, '${sort}', given.value, row FROM documents,
    json_each('[' || replace(json_quote(substr(${sort}s, 2, length(${sort}s) - 2)), '\\u001f', '","') || ']') AS given
    WHERE length(${sort}s) > 1`,
);

async function fillSqlite(file, batches) {
  const Database = require('libsql');
  const { rowOf } = require('../dist/adapters/sqlite/document-row.js');
  const { project } = require('../dist/domain/projection.js');
  const db = new Database(file);
  const query =
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'documents' AND sql <> ''";
  const indexes = db.prepare(query).all();
  db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -400000');
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
  let insert;
  for (const documents of batches) {
    db.exec('BEGIN');
    for (const document of documents) {
      const { written, projected } = rowOf(document, 1, project);
      const row = { kind: document.kind, id: document.id, ...written, ...projected };
      const names = Object.keys(row);
      const marks = names.map(() => '?');
      insert ??= db.prepare(`INSERT INTO documents (${names.join(', ')}) VALUES (${marks.join(', ')})`);
      insert.run(Object.values(row));
    }
    db.exec('COMMIT');
  }
  db.exec(`INSERT OR IGNORE INTO terms ${TERMS.join(' UNION ALL ')} ORDER BY 1, 2, 3, 4`);
  for (const { sql } of indexes) db.exec(sql);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}

async function fillMongo(url, batches) {
  const { fieldsOf, storedId } = require('../dist/adapters/mongo/stored-document.js');
  const { DOCUMENT_INDEXES } = require('../dist/adapters/mongo/indexes.js');
  const { project } = require('../dist/domain/projection.js');
  const client = await new MongoClient(url, { ignoreUndefined: true }).connect();
  const collection = client.db().collection('documents');
  await collection.dropIndexes();
  for (const documents of batches) {
    const stored = documents.map((document) => ({
      ...{ _id: storedId(document.kind, document.id), kind: document.kind, id: document.id },
      ...{ leasedUntil: null, leaseHolder: null, ...fieldsOf(document, 1, project) },
    }));
    await collection.insertMany(stored, { ordered: false, writeConcern: { w: 1 } });
  }
  await collection.createIndexes(DOCUMENT_INDEXES);
  await client.close();
}
