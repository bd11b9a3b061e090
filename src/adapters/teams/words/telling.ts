import type { Answers } from '../../../domain/forms/form';
import { amountIn, dayNamedIn } from './found-in';
import type { DateContext } from './read-date';

/** What somebody tells of a customer in their own words. */
export interface Told {
  /** What may name the customer, likeliest first. */
  readonly customers: readonly Named[];
  /** What it says of the form's fields beside the note, once it is known whose days and which currency are meant. */
  readonly answers: (context: TellingContext) => Answers;
  /** A mail, which is told about even where no customer is found in it. */
  readonly mail?: true;
}

export interface Named {
  readonly words: string;
  /** What is left to note when this is the customer. */
  readonly note: string;
  /** Anything that a referral is found by, not the customer's name alone. */
  readonly anything?: true;
}

export interface TellingContext extends DateContext {
  /** ISO 4217, decides what "$" is. */
  readonly currency?: string;
}

/** A day said of these is when people meet, not when the deal closes. */
const APPOINTMENT =
  /\b(?:meet(?:ing)?|appointment|call(?: back| again)?|demo|workshop|visit|presentation|webinar|lunch|follow[ -]?up)\b/i;

const withoutAppointments = (text: string): string =>
  text
    .split(/(?<=[,;.!?])\s|\n/u)
    .filter((clause) => !APPOINTMENT.test(clause))
    .join('\n');

/** What was said of money and day. */
export function figuresIn(text: string, context: TellingContext): Answers {
  const amount = amountIn(text, context.currency);
  const day = dayNamedIn(withoutAppointments(text), context);
  return {
    ...(amount ? { dealValue: amount.value, ...(amount.currency ? { currency: amount.currency } : {}) } : {}),
    ...(day === undefined ? {} : { closeDate: day }),
  };
}
