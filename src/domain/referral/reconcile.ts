import { changedFields, compare, isAfterWon, pick } from '../deal/compare';
import type { ChangeField } from '../deal/deal';
import { namedChange } from '../deal/named-place';
import { joined } from '../deal/stack';
import type { RefusedWhy } from '../notices';
import { archivedAsOf, stageOf } from '../record/reading';
import type { PersonRef } from '../person/person-ref';
import { seenResource } from './face';
import { heldEnd, withEnd } from './held-end';
import type { Facts } from './inputs';
import { dropIntent, intend, replaceIntent, withdraw } from './intents';
import { audit, oweWrite, tell } from './parts';
import type { Intent, Question, Referral } from './referral';
import { keepRefused } from './refused-edit';

const MOST_UNHEEDED = 3;

/** Holds every intent against a resource just read: confirmed, still to be written, asked about or refused. */
export function reconcile(referral: Referral, facts: Facts): Referral {
  return referral.intents.reduce((next, { id }) => {
    const at = next.intents.findIndex((one) => one.id === id);
    const intent = next.intents[at];
    return intent ? reconcileOne(next, intent, at, facts) : next;
  }, referral);
}

function reconcileOne(referral: Referral, intent: Intent, at: number, facts: Facts): Referral {
  const { observed } = referral;
  // What earlier intents want is still on its way: to this one it is there.
  const base = seenResource({ observed, intents: referral.intents.slice(0, at) });
  const compared = compare(base, intent.change, intent.was);
  const theirs = compared.theirs.filter(
    (field) =>
      !isOvertaken(referral, field, at) &&
      !isReplaced(referral, field, at) &&
      !isNamed(referral, field, intent),
  );
  const { open } = compared;
  if (open.length === 0 && theirs.length === 0) return settled(referral, intent, facts);
  if (stageOf(observed) === 'archived' && !isAfterWon(intent.change))
    return afterTheEnd(referral, intent, facts);
  if (theirs.includes('stage')) return refused(referral, intent, 'taken', {}, facts);
  const asked = theirs.length === 0 ? referral : ask(referral, intent, theirs, facts);
  if (open.length === 0) return settled(asked, intent, facts);
  const left = { ...intent, change: pick(intent.change, open), was: pick(intent.was, open) };
  switch (intent.state) {
    case 'unconfirmed':
      return unheeded(asked, left, facts);
    case 'sending':
      return stillOpen(asked, left, facts);
    case 'held':
      return replaceIntent(asked, left);
  }
}

/** The contact of an invitation that waits: that is asked for with a new invitation (`inviting.ts`). */
const isNamed = ({ making }: Referral, field: ChangeField, { id }: Intent): boolean =>
  making?.after === id && field.startsWith('contacts/');

/** A later intent of ours has been written already: what is read is ours, not somebody else's. */
function isOvertaken({ observed, intents }: Referral, field: ChangeField, at: number): boolean {
  return intents
    .slice(at + 1)
    .some(
      ({ change, state }) =>
        state !== 'held' &&
        changedFields(change).includes(field) &&
        compare(observed, pick(change, [field]), {}).done.length > 0,
    );
}

/** A later intent of ours changes it once more: that one's author is asked, and nobody about what is no longer wanted. */
const isReplaced = ({ intents }: Referral, field: ChangeField, at: number): boolean =>
  field !== 'stage' &&
  intents
    .slice(at + 1)
    .some(({ change, state }) => state !== 'held' && changedFields(change).includes(field));

/** It is closed there: what was written before the end, or is the end itself, has been taken. */
function afterTheEnd(referral: Referral, intent: Intent, facts: Facts): Referral {
  const wanted = intent.change.archivedAs;
  const taken = intent.state === 'unconfirmed' || wanted !== undefined;
  const asWanted = wanted === undefined || wanted === archivedAsOf(referral.observed);
  return taken && asWanted ? settled(referral, intent, facts) : refused(referral, intent, 'final', {}, facts);
}

/** Partner Center took it and does not show it: written again a few times, then its author hears of it. */
function unheeded(referral: Referral, intent: Intent, facts: Facts): Referral {
  const times = (intent.unheeded ?? 0) + 1;
  if (times < MOST_UNHEEDED) return stillOpen(referral, { ...intent, unheeded: times }, facts);
  const fields = changedFields(intent.change);
  return fields.includes('stage')
    ? refused(referral, intent, 'invalid', {}, facts)
    : settled(ask(referral, intent, fields, facts), intent, facts);
}

/** What is read does not show it (any more): it is written again, unless that is owed anyway. */
function stillOpen(referral: Referral, intent: Intent, facts: Facts): Referral {
  const next = replaceIntent(referral, { ...intent, state: 'sending' });
  const owed = next.outbox.some(
    (effect) => effect.kind === 'write' && effect.intent === intent.id && !effect.dead,
  );
  return owed ? next : oweWrite(next, intent.id, facts);
}

const settled = (referral: Referral, intent: Intent, facts: Facts): Referral =>
  audit(dropIntent(referral, intent.id), 'confirmed', facts, intent.by);

/** Fields that changed on both sides: Partner Center's stand until their author has said whose do. */
function ask(referral: Referral, intent: Intent, fields: readonly ChangeField[], facts: Facts): Referral {
  const yours = pick(intent.change, fields);
  const before = referral.own.questions ?? [];
  // An intent may be asked about field by field, as they are met.
  const asking = joined([...before.filter(({ id }) => id === intent.id).map((one) => one.yours), yours]);
  const question: Question = { id: intent.id, by: intent.by, at: facts.now, yours: asking };
  const questions = before.filter(({ id }) => id !== intent.id);
  const asked = {
    ...referral,
    own: { ...referral.own, questions: [...questions, question].slice(-QUESTIONS_KEPT) },
  };
  const told = tell(
    asked,
    intent.by,
    { kind: 'overwritten', yours, fields: [...fields], question: question.id },
    facts,
  );
  return audit(told, 'overwritten', facts, intent.by);
}

const QUESTIONS_KEPT = 10;

/** Whether something waits for this author's word. */
export const isAsked = ({ own }: Referral, by: Pick<PersonRef, 'id'>): boolean =>
  own.questions?.some((one) => one.by.id === by.id) === true;

/**
 * Whose stands, for all that one author was asked: theirs, and the question is over; or mine, which is a new intent on
 * what stands there now, or goes with the deal's end while that has not left. The very same referral when nothing was asked of them.
 */
export function answerQuestions(
  referral: Referral,
  { by, stands, id }: { readonly by: PersonRef; readonly stands: 'mine' | 'theirs'; readonly id: string },
  facts: Facts,
): Referral {
  const asked = (referral.own.questions ?? []).filter((one) => one.by.id === by.id);
  if (asked.length === 0) return referral;
  const questions = (referral.own.questions ?? []).filter((one) => one.by.id !== by.id);
  const next = { ...referral, own: { ...referral.own, questions } };
  if (stands === 'theirs') return next;
  const change = joined(asked.map(({ yours }) => yours));
  const end = heldEnd(next, by);
  return end
    ? withEnd(next, end, change)
    : intend(next, { id, by: { id: by.id, name: by.name }, change }, facts);
}

/** Partner Center's no, in its words and of the field that it names, or an admin's (`by`): the intent is gone, its author is told why and gets back what they wrote. */
export function refused(
  referral: Referral,
  intent: Intent,
  why: RefusedWhy,
  { detail, at, by }: { readonly detail?: string; readonly at?: string; readonly by?: PersonRef },
  facts: Facts,
): Referral {
  const field = at === undefined ? undefined : namedChange(at);
  const said = { ...(detail ? { detail } : {}), ...(field ? { field } : {}) };
  const notice = { kind: 'refused' as const, why, change: intent.change, ...said, ...(by ? { by } : {}) };
  const kept = keepRefused(referral, intent, { why, ...said }, facts);
  const told = tell(withdraw(uninvited(kept, intent), intent), intent.by, notice, facts);
  // Who dropped it stands there already.
  return why === 'dropped' ? told : audit(told, 'refused', facts, intent.by);
}

/** Without what belongs to it Microsoft is not invited. */
function uninvited(referral: Referral, { id }: Intent): Referral {
  const { making, ...rest } = referral;
  return making?.after === id ? rest : referral;
}
