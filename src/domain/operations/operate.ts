import type { Answers } from '../forms/form';
import { seen } from '../referral/face';
import type { Facts, Input, Stepped } from '../referral/inputs';
import { doneBefore, remember } from '../living/document';
import { audit } from '../referral/parts';
import type { Referral } from '../referral/referral';
import type { About, Actor, ReferralOperation } from './operation';
import { notPossible } from './possible';

/** Somebody does something. `sure`: they have read the question that may come first. */
export interface Deed {
  readonly id: string;
  readonly by: Actor;
  readonly answers?: Answers;
  readonly began?: Answers;
  /** What the record held of what the form asks when it was saved. */
  readonly stood?: Answers;
  readonly sure?: boolean;
}

/** What the form asks has changed in the very moment of the save. */
const hasChanged = ({ stands }: ReferralOperation, about: About, { stood }: Deed): boolean =>
  stood !== undefined &&
  Object.entries(stands?.(about).holds ?? {}).some(([key, value]) => value !== (stood[key] ?? ''));

/**
 * Done once per id; refused or asked about by the rules of its row; else changed and noted. `unchanged`: nothing is done, because what
 * the form asks has changed since it was held against the record.
 */
export function operate(referral: Referral, operation: ReferralOperation, deed: Deed, facts: Facts): Stepped {
  const done = { kind: 'done', did: operation.audit } as const;
  if (doneBefore(referral, deed.id)) return { referral, outcome: done };
  const about: About = { referral, current: seen(referral), by: deed.by, facts };
  const outcome = notPossible(operation, about) ?? (deed.sure ? undefined : operation.asks?.(about));
  if (outcome) return { referral, outcome };
  if (hasChanged(operation, about, deed)) return { referral, outcome: { kind: 'unchanged' } };
  const { id, answers = {}, began = {} } = deed;
  const whole = { ...about, id, answers, began };
  const refused = operation.refuses?.(whole);
  if (refused) return { referral, outcome: refused };
  const next = operation.change(whole);
  if (next === referral) return { referral, outcome: done };
  const by = { id: deed.by.id, name: deed.by.name };
  const noted = audit(next, operation.audit, facts, by);
  return { referral: remember(noted, id, operation.audit), outcome: done };
}

/** The operation as an input of `step`. */
export const doing = (operation: ReferralOperation, deed: Deed): Input => ({
  kind: 'operation',
  does: (referral, facts) => operate(referral, operation, deed, facts),
});
