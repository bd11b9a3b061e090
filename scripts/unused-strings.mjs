// Sentences that no code says. (A key that is said and does not exist does not compile: cards/string-key.ts.)
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const strings = JSON.parse(fs.readFileSync(path.join(root, 'cards/strings/en.json'), 'utf8'));

/** Words for ids that come from outside: which of them are said is not known here. */
const OUTSIDE = [
  'products',
  'services',
  'industries',
  'solutions',
  'help-asked',
  'effects',
  'marketplace-sources',
  'marketplace-actions',
  'registrations',
  'told-about',
];

const keysOf = (words, before = '') =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`),
  );

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** What a literal may say: itself, or with anything in the place of what is put in. */
function said(node) {
  if (ts.isStringLiteralLike(node)) return [`^${escaped(node.text)}$`];
  if (!ts.isTemplateExpression(node) || !/^[a-z-]+\./u.test(node.head.text)) return [];
  return [
    `^${escaped(node.head.text)}${node.templateSpans.map(({ literal }) => `.*${escaped(literal.text)}`).join('')}$`,
  ];
}

function literals(file) {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  const found = [];
  const walk = (node) => {
    found.push(...said(node));
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

const files = fs.readdirSync(path.join(root, 'src'), { recursive: true }).map(String);
const patterns = new Set(
  files.filter((file) => file.endsWith('.ts')).flatMap((file) => literals(path.join(root, 'src', file))),
);
const fixed = new Set([...patterns].filter((pattern) => !pattern.includes('.*')));
const open = [...patterns]
  .filter((pattern) => pattern.includes('.*'))
  .map((pattern) => new RegExp(pattern, 'u'));

const unused = keysOf(strings)
  .filter((key) => !OUTSIDE.includes(key.split('.')[0]))
  .map((key) => key.replace(/_(?:zero|one|two|few|many|other)$/u, ''))
  .filter((key) => !fixed.has(`^${escaped(key)}$`) && !open.some((pattern) => pattern.test(key)));

for (const key of new Set(unused)) console.error(`nothing says "${key}": take it out of cards/strings`);
process.exitCode = unused.length > 0 ? 1 : 0;
