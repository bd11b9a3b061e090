import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { Card } from './shown';

/**
 * What a card is drawn from. Every text is a string, '' for nothing, each key that a template reads is there: an absent one
 * would stay on the card as a literal `${…}`, a null would end up in the JSON.
 */
export type Model = { readonly [key: string]: Tree };
export type Tree = string | number | boolean | readonly Tree[] | Model;

export type CardName =
  | 'received'
  | 'accepted'
  | 'archived'
  | 'details'
  | 'past'
  | 'contacts'
  | 'form'
  | 'list'
  | 'new-referrals'
  | 'help'
  | 'notice'
  | 'answer';

export type Expand = (card: CardName, model: Model) => Card;

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Puts the elements of `parts/<name>.json` where a template says `{ "part": "<name>" }`. */
function withParts(template: unknown, part: (name: string) => unknown): unknown {
  if (Array.isArray(template)) {
    return template.flatMap((item: unknown) => {
      const name = typeof item === 'object' && item !== null && 'part' in item ? item.part : undefined;
      return typeof name === 'string' ? part(name) : [withParts(item, part)];
    });
  }
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, withParts(value, part)]));
}

/** A card's `lang` is a language and nothing more: `en` of `en-US-u-hc-h12` ("Text features in Adaptive Cards"). */
const plainTag = (language: Tree | undefined): string =>
  typeof language === 'string' ? (language.split('-')[0] ?? '') : '';

const loaded = new Map<string, Expand>();

/** The cards of a folder, read once; each template is compiled once and used again (compiling costs 30 times an expansion). */
export function loadTemplates(folder: string): Expand {
  const expand = loaded.get(folder) ?? compile(folder);
  loaded.set(folder, expand);
  return expand;
}

function compile(folder: string): Expand {
  const part = (name: string): unknown => withParts(read(join(folder, 'parts', `${name}.json`)), part);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const templates = new Map(
    files.map((file) => [
      file.slice(0, -'.json'.length),
      new Template(withParts(read(join(folder, file)), part)),
    ]),
  );
  return (card, { language, ...model }) => {
    const template = templates.get(card);
    if (!template) throw new Error(`there is no card ${card} in ${folder}`);
    return template.expand({ $root: { ...model, language: plainTag(language) } }) as Card;
  };
}
