import type { Answers } from '../../../domain/forms/form';
import { isMail, readMail } from './pasted-mail';
import { figuresIn, type Named, type Told, type TellingContext } from './telling';

const SPOKE =
  '(?:called|rang|phoned|spoke (?:to|with)|talked (?:to|with)|met(?: with)?|visited|(?:had a )?(?:call|meeting) with)';
const WROTE = '(?:e-?mailed|mailed|wrote(?: to)?|texted)';
const MISSED = "(?:did not reach|didn't reach|couldn't reach|could not reach|not reached|missed)";
const BEGINS = new RegExp(
  `^(?:(?:i|we)(?: have|'ve)? |just )*(?:(?<spoke>${SPOKE})|(?<wrote>${WROTE})|(?<missed>${MISSED}))\\s+`,
  'i',
);
const NOBODY =
  /\b(?:no answer|voice ?mail|not reached|did(?: not|n't) (?:answer|pick up)|nobody (?:there|answered))\b/i;

function resultOf(groups: Record<string, string | undefined> | undefined, text: string): Answers {
  if (groups === undefined) return {};
  if (groups['missed'] !== undefined || NOBODY.test(text)) return { result: 'not-reached' };
  return { result: groups['wrote'] === undefined ? 'reached' : 'mailed' };
}

/** Nothing to note: the answer to "how did it go?", which the command takes. */
const HOW_IT_WENT = /^(?:(?:not|was|were|have|has|been|i|we) )*(?:reached|mailed|e-?mailed)(?: them)?[.!]*$/i;

const MOST_NAME_WORDS = 5;
/** `(?<!…)`: a long run of marks is walked once, not from each of them. */
const tidy = (text: string): string => text.replace(/^[\s,;:.–-]+|(?<![\s,;:])[\s,;:]+$/gu, '');

/** The first words, then fewer of them; a comma or colon ends a name. */
function customersIn(said: string): readonly Named[] {
  const [head = '', ...tail] = said.split(/(?<=[,;:])\s|\n|\s[–-]\s/u);
  const words = tidy(head).split(/\s+/);
  const counts = [...Array(Math.min(MOST_NAME_WORDS, words.length)).keys()].reverse();
  return counts.map((at) => ({
    words: words.slice(0, at + 1).join(' '),
    note: tidy([words.slice(at + 1).join(' '), ...tail].filter(Boolean).join(tail.length > 0 ? ' ' : '')),
  }));
}

/**
 * "called contoso, wants 120 seats, 40k, in march", or a pasted mail: whom it is about, and what it says. Nothing is
 * done by it; it fills in a form. Undefined: it tells nothing beside a name.
 */
export function readTold(text: string): Told | undefined {
  if (isMail(text)) return readMail(text);
  const begins = BEGINS.exec(text);
  const said = begins ? text.slice(begins[0].length) : text;
  const customers = customersIn(said).filter(({ note }) => note !== '');
  // However the name is cut ("wingtip" of "wingtip toys not reached"), it says no more than how it went.
  if (customers.length === 0 || customers.some(({ note }) => HOW_IT_WENT.test(note))) return undefined;
  const answers = (context: TellingContext): Answers => ({
    ...resultOf(begins?.groups, text),
    ...figuresIn(said, context),
  });
  return { customers, answers };
}

/** A name of more words than this is more than a name. */
const USUAL_NAME_WORDS = 3;

/** Whom a telling that no customer is found for seems to be about: what stands before the first comma, else its first word. */
export function toldOf(text: string): string | undefined {
  const begins = BEGINS.exec(text);
  if (!begins || isMail(text)) return undefined;
  const [longest] = customersIn(text.slice(begins[0].length));
  const words = longest?.words.split(' ') ?? [];
  return words.length > USUAL_NAME_WORDS ? words[0] : longest?.words;
}

/** What a telling says of a new deal, once nobody knows its customer; undefined: nothing beside a name, or it is a mail. */
export function newOf(text: string): (Pick<Told, 'answers'> & { readonly customer: string }) | undefined {
  const [told, customer] = [readTold(text), toldOf(text)];
  if (!told || customer === undefined) return undefined;
  const notes = told.customers.find(({ words }) => words === customer)?.note ?? '';
  return { customer, answers: (context) => ({ ...told.answers(context), customer, notes }) };
}

/** Whether it begins as only a telling does: "called …", a mail. Anything else may be a command first. */
export const isTold = (text: string): boolean => BEGINS.test(text) || isMail(text);
