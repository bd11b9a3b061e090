import type { Records } from '../../src/application/ports/store';

/** Records in memory, handed from one sandbox to the next like a database over a restart. */
export function memoryRecords(): Records {
  const tables = new Map<string, Map<string, string>>();
  const table = (name: string) => {
    const there = tables.get(name) ?? new Map<string, string>();
    tables.set(name, there);
    return there;
  };
  return {
    all: async (name) => [...table(name)].map(([key, value]) => ({ key, value })),
    put: async (name, key, value) => void table(name).set(key, value),
    remove: async (name, key) => void table(name).delete(key),
  };
}
