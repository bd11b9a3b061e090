import type { Resource } from '../record/resource';

/** Where something stands in Partner Center's resource: the names on the way to it. */
export type At = readonly [string, ...string[]];

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the resource holds there; undefined where it holds nothing. */
export const standingAt = (resource: Resource, at: readonly string[]): unknown =>
  at.reduce<unknown>(
    (here, name) => (isTree(here) && Object.hasOwn(here, name) ? here[name] : undefined),
    resource,
  );

/** The resource with another value there; what stands on the way is kept, what is missing on it is made. */
export function putAt(resource: Resource, at: At, value: unknown): Resource {
  const put = (here: unknown, [name, ...rest]: readonly string[]): unknown =>
    name === undefined
      ? value
      : { ...(isTree(here) ? here : {}), [name]: put(standingAt(here as Resource, [name]), rest) };
  return put(resource, at) as Resource;
}
