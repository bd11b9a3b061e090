import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StringKey } from './string-key';
import { createInstance, type i18n, type Resource } from 'i18next';

export type Params = Readonly<Record<string, string | number>>;

/** The sentences of `cards/strings`, by language; English where a language lacks one. */
export interface Strings {
  /** `params.count` chooses the plural. What is put in is taken as it is: never read as a key or a pattern again. */
  say(language: string, key: StringKey, params?: Params): string;
  /** The words for an id from outside (`products.Microsoft365`); undefined when there are none. */
  lookup(language: string, group: string, id: string): string | undefined;
  /** The tag to format by: one whose language there are words for, else English. Any text may come in. */
  languageFor(tag: string): string;
  has(key: string): boolean;
}

const FALLBACK = 'en';

function load(folder: string): Resource {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => {
      const translation: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return [file.slice(0, -'.json'.length), { translation }] as [string, Resource[string]];
    }),
  );
}

function group(i18n: i18n, language: string, name: string): ReadonlyMap<string, unknown> {
  const found: unknown = i18n.getResource(language, 'translation', name);
  return new Map(typeof found === 'object' && found !== null ? Object.entries(found) : []);
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** Private characters: no font has them. What is put in ends with a point, with a question or exclamation mark. */
const POINT = '\uE000';
const MARK = '\uE001';

const marked = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const end = typeof value === 'string' ? value.at(-1) : undefined;
      if (end === '.' || end === '…') return [name, `${String(value)}${POINT}`];
      return end === '?' || end === '!' ? [name, `${String(value)}${MARK}`] : [name, value];
    }),
  );

/** "Declined: Contoso Ltd." and not "Ltd..", "How did it go? Reached" and not "go?:". */
const pointedOnce = (text: string): string => text.replace(/\uE000\.?|\uE001[.:]?/g, '');

/** Reads all languages of a folder of `<language>.json` files at once; throws when it cannot. */
export function loadStrings(folder: string): Strings {
  const i18n = createInstance();
  const resources = load(folder);
  void i18n.init({
    initAsync: false,
    resources,
    fallbackLng: FALLBACK,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  // What nothing is put into is the same each time.
  const said = new Map<string, string>();
  const plain = (language: string, key: string): string => {
    const at = `${language} ${key}`;
    const known = said.get(at) ?? pointedOnce(i18n.t(key, { lng: language }));
    said.set(at, known);
    return known;
  };
  return {
    say: (language, key, params) =>
      params ? pointedOnce(i18n.t(key, { ...marked(params), lng: language })) : plain(language, key),
    lookup(language, name, id) {
      for (const tag of [language, language.split('-')[0] ?? FALLBACK, FALLBACK]) {
        const words = group(i18n, tag, name).get(id);
        if (typeof words === 'string') return words;
      }
      return undefined;
    },
    languageFor(tag) {
      const known = canonical(tag);
      return known !== undefined && Object.hasOwn(resources, known.split('-')[0] ?? '') ? known : FALLBACK;
    },
    has: (key) => i18n.exists(key) || i18n.exists(`${key}_other`),
  };
}
