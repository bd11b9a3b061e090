import { EDITED_FIELDS } from '../deal/fields';
import type { RefusedWhy } from '../notices';
import type { PersonRef } from '../person/person-ref';
import type { Facts } from './inputs';
import type { Intent, Referral, RefusedEdit } from './referral';

const KEPT_MS = 86_400_000;

/** What Partner Center has judged; what came too late, or got no answer, was no fault of the values. */
const JUDGED: ReadonlySet<RefusedWhy> = new Set([
  'invalid',
  'forbidden',
  'no-right',
  'unanswered',
  'dropped',
]);

const isOld = ({ at }: RefusedEdit, now: number): boolean => at + KEPT_MS <= now;

function withEdits(referral: Referral, edits: readonly RefusedEdit[]): Referral {
  const { refusedEdits: _, ...own } = referral.own;
  return { ...referral, own: edits.length === 0 ? own : { ...own, refusedEdits: edits } };
}

/** Keeps the fields of a change that was refused for whoever wrote them, in place of what was refused them before. */
export function keepRefused(
  referral: Referral,
  { by, change }: Pick<Intent, 'by' | 'change'>,
  said: { readonly why: RefusedWhy; readonly field?: string; readonly detail?: string },
  facts: Facts,
): Referral {
  const { why, ...words } = said;
  const all: Readonly<Record<string, unknown>> = { ...change };
  const wrote = EDITED_FIELDS.flatMap(({ id }) => {
    const value = all[id];
    return typeof value === 'string' ? [[id, value] as const] : [];
  });
  if (!JUDGED.has(why) || change.stage !== undefined || wrote.length === 0) return referral;
  const others = (referral.own.refusedEdits ?? []).filter((one) => one.by.id !== by.id);
  return withEdits(referral, [...others, { by, at: facts.now, wrote: Object.fromEntries(wrote), ...words }]);
}

/** What was refused to this person within a day, and not written anew since. */
export const refusedTo = (
  { own: { refusedEdits = [] } }: Pick<Referral, 'own'>,
  by: Pick<PersonRef, 'id'>,
  now: number,
): RefusedEdit | undefined => refusedEdits.find((one) => one.by.id === by.id && !isOld(one, now));

/** They have written it anew. */
export const withoutRefused = (referral: Referral, by: Pick<PersonRef, 'id'>): Referral =>
  referral.own.refusedEdits
    ? withEdits(
        referral,
        referral.own.refusedEdits.filter((one) => one.by.id !== by.id),
      )
    : referral;

/** Without what is older than a day; the very same referral where nothing is. */
export const dropOldRefused = (referral: Referral, { now }: Facts): Referral =>
  referral.own.refusedEdits?.some((one) => isOld(one, now))
    ? withEdits(
        referral,
        referral.own.refusedEdits.filter((one) => !isOld(one, now)),
      )
    : referral;
