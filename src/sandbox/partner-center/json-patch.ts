type Json = Record<string, unknown>;

export interface Operation {
  readonly op: 'replace' | 'add';
  /** The unescaped parts of its JSON pointer (RFC 6901). */
  readonly parts: readonly string[];
  readonly value: unknown;
}

/** The operations of a body, or in words what is wrong: only `replace` and `add` are taken (patch-a-referral page). */
export function readOperations(body: unknown): readonly Operation[] | string {
  if (!Array.isArray(body) || body.length === 0)
    return 'The body must be a JSON Patch: an array of operations.';
  const operations: Operation[] = [];
  for (const item of body as unknown[]) {
    const { op, path, value } = (item ?? {}) as Json;
    if (op !== 'replace' && op !== 'add') return 'Only the operations replace and add are supported.';
    if (typeof path !== 'string' || !path.startsWith('/'))
      return 'Each operation needs a path that begins with "/".';
    if (path.includes('__proto__')) return `There is no ${path}.`;
    if (value === undefined) return `The operation on ${path} has no value.`;
    operations.push({ op, parts: path.slice(1).split('/').map(unescaped), value });
  }
  return operations;
}

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** The document with the operations done one after another, all or none; in words why not. Does not touch `document`. */
export function applyOperations<T>(
  document: T,
  operations: readonly Operation[],
): { readonly value: T } | string {
  const copy = structuredClone(document);
  for (const operation of operations) {
    const problem = applyOne(copy, operation);
    if (problem !== undefined) return problem;
  }
  return { value: copy };
}

function applyOne(document: unknown, { op, parts, value }: Operation): string | undefined {
  const path = `/${parts.join('/')}`;
  const last = parts.at(-1) ?? '';
  let parent = document;
  for (const part of parts.slice(0, -1)) parent = memberOf(parent, part);
  if (Array.isArray(parent)) return intoArray(parent, op, last, value, path);
  if (typeof parent !== 'object' || parent === null) return `There is nothing at the parent of ${path}.`;
  (parent as Json)[last] = structuredClone(value);
  return undefined;
}

function memberOf(parent: unknown, part: string): unknown {
  if (Array.isArray(parent)) return /^\d+$/.test(part) ? (parent[Number(part)] as unknown) : undefined;
  const has = typeof parent === 'object' && parent !== null && Object.hasOwn(parent, part);
  return has ? (parent as Json)[part] : undefined;
}

function intoArray(
  list: unknown[],
  op: 'replace' | 'add',
  last: string,
  value: unknown,
  path: string,
): string | undefined {
  const added = op === 'add';
  const at = last === '-' && added ? list.length : /^\d+$/.test(last) ? Number(last) : NaN;
  if (!(at < list.length + (added ? 1 : 0))) return `There is no ${path}.`;
  list.splice(at, added ? 0 : 1, structuredClone(value));
  return undefined;
}
