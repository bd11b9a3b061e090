import { Unavailable } from '../../../application/ports/faults';
import type { FormAnswer } from '../../../application/operate/form-answer';
import type { Asking } from '../answers/asking';
import { said, type Answer } from '../answers/answer';
import type { ReferralView } from '../../../application/ports/messages';
import { dayIn } from '../../../domain/record/dates';
import type { Told } from '../words/telling';
import { newOf, readTold } from '../words/told';
import { folded } from '../words/wording';
import { inline } from '../cards/plain-text';
import type { Look } from '../cards/look';

/** Its form, or, where it needs none, what came of it. `sure`: the question that came first has been read. */
export async function operateOnReferral(
  { operation, ends }: Look,
  { turn, useCases }: Asking,
  referral: string,
  sure = false,
): Promise<Answer> {
  const press = { id: turn.id, sure };
  const end: FormAnswer = await useCases.operate.begin(operation.name, referral, turn.person, press);
  const shown = end.kind === 'ended' && end.outcome.kind === 'done' && ends === 'contacts' && end.view;
  return shown ? { kind: 'contacts', view: shown } : end;
}

/**
 * The form of an operation, filled in with what was told: the note, and what is said of its fields. Nothing is changed
 * before the person saves it.
 */
export function tellOf(
  { operation }: Look,
  { turn, useCases }: Asking,
  { id, current, language, zone, now }: ReferralView,
  told: Told,
  note: string,
): Promise<Answer> {
  const { currency } = current.deal;
  const context = {
    language,
    zone,
    today: dayIn(now, zone),
    ...(currency === undefined ? {} : { currency }),
  };
  const wrote = { ...told.answers(context), notes: note };
  return useCases.operate.begin(operation.name, id, turn.person, { id: turn.id, sure: true, wrote });
}

/** The one that was chosen of several, with what was told before. */
export async function tellChosen(
  look: Look,
  asking: Asking,
  referral: string,
  text: string,
): Promise<Answer> {
  const told = readTold(text);
  const seen = await asking.useCases.lists.one(referral, asking.turn.person);
  if (!told || seen.kind !== 'one') return operateOnReferral(look, asking, referral);
  const named = told.customers.find(({ words }) => isNameOf(words, seen.view)) ?? told.customers[0];
  return tellOf(look, asking, seen.view, told, named?.note ?? text);
}

const isNameOf = (words: string, { current }: ReferralView): boolean =>
  folded(current.customer.name).includes(folded(words));

/** A button that says the first answer of the form: it is saved with it. */
export async function answerAtOnce(
  { operation }: Look,
  { turn, useCases }: Asking,
  referral: string,
  words: string,
): Promise<Answer> {
  const open = await useCases.operate.begin(operation.name, referral, turn.person, { id: turn.id });
  const [first] = open.kind === 'form' ? open.form.fields : [];
  if (open.kind !== 'form' || !first) return open;
  return useCases.operate.answer(open.draft, turn.person, { kind: 'sheet', answers: { [first.id]: words } });
}

const TOLD = ' told: ';

/** Which kind of something new is wanted, with what was told of it. */
export const withTold = (variant: string, text: string): string => `${variant}${TOLD}${text}`;

/** The form of something new, filled in with what was told of it. `words`: which kind of it, and that. */
export async function beginNew(
  { operation: { name } }: Look,
  { turn, useCases }: Asking,
  words: string,
): Promise<Answer> {
  const [variant = '', ...text] = words.split(TOLD);
  const press = { id: turn.id };
  const begun = await useCases.operate.begin(name, variant, turn.person, press);
  const told = newOf(text.join(TOLD));
  if (!told || begun.kind !== 'form') return begun;
  const { language, zone, today, values } = begun;
  const { currency } = values;
  const wrote = told.answers({ language, zone, today, ...(currency === undefined ? {} : { currency }) });
  return useCases.operate.begin(name, variant, turn.person, { ...press, wrote });
}

/** In a channel: the people to choose from are its roster. Elsewhere only what gives a desk up, by its name (`words`). */
export async function operateOnDesk({ operation }: Look, asking: Asking, words = ''): Promise<Answer> {
  const { turn, useCases, directory } = asking;
  const { name } = operation;
  const givesUp = operation.on === 'desk' && operation.givesUp === true;
  if (givesUp && (words !== '' || turn.place.kind === 'personal')) {
    const begun = await useCases.operate.beginOnNamed(name, words, turn.person);
    if (begun.kind !== 'which-desk') return begun;
    return said('bot.which-desk', { command: name, desks: begun.desks.map((one) => inline(one)).join(', ') });
  }
  if (turn.place.kind !== 'channel') return said('bot.say-in-channel', { command: name });
  const { place } = turn.place;
  try {
    const roster = await directory.roster(place);
    return await useCases.operate.beginOnDesk(name, place, roster, turn.person);
  } catch (fault) {
    if (fault instanceof Unavailable) return said('bot.no-roster', { command: name });
    throw fault;
  }
}
