import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remembered } from '../../../platform/remembered';
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

/** Of a language's groups (`products.…`): the words by id. */
function groupsOf(i18n: i18n): (language: string, name: string) => ReadonlyMap<string, unknown> {
  const groups = new Map<string, ReadonlyMap<string, unknown>>();
  return (language, name) => {
    const at = `${language} ${name}`;
    const known = groups.get(at);
    if (known) return known;
    const found: unknown = i18n.getResource(language, 'translation', name);
    const group = new Map(typeof found === 'object' && found !== null ? Object.entries(found) : []);
    // There is one for each tag that is asked for, and tags come from outside: only what is there is kept.
    if (group.size > 0) groups.set(at, group);
    return group;
  };
}

const canonical = remembered((tag): string => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? '';
  } catch {
    return '';
  }
});

/** Where a sentence has a place for what is put in, as i18next writes them. */
const PLACE = /\{\{(\w+)\}\}([.:]?)/g;

/** "Declined: Contoso Ltd." and not "Ltd..", "How did it go? Reached" and not "go?:". */
function pointedOnce(given: string | number | undefined, point: string): string {
  const text = String(given ?? '');
  const ends = /[.…]$/.test(text) ? '.' : /[?!]$/.test(text) ? '.:' : '';
  return ends.includes(point) ? text : text + point;
}

/** Reads all languages of a folder of `<language>.json` files at once; throws when it cannot. */
export function loadStrings(folder: string): Strings {
  const i18n = createInstance();
  const resources = load(folder);
  void i18n.init({
    initAsync: false,
    resources,
    fallbackLng: FALLBACK,
  });
  // i18next finds the sentence: the language, one or many. What stands in it is the same each time.
  const sentence = (language: string, key: string, count?: string | number): string =>
    i18n.t(key, { lng: language, skipInterpolation: true, ...(count === undefined ? {} : { count }) });
  const group = groupsOf(i18n);
  const found = new Map<string, string>();
  const known = (language: string, key: string): string => {
    const at = `${language} ${key}`;
    const one = found.get(at) ?? sentence(language, key);
    found.set(at, one);
    return one;
  };
  return {
    say(language, key, params = {}) {
      const { count } = params;
      const words = count === undefined ? known(language, key) : sentence(language, key, count);
      return words.replace(PLACE, (_, name: string, point: string) => pointedOnce(params[name], point));
    },
    lookup(language, name, id) {
      for (const tag of [language, language.split('-')[0] ?? FALLBACK, FALLBACK]) {
        const words = group(tag, name).get(id);
        if (typeof words === 'string') return words;
      }
      return undefined;
    },
    languageFor(tag) {
      const known = canonical(tag);
      return Object.hasOwn(resources, known.split('-')[0] ?? '') ? known : FALLBACK;
    },
    has: (key) => i18n.exists(key) || i18n.exists(`${key}_other`),
  };
}
