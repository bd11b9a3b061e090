import type { FormEnd } from '../../../application/operate/form-answer';
import type { Outcome } from '../../../domain/referral/inputs';
import { lookOf, type Look } from '../cards/look';
import type { MakeButton } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Expand, Model } from '../cards/templates';
import { answerCard } from '../cards/answer-card';
import { dueDayOf } from '../../../domain/deal/figures';
import { dated, moment, weekday } from '../cards/moments';
import { inline } from '../cards/plain-text';
import { reason } from '../cards/names';
import type { Reader } from '../cards/reader';
import { referralButton } from '../cards/stage-buttons';
import { namedByRow } from '../cards/string-key';
import { wroteFacts } from './wrote';
import { bound, unbound } from './bound';
import type { AnswerKind } from './kind';

/** Done as it was meant: nothing has to be given back. */
const TAKEN: ReadonlySet<Outcome['kind']> = new Set(['done', 'asked', 'created', 'updated']);

/** Who was first, to those who wanted it, too; whose it is, to those who asked in words. */
function taken(
  reader: Reader,
  { by, at }: Extract<Outcome, { kind: 'taken' }>,
  customer: string,
  end: FormEnd,
): string {
  if (!by) return reader.say('outcomes.taken-elsewhere', { customer });
  const name = inline(by.name);
  if (at === undefined)
    return reader.say(end.inWords ? 'outcomes.held-by-someone' : 'outcomes.taken-by-someone', {
      name,
      customer,
    });
  const when = moment(reader, at);
  return end.inWords
    ? reader.say('outcomes.held-by', { name, customer, moment: when })
    : reader.say('outcomes.taken-by', { name, moment: when });
}

/** How it ended, by whom, when and why; as long as nothing has left, until when that can be undone. */
function final(
  reader: Reader,
  outcome: Extract<Outcome, { kind: 'final' }>,
  view: FormEnd['view'],
  customer: string,
): string {
  const { archivedAs, by, at, until, unsent } = outcome;
  const name = by ? inline(by.name) : '';
  const so = { customer, name, stage: reader.say(`archived.${archivedAs}`) };
  if (unsent) return reader.say('outcomes.not-sent-yet', so);
  if (until !== undefined)
    return reader.say('outcomes.not-final-yet', { ...so, moment: moment(reader, until) });
  const when = at === undefined ? '' : dated(reader, at);
  const key = by ? 'outcomes.ended-by' : 'outcomes.ended-at';
  const who = when === '' ? '' : reader.say(key, { name, moment: when });
  const because = view?.current.reason;
  const why =
    because === undefined
      ? ''
      : reader.say('outcomes.ended-why', { reason: inline(reason(reader, because), 120) });
  return reader.say(`outcomes.final-${archivedAs}`, { customer, who, why });
}

function ownerOnly(reader: Reader, owner: string | undefined, view: FormEnd['view']): string {
  if (owner !== undefined) return reader.say('refusals.owner-only', { owner: inline(owner) });
  return reader.say(
    view?.current.stage === 'archived' ? 'refusals.owner-only-over' : 'refusals.owner-only-elsewhere',
  );
}

function notItsKind(reader: Reader, view: FormEnd['view'], customer: string): string {
  const kind = view?.current.kind ?? 'other';
  if (view?.goneAt !== undefined) return reader.say('outcomes.gone', { customer });
  if (kind === 'other') return reader.say('outcomes.not-here', { customer });
  return reader.say('outcomes.not-its-kind', { customer, kind: reader.say(`kinds.${kind}`) });
}

/** What is missing, in the words of the operation. */
const lacks = (reader: Reader, operation: string, what: readonly string[]): string =>
  what
    .map((one) => reader.lookup(`lacks.${operation}`, one) ?? reader.say(namedByRow(`missing.${one}`)))
    .join('; ');

const done = (reader: Reader, did: string, view: FormEnd['view'], customer: string): string =>
  reader.say(namedByRow(`outcomes.${did}`), {
    customer,
    moment: view?.remindsAt === undefined ? '' : moment(reader, view.remindsAt),
    day: closes(reader, view),
  });

const closes = (reader: Reader, view: FormEnd['view']): string =>
  weekday(reader, dueDayOf(view?.current.deal ?? {}) ?? '');

function words(reader: Reader, end: FormEnd): string {
  const { outcome, view } = end;
  const customer = view ? inline(view.current.customer.name) : reader.say('outcomes.it');
  switch (outcome.kind) {
    case 'taken':
      return taken(reader, outcome, customer, end);
    case 'final':
      return final(reader, outcome, view, customer);
    case 'invalid':
      return reader.say(`outcomes.invalid.${outcome.problem}`, { customer });
    case 'gone-out':
      return reader.say('outcomes.gone-out', { customer });
    case 'not-now':
      return reader.say(`outcomes.not-now.${outcome.why}`, { customer, day: closes(reader, view) });
    case 'not-its-kind':
      return notItsKind(reader, view, customer);
    case 'done':
      return done(reader, outcome.did, view, customer);
    case 'lacking':
      return reader.say('outcomes.lacking', { customer, lacks: lacks(reader, end.operation, outcome.lacks) });
    case 'owner-only':
      return ownerOnly(reader, outcome.owner, view);
    case 'asked': {
      const facts = { name: inline(outcome.by.name), moment: moment(reader, outcome.at), customer };
      return reader.say(`questions.${end.operation}.ask`, facts);
    }
    case 'created':
    case 'updated':
      return reader.say('outcomes.updated');
    case 'unchanged':
      return reader.say('outcomes.unchanged');
  }
}

/** Until when what was done just now can be undone; undefined: it cannot. */
const undoUntil = ({ view, outcome }: FormEnd): number | undefined =>
  outcome.kind === 'done' && view?.pending?.state === 'held' ? view.pending.until : undefined;

/** Said once and never changed: how the change fares is for the card to say. */
function pending(reader: Reader, end: FormEnd): string {
  const { view, outcome } = end;
  const until = undoUntil(end);
  if (until !== undefined) return reader.say('outcomes.undo-until', { moment: moment(reader, until) });
  const waits = view?.pending ?? view?.making;
  return outcome.kind === 'done' && view?.connected && waits ? reader.say('outcomes.on-its-way') : '';
}

/** "Contact all the same": the same press, by somebody who has read the question. */
function sureButton(reader: Reader, { operation, view }: FormEnd, make: MakeButton): Model[] {
  if (!view) return [];
  const button = referralButton(reader, view, operation);
  const title = reader.say(`questions.${operation}.sure`);
  return [make({ ...button, title, data: { ...button.data, sure: true } })];
}

/** Those of its operations that go with this answer. */
const offered = (
  reader: Reader,
  { view }: FormEnd,
  make: MakeButton,
  goes: (look: Look) => unknown,
): Model[] =>
  view
    ? make.looks
        .filter((look) => goes(look) && view.offers.includes(look.operation.name))
        .map(({ operation: { name } }) => make(referralButton(reader, view, name)))
    : [];

function draw(expand: Expand, reader: Reader, end: FormEnd, make: MakeButton, titled: boolean): DrawnCard {
  const facts = TAKEN.has(end.outcome.kind) ? [] : wroteFacts(reader, end.operation, end.wrote);
  const sure = end.outcome.kind === 'asked' ? sureButton(reader, end, make) : [];
  const taking = undoUntil(end) === undefined ? [] : offered(reader, end, make, ({ undoes }) => undoes);
  const isOver = end.outcome.kind === 'final';
  const anew = isOver ? offered(reader, end, make, ({ afterwards }) => afterwards) : [];
  const buttons = [
    ...sure,
    ...taking,
    ...anew,
    ...(end.view ? [make(referralButton(reader, end.view, 'details'))] : []),
  ];
  const text = [words(reader, end), pending(reader, end)].filter(Boolean).join(' ');
  return answerCard(expand, reader, {
    titled,
    title: reader.say(`outcomes.titles.${end.inWords ? 'not-now' : end.outcome.kind}`),
    text,
    also: facts.length > 0 ? [reader.say('outcomes.wrote')] : [],
    facts,
    buttons,
  });
}

/** Who was first is said to who wanted to be: of anything else, whose it is. */
function asItStands(end: FormEnd, { looks }: MakeButton): FormEnd {
  const operation = lookOf(looks, end.operation)?.operation;
  const isRace = operation?.on === 'referral' && operation.alone === true;
  return end.outcome.kind === 'taken' && operation !== undefined && !isRace ? { ...end, inWords: true } : end;
}

/** The moment is that of the referral, or when the other person was first. */
function momentOf({ outcome, view }: FormEnd): number {
  return view?.now ?? (outcome.kind === 'taken' ? outcome.at : undefined) ?? 0;
}

/** Ended well: nothing more is to be read than a sentence. */
const isShort = ({ outcome: { kind } }: FormEnd): boolean =>
  kind !== 'asked' && (TAKEN.has(kind) || kind === 'unchanged');

/** What became of what a person wanted, in words, with what they had written where it was not taken. */
export const endedKind: AnswerKind<FormEnd> = {
  draw({ expand, reader, buttons }, end, { surface, here, reader: of }) {
    const reading = reader(end.view ?? of, momentOf(end));
    const make = buttons(surface, here);
    if (!end.desk) return draw(expand, reading, asItStands(end, make), make, surface === 'dialog');
    return end.desk.unbound
      ? unbound(expand, reading, end.desk, end.desk.unbound)
      : bound(expand, reading, end.desk, end);
  },
  eyes: ({ desk }) => (desk ? 'all' : 'person'),
  page: (end) => (undoUntil(end) !== undefined ? 'medium' : isShort(end) ? 'sentence' : 'large'),
};
