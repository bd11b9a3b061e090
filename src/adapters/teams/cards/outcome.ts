import type { FormEnd, Refusal } from '../../../application/use-cases';
import type { Outcome } from '../../../domain/referral/inputs';
import type { MakeButton } from './make-button';
import type { Answer } from './shown';
import type { Expand, Model } from './templates';
import { answerCard } from './answer-card';
import { fieldWord } from './form-fields';
import { moment } from './moments';
import { inline } from './plain-text';
import type { Reader } from './reader';
import { referralButton } from './stage-buttons';
import { wroteFacts } from './wrote';

export type Ending = FormEnd | Refusal | { readonly kind: 'cancelled' };

/** Done as it was meant: nothing has to be given back. */
const TAKEN: ReadonlySet<Outcome['kind']> = new Set([
  'accepted',
  'declined',
  'called',
  'contacting',
  'created',
  'updated',
]);

function taken(reader: Reader, { by, at }: Extract<Outcome, { kind: 'taken' }>, customer: string): string {
  if (!by) return reader.say('outcomes.taken-elsewhere', { customer });
  const name = inline(by.name);
  return at === undefined
    ? reader.say('outcomes.taken-by-someone', { name, customer })
    : reader.say('outcomes.taken-by', { name, moment: moment(reader, at) });
}

function words(reader: Reader, end: FormEnd): string {
  const { outcome, view } = end;
  const customer = view ? inline(view.current.customer.name) : reader.say('outcomes.it');
  switch (outcome.kind) {
    case 'taken':
      return taken(reader, outcome, customer);
    case 'final':
      return reader.say(`outcomes.final-${outcome.archivedAs}`, { customer });
    case 'not-now':
      if (view?.current.kind === 'other') return reader.say('outcomes.not-here', { customer });
      return reader.say('outcomes.not-now', {
        customer,
        stage: reader.say(`stages.${view?.current.stage ?? 'received'}`),
      });
    case 'invalid': {
      const problems = outcome.problems.map(
        ({ field, key, params }) =>
          `${fieldWord(reader, end.form, field, 'label')}: ${reader.say(`problems.${key}`, params)}`,
      );
      return reader.say('outcomes.invalid', { problems: problems.join(' ') });
    }
    case 'created':
    case 'updated':
      return reader.say('outcomes.updated');
    default:
      return reader.say(`outcomes.${outcome.kind}`, { customer });
  }
}

/** Said once, when it is fresh: the card goes on saying it. */
function pending(reader: Reader, { view, outcome }: FormEnd): string {
  const written = outcome.kind === 'accepted' || outcome.kind === 'declined';
  return written && view?.connected && view.pending ? reader.say(`pending.${view.pending.state}`) : '';
}

function ended(expand: Expand, reader: Reader, end: FormEnd, make: MakeButton): Answer {
  const facts = TAKEN.has(end.outcome.kind) ? [] : wroteFacts(reader, end.form, end.wrote);
  const buttons: Model[] = end.view ? [make(referralButton(reader, end.view, 'details'))] : [];
  const text = [words(reader, end), pending(reader, end)].filter(Boolean).join(' ');
  return answerCard(expand, reader, {
    title: reader.say('outcomes.title'),
    text,
    also: facts.length > 0 ? [reader.say('outcomes.wrote')] : [],
    facts,
    buttons,
  });
}

function refusal(reader: Reader, end: Exclude<Ending, FormEnd>): string {
  switch (end.kind) {
    case 'cancelled':
      return reader.say('outcomes.cancelled');
    case 'owner-only':
      return end.owner === ''
        ? reader.say('refusals.owner-only-elsewhere')
        : reader.say('refusals.owner-only', { owner: inline(end.owner) });
    default:
      return reader.say(`refusals.${end.kind}`);
  }
}

/** What became of what a person wanted, in words, with what they had written where it was not taken. */
export function outcome(expand: Expand, reader: Reader, end: Ending, make: MakeButton): Answer {
  if (end.kind === 'ended') return ended(expand, reader, end, make);
  return answerCard(expand, reader, { title: reader.say('outcomes.title'), text: refusal(reader, end) });
}

/** What a channel is told once it is a desk. */
export function bound(expand: Expand, reader: Reader, { desk, newGoTo }: FormEnd): Answer {
  const names = (people: readonly { readonly name: string }[]): string =>
    people.map(({ name }) => inline(name)).join(reader.say('list-of')) || reader.say('bound.nobody');
  const facts = desk
    ? [
        { label: reader.say('bound.answers'), value: names(desk.answers) },
        { label: reader.say('bound.managers'), value: names(desk.managers) },
        { label: reader.say('bound.zone'), value: inline(desk.zone) },
        { label: reader.say('bound.currency'), value: inline(desk.currency) },
      ]
    : [];
  return answerCard(expand, reader, {
    title: reader.say('outcomes.title'),
    text:
      newGoTo === undefined
        ? reader.say('bound.created')
        : reader.say('bound.created-second', { channel: inline(newGoTo) }),
    facts,
    closing: newGoTo === undefined ? [reader.say('bound.next')] : [],
  });
}
