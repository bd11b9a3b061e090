// How far a row of the two tables of the domain reaches: an operation's name may stand in 6 product files, a deal field's in 5.
// Strings, cards and the sandbox aside. Of an operation each text counts that is its name, or has it as a part between dots or
// slashes (`forms.accept`); of a field each word that is its id, where the id is a word that means nothing else.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MOST = { operation: 6, field: 5 };

const files = fs
  .readdirSync(path.join(ROOT, 'src'), { recursive: true })
  .map((name) => path.join('src', String(name)).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.startsWith('src/sandbox/'));

/** The texts of a file, as they stand between its quotes. */
function textsOf(source) {
  const texts = [];
  const visit = (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      texts.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

const read = files.map((name) => {
  const text = fs.readFileSync(path.join(ROOT, name), 'utf8');
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  return { name, text, parts: new Set(textsOf(source).flatMap((one) => one.split(/[./]/))) };
});

/** What the rows call themselves. */
const named = (folder, key) =>
  read
    .filter(({ name }) => name.startsWith(folder))
    .flatMap(({ text }) => [
      ...text.matchAll(new RegExp(`^\\s*(?:\\{ )?(?:\\.\\.\\.\\w+, )?${key}: '([^']+)'`, 'gmu')),
    ])
    .map(([, name]) => name);

const operations = [...new Set(named('src/domain/operations/', 'name'))];
const fields = [...new Set(named('src/domain/deal/fields.ts', 'id'))];

/** "name", "notes" and "currency" are words of many things: no count of them says anything. */
const ofItsOwn = fields.filter((id) => /[A-Z]/.test(id));

const rows = [
  ...operations.map((name) => ({
    kind: 'operation',
    name,
    in: read.filter(({ parts }) => parts.has(name)).map((file) => file.name),
  })),
  ...ofItsOwn.map((name) => ({
    kind: 'field',
    name,
    in: read.filter(({ text }) => new RegExp(`\\b${name}\\b`).test(text)).map((file) => file.name),
  })),
];

for (const { kind, name, in: where } of rows) {
  if (where.length <= MOST[kind]) continue;
  console.error(
    `${kind} ${name}: ${where.length} files (at most ${MOST[kind]})\n- ${where.join('\n- ')}\nLet these read the row instead of its name.`,
  );
  process.exitCode = 1;
}
if (operations.length === 0 || ofItsOwn.length === 0) {
  console.error('No rows were found: the tables have moved; tell this script where.');
  process.exitCode = 1;
}
if (!process.exitCode) {
  const most = (of) => Math.max(...rows.filter(({ kind }) => kind === of).map((row) => row.in.length));
  console.log(
    `${operations.length} operations in at most ${most('operation')} files each, ${ofItsOwn.length} fields in at most ${most('field')}`,
  );
}
