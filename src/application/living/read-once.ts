import type { AnyDocument, DocumentKind, Documents } from '../../domain/documents';
import type { Store } from '../ports/store';

/** A turn needs a few; long work (a poll, a sweep) begins anew with so many. */
const MOST = 100;

const keyOf = (kind: DocumentKind, id: string): string => `${kind}:${id}`;

/**
 * The store as one turn, or one round of a drain, sees it: a document is read once, what is written here is known.
 * It stays right with several processes, as every write is conditional: when one is lost, all is read anew. A referral
 * is stepped by the rules of its desk, so these are never older than what was read of the referral: a sweep that carries
 * new rules through the referrals either came before both, or makes the write fail. `document`: read already.
 */
export function readOnce(store: Store, document?: AnyDocument): Store {
  const known = new Map<string, Promise<AnyDocument | undefined>>();
  const know = (one: AnyDocument): void => void known.set(keyOf(one.kind, one.id), Promise.resolve(one));
  if (document) know(document);

  const read = async (kind: DocumentKind, id: string): Promise<AnyDocument | undefined> => {
    const key = keyOf(kind, id);
    const found = known.get(key);
    if (found) return found;
    if (known.size >= MOST) known.clear();
    if (kind === 'referral') for (const one of known.keys()) if (one.startsWith('desk:')) known.delete(one);
    const asked: Promise<AnyDocument | undefined> = store.get(kind, id);
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
  };
  /** A write that was not taken, or of which nobody knows, says that something here is no longer so. */
  const written = async (write: Promise<boolean>, next?: AnyDocument): Promise<boolean> => {
    let taken = false;
    try {
      taken = await write;
    } finally {
      if (!taken) known.clear();
    }
    if (taken && next) know(next);
    return taken;
  };
  return {
    get: async <K extends DocumentKind>(kind: K, id: string) =>
      (await read(kind, id)) as Documents[K] | undefined,
    insert: (kind, one) => written(store.insert(kind, one), { ...one, version: 1 }),
    save: (kind, one, release) =>
      written(store.save(kind, one, release), { ...one, version: one.version + 1 }),
    confirm: (ref, version) => written(store.confirm(ref, version)),
    claim: (claim) => store.claim(claim),
    nextWake: (except) => store.nextWake(except),
    renew: (ref, holder, until) => store.renew(ref, holder, until),
    release: (ref, holder) => store.release(ref, holder),
    takeBack: (isGone) => store.takeBack(isGone),
    list: (kind, query, limit, after) => store.list(kind, query, limit, after),
    count: (kind, query, atMost) => store.count(kind, query, atMost),
    totals: (kind, query, atMost) => store.totals(kind, query, atMost),
    tally: (key) => store.tally(key),
    swapTally: (key, from, to) => store.swapTally(key, from, to),
    unreadable: (limit) => store.unreadable(limit),
    inspect: () => store.inspect(),
    check: () => store.check(),
    close: () => store.close(),
  };
}
