/** Where something stands in Partner Center's resource: the names on the way to it. */
export type At = readonly [string, ...string[]];

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In a list an entry is named by its number, as in a JSON pointer. */
const isIndex = (name: string): boolean => /^\d+$/.test(name);

/** In a list of pairs an entry is named by what it says of itself: `type=PartnerRole`. */
const PAIR = /^(\w+)=(.+)$/u;

/** Whether names on a way go through an entry that says so of itself; JSON pointers have no word for such a one. */
export const isPair = (name: string): boolean => PAIR.test(name);

function numberIn(list: readonly unknown[], name: string): number {
  const [, key = '', value] = PAIR.exec(name) ?? [];
  if (value === undefined) return isIndex(name) ? Number(name) : -1;
  return list.findIndex((entry) => isTree(entry) && entry[key] === value);
}

function below(here: unknown, name: string): unknown {
  if (Array.isArray(here)) return (here as unknown[])[numberIn(here, name)];
  return isTree(here) && Object.hasOwn(here, name) ? here[name] : undefined;
}

/** What stands there, in a resource or in an entry of one of its lists; undefined where nothing does. */
export const standingAt = (from: unknown, at: readonly string[]): unknown => at.reduce<unknown>(below, from);

/** The resource, or the entry, with another value there; what stands on the way is kept, what is missing on it is made. */
export function putAt<T extends object>(into: T, at: At, value: unknown): T {
  const put = (here: unknown, [name, ...rest]: readonly string[]): unknown => {
    if (name === undefined) return value;
    if (isPair(name))
      return withPair(Array.isArray(here) ? (here as unknown[]) : [], name, (pair) => put(pair, rest));
    const next = put(below(here, name), rest);
    if (isIndex(name)) return withEntry(Array.isArray(here) ? (here as unknown[]) : [], Number(name), next);
    return { ...(isTree(here) ? here : {}), [name]: next };
  };
  return put(into, at) as T;
}

const withEntry = (list: readonly unknown[], at: number, entry: unknown): unknown[] =>
  at < list.length ? list.map((one, index) => (index === at ? entry : one)) : [...list, entry];

/** A pair that says nothing any more goes. */
function withPair(list: readonly unknown[], name: string, put: (pair: unknown) => unknown): unknown[] {
  const [key = '', ...value] = name.split('=');
  const at = numberIn(list, name);
  const next = put(list[at] ?? { [key]: value.join('=') });
  if (isTree(next) && Object.values(next).includes(null)) return list.filter((_, index) => index !== at);
  return withEntry(list, at < 0 ? list.length : at, next);
}
