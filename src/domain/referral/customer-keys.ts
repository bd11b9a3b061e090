import { fold } from '../record/fold';
import type { Current } from '../record/current';

/** Only such keys may be asked for by a button. */
export const CUSTOMER_KEY = 'customer/';
const LONGEST = 120;

/** What a company's name may end with, or leave out. */
const FORMS: ReadonlySet<string> = new Set(
  'ab ag as bv co corp corporation eg gmbh inc incorporated kg kgaa limited llc llp ltd mbh nv oy plc pty sa sarl sas se spa srl'.split(
    ' ',
  ),
);

/** "Tailspin Toys GmbH" and "tailspin toys" are one; what is all form ("SE AG") is left as it is. */
function nameOf(name: string): string {
  const words = fold(name);
  const own = words.filter((word) => !FORMS.has(word));
  return (own.length === 0 ? words : own).join(' ').slice(0, LONGEST);
}

/** By what a customer is known again: its D-U-N-S number, and its name in its country. The surest first. */
export function customerKeys({
  customer: { name, country = '', duns },
}: Pick<Current, 'customer'>): readonly string[] {
  const named = nameOf(name);
  return [
    ...(duns ? [`${CUSTOMER_KEY}duns/${duns}`] : []),
    ...(named === '' ? [] : [`${CUSTOMER_KEY}name/${country.toLowerCase()}/${named}`]),
  ];
}
