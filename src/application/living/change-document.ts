import type { DocumentKind, Documents } from '../../domain/documents';
import { StoreBusy } from '../ports/faults';
import type { Store } from '../ports/store';

const MOST_RACES = 20;

export interface Changed<K extends DocumentKind, T> {
  readonly document: Documents[K];
  readonly result: T;
}

interface Ways<K extends DocumentKind> {
  readonly told?: boolean;
  readonly releases?: ((next: Documents[K]) => string | undefined) | undefined;
}

/**
 * Reads, steps and saves one document; a lost race is read again and stepped again. `step` gives back the very same
 * document when nothing changes: then nothing is written. `told`: somebody is told of the outcome, so what was read must
 * last as a write does. `releases`: whose lease ends with this write, if any. Undefined: there is no such document.
 */
export async function changeDocument<K extends DocumentKind, T>(
  store: Store,
  kind: K,
  id: string,
  step: (document: Documents[K]) => Promise<Changed<K, T>> | Changed<K, T>,
  { told = false, releases }: Ways<K> = {},
): Promise<Changed<K, T> | undefined> {
  for (let race = 0; race < MOST_RACES; race += 1) {
    const document = await store.get(kind, id);
    if (!document) return undefined;
    const changed = await step(document);
    if (changed.document === document) {
      if (!told || (await store.confirm({ kind, id }, document.version))) return changed;
    } else if (await store.save(kind, changed.document, releases?.(changed.document))) {
      return { ...changed, document: { ...changed.document, version: document.version + 1 } };
    }
  }
  throw new StoreBusy(new Error(`${kind} ${id} was written ${String(MOST_RACES)} times meanwhile`));
}
