import type { DocumentBase } from './document';
import type { EffectBase, ParkedUntil } from './effect';
import { change, remove, retry } from './outbox';

/** How the performing of an effect may end, whatever it is. */
export type Ending =
  | { readonly kind: 'done' }
  | { readonly kind: 'parked'; readonly until: ParkedUntil; readonly problem: string }
  /** Not tried at all: there is no room before this business time (ms). */
  | { readonly kind: 'put-off'; readonly at: number }
  /** Try again at this business time (ms). */
  | { readonly kind: 'retry'; readonly at: number; readonly problem: string }
  /** It will never be taken as it is. */
  | { readonly kind: 'rejected'; readonly problem: string };

/** An effect after its try: undefined when it is done; marked `dead` when it is given up. */
export function ended<E extends EffectBase>(effect: E, ending: Ending, now: number): E | undefined {
  switch (ending.kind) {
    case 'done':
      return undefined;
    case 'parked':
      return { ...effect, parked: ending.until, problem: ending.problem };
    case 'put-off':
      return { ...effect, notBefore: ending.at, held: true };
    case 'retry':
      return retry(effect, ending.at, ending.problem, now);
    case 'rejected':
      return { ...effect, tries: effect.tries + 1, dead: true, problem: ending.problem };
  }
}

/** Books an ending. An effect that is no longer there was settled by somebody else: nothing happens. */
export function book<D extends DocumentBase>(document: D, id: string, ending: Ending, now: number): D {
  const effect = document.outbox.find((one) => one.id === id);
  if (!effect || effect.dead) return document;
  const next = ended(effect, ending, now);
  return next ? change(document, id, () => next) : remove(document, id);
}
