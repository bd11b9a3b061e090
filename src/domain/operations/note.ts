import type { Deal } from '../deal/deal';
import { noteLine } from '../deal/notes';
import type { Current } from '../record/current';
import { dayIn } from '../record/dates';
import type { Own } from '../referral/referral';
import type { Doing } from './operation';

/** What a person noted, as a line of the record with day and name. */
export function noteOf({ by, facts }: Doing, text: string): Pick<Deal, 'notes'> {
  const day = dayIn(facts.now, facts.desk?.zone ?? 'UTC');
  return text === '' ? {} : { notes: noteLine(day, by.name, text) };
}

/** What the customer asked for is kept as it stands now: from here on the record's field for it grows. */
export const askedOf = ({ request }: Current): Pick<Own, 'asked'> =>
  request === undefined ? {} : { asked: request };
