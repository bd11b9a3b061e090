import type { DocumentBase } from './document';
import type { EffectBase } from './effect';
import { change, remove } from './outbox';

/** What an admin wants of something owed that does not get done. */
export type Attention = 'again' | 'drop';

/** What was given up is tried as if it had just been owed, or taken out. Nothing else changes. */
export function attended<D extends DocumentBase>(document: D, id: string, wish: Attention, now: number): D {
  if (wish === 'drop') return remove(document, id);
  const again = change(document, id, ({ dead: _, problem: __, ...effect }: EffectBase) => ({
    ...effect,
    tries: 0,
    owedAt: now,
    notBefore: now,
  }));
  return { ...again, wakeAt: now };
}
