import type {
  Audience,
  AudienceName,
  Recipient,
  Settlement,
  SweepEffect,
  SweepInput,
  SweepQuery,
  TellEffect,
} from './effects';
import type { DocumentBase } from './living/document';
import type { EffectBase } from './living/effect';
import { buryDead, change, nextEffectAt, owe, remove } from './living/outbox';
import { book } from './living/settle';
import type { Notice } from './notices';

/** What every kind but the referral owes: messages to people, and sweeps over many referrals. */
type Owing = DocumentBase & { readonly outbox: readonly (EffectBase | TellEffect | SweepEffect)[] };

/** The first program that knows audiences and sweeps. */
const SINCE = 2;

/** A message to an audience, each in their own chat. */
export function tellAbout<D extends Owing>(document: D, to: Audience, notice: Notice, now: number): D {
  const lane = typeof to === 'string' ? `audience:${to}` : `person:${to.id}`;
  const effect = { kind: 'tell' as const, since: SINCE, lane, to, notice };
  return owe(document, effect as never, now);
}

/** Many referrals are stepped, a page at a time, by this document's own wake: never in a person's turn. */
export function sweep<D extends Owing>(document: D, of: SweepQuery, does: SweepInput, now: number): D {
  return owe(document, { kind: 'sweep', since: SINCE, lane: 'sweep', of, does } as never, now);
}

/** Books how one of these effects ended. */
export function settleOwed<D extends Owing>(document: D, id: string, settlement: Settlement, now: number): D {
  const effect = document.outbox.find((one) => one.id === id);
  if (!effect || effect.dead) return document;
  switch (settlement.kind) {
    case 'done':
    case 'parked':
    case 'put-off':
    case 'retry':
    case 'rejected':
      return book(document, id, settlement, now);
    case 'unreachable':
      return book(
        document,
        id,
        { kind: 'parked', until: 'person-reachable', problem: settlement.problem },
        now,
      );
    case 'addressed':
      return addressed(document, effect as TellEffect, settlement.to, now);
    case 'swept':
      return settlement.after === undefined
        ? remove(document, id)
        : change(document, id, (one) => ({ ...one, after: settlement.after, notBefore: now, tries: 0 }));
    default:
      return remove(document, id);
  }
}

/** One message for an audience becomes one for each of those it was found to be. */
export function addressed<D extends Owing>(
  document: D,
  { id, notice, to }: TellEffect,
  recipients: readonly Recipient[],
  now: number,
): D {
  const audience = to as AudienceName;
  return recipients.reduce(
    (next, recipient) =>
      owe(
        next,
        {
          kind: 'tell',
          since: SINCE,
          lane: `person:${recipient.to.id}`,
          to: recipient.to,
          rule: recipient.rule,
          audience,
          notice,
        } as never,
        now,
      ),
    remove(document, id),
  );
}

/** What each step of these kinds ends with. `next`: what else they wake for (business time, ms). */
export function finishOwing<D extends Owing>(document: D, next: number | undefined): D {
  const clean = buryDead(document);
  const times = [nextEffectAt(clean.outbox), next].filter((time) => time !== undefined);
  return { ...clean, wakeAt: times.length === 0 ? null : Math.min(...times) };
}
