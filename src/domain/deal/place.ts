/** Where something stands in Partner Center's resource: the names on the way to it. */
export type At = readonly [string, ...string[]];

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In a list an entry is named by its number, as in a JSON pointer. */
const isIndex = (name: string): boolean => /^\d+$/.test(name);

function below(here: unknown, name: string): unknown {
  if (Array.isArray(here)) return isIndex(name) ? (here as unknown[])[Number(name)] : undefined;
  return isTree(here) && Object.hasOwn(here, name) ? here[name] : undefined;
}

/** What stands there, in a resource or in an entry of one of its lists; undefined where nothing does. */
export const standingAt = (from: unknown, at: readonly string[]): unknown => at.reduce<unknown>(below, from);

/** The resource, or the entry, with another value there; what stands on the way is kept, what is missing on it is made. */
export function putAt<T extends object>(into: T, at: At, value: unknown): T {
  const put = (here: unknown, [name, ...rest]: readonly string[]): unknown => {
    if (name === undefined) return value;
    const next = put(below(here, name), rest);
    if (isIndex(name)) return withEntry(Array.isArray(here) ? (here as unknown[]) : [], Number(name), next);
    return { ...(isTree(here) ? here : {}), [name]: next };
  };
  return put(into, at) as T;
}

const withEntry = (list: readonly unknown[], at: number, entry: unknown): unknown[] =>
  at < list.length ? list.map((one, index) => (index === at ? entry : one)) : [...list, entry];
