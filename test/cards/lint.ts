import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { Card } from '../../src/adapters/teams/cards/shown';
import { nodes } from './reading';

type Node = Readonly<Record<string, unknown>>;

const INPUTS = ['Input.Text', 'Input.Date', 'Input.ChoiceSet', 'Input.Number', 'Input.Time', 'Input.Toggle'];

function leaves(value: unknown, path: string): [string, unknown][] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
  }
  return [[path, value]];
}

/** What a template left behind: only where no user text can be, since user text may hold anything. */
const templating = (path: string, value: unknown): string[] => [
  ...(value === null || value === undefined ? [`${path} is ${String(value)}`] : []),
  ...(/\/(\$when|\$data|part)$/u.test(path) ? [`${path} was not worked off`] : []),
  ...(/\/(text|title|label|value|url|placeholder|fallbackText|lang)$/u.test(path) && typeof value !== 'string'
    ? [`${path} is not a string`]
    : []),
];

const inputs = (node: Node): string[] => [
  ...(node['label'] ? [] : [`input ${String(node['id'])} has no label`]),
  ...(node['id'] ? [] : ['an input has no id']),
];

const elements = (node: Node): string[] => [
  ...(INPUTS.includes(String(node['type'])) ? inputs(node) : []),
  ...(node['type'] === 'Image' && !node['altText'] ? ['an image has no altText'] : []),
  ...(node['type'] === 'TextBlock' && node['wrap'] !== true
    ? [`"${String(node['text'])}" does not wrap`]
    : []),
  ...(node['type'] === 'FactSet' ? ['a FactSet reads its text as markdown'] : []),
  ...(node['type'] === 'Action.OpenUrl' &&
  !/^(https:|tel:\+?\d+$|mailto:[^?]*\?|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/u.test(
    String(node['url']),
  )
    ? [`a button opens ${String(node['url'])}`]
    : []),
];

interface Parser {
  AdaptiveCard: new () => { parse(json: unknown, context: unknown): void };
  SerializationContext: new () => { eventCount: number; getEventAt(index: number): { message: string } };
}

/** The browser's own parser: the package's entry cannot be loaded in Node (extension-less ESM). */
function loadParser(): Parser {
  const source = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.js'), 'utf8');
  const module = { exports: {} as Parser };
  runInContext(source, createContext({ module, exports: module.exports, console }));
  return module.exports;
}
const parser = loadParser();

function parsing(card: Card): string[] {
  const context = new parser.SerializationContext();
  new parser.AdaptiveCard().parse(JSON.parse(JSON.stringify(card)), context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  // The package tries `lang` with a global pattern, which remembers its place: every second "en" is refused.
  return events.filter((message) => message !== 'Invalid value "en" for property "lang".');
}

/** As long as a card in a message may be ("Format cards in Teams"). */
const MOST_BYTES = 28 * 1024;
/** With 10,000 characters to be given back in each field, each perhaps escaped: within what Teams takes at all. */
const MOST_BYTES_HOSTILE = 40 * 1024;

function whole(card: Card, most: number, titled: boolean): string[] {
  const ids = nodes(card)
    .filter((node) => INPUTS.includes(String(node['type'])))
    .map(({ id }) => id);
  const inSight = (card['actions'] as readonly Node[]).filter(({ mode }) => mode !== 'secondary');
  return [
    ...(card['version'] === '1.5' ? [] : ['the version is not 1.5']),
    ...(card['fallbackText'] ? [] : ['there is no fallbackText']),
    ...(card['lang'] ? [] : ['there is no lang']),
    ...(inSight.length > 6 ? [`${inSight.length} actions in sight`] : []),
    ...(new Set(ids).size === ids.length ? [] : ['two inputs have one id']),
    ...(titled || nodes(card).some((node) => node['style'] === 'heading') ? [] : ['there is no heading']),
    ...(Buffer.byteLength(JSON.stringify(card)) > most ? [`it weighs more than ${most} bytes`] : []),
  ];
}

/**
 * All that is wrong with an expanded card; an empty list is a good card. `free`: it holds user text with `${`; `titled`: the
 * title of the dialog around it is its heading.
 */
export function lint(card: Card, { free = false, titled = false } = {}): string[] {
  const literal = free || !JSON.stringify(card).includes('${') ? [] : ['a ${ was left over'];
  return [
    ...literal,
    ...leaves(card, '').flatMap(([path, value]) => templating(path, value)),
    ...nodes(card).flatMap(elements),
    ...whole(card, free ? MOST_BYTES_HOSTILE : MOST_BYTES, titled),
    ...parsing(card),
  ];
}
