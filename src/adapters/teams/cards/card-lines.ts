import type { ReferralView } from '../../../application/ports/messages';
import { DEAL_FIELDS, type DealField } from '../../../domain/deal/fields';
import { lackingOf } from '../../../domain/deal/lacking';
import type { Current } from '../../../domain/record/current';
import { fieldValue } from './field-value';
import { needs, type Fact } from './facts';
import { namedByRow } from './string-key';
import { helpAsked } from './names';
import { line } from './plain-text';
import type { Reader } from './reader';
import { joined, plainLine, pointed, run } from './runs';
import type { Model } from './templates';

/** A card quotes so much; the rest is in Details. */
const QUOTED = 300;

/** What somebody wrote, as one paragraph between quotation marks. */
export function saidLine(reader: Reader, text: string | undefined, who?: string): Model[] {
  const words = line(text ?? '', QUOTED);
  if (words === '') return [];
  return plainLine(
    who === undefined
      ? reader.say('card.said', { text: words })
      : reader.say('card.said-by', { who, text: words }),
  );
}

/** "€40,000 · closes 28 Feb 2026": the deal's figures. */
export const dealRuns = (
  reader: Reader,
  { current: { deal, stage }, clocks }: ReferralView,
  ...more: readonly Model[]
): Model[] => {
  const fields: readonly DealField[] = DEAL_FIELDS;
  const figures = fields
    .filter(({ fact }) => fact?.among === 'deal')
    .map((field) => {
      const value = fieldValue(reader, deal, field, 60);
      if (field.kind !== 'day' || value === '') return run(value, { bold: true });
      // The title says it; what is over closes no more.
      const isPast = clocks.some(({ clock, state }) => clock === 'close' && state === 'passed');
      return run(isPast || stage === 'archived' ? '' : reader.say('card.closes', { day: value }));
    });
  return joined([...figures, ...more]);
};

/** A fact that has a line of its own. */
export const factLine = (reader: Reader, { key, value }: Fact): Model[] =>
  value === '' ? [] : plainLine(`${reader.say(namedByRow(`facts.${key}`))}: ${value}`);

/** What is wanted of us. */
export const helpLine = (reader: Reader, { current: { help } }: ReferralView): Model[] =>
  help === undefined || help === 'Unknown'
    ? []
    : plainLine(reader.say('card.help', { what: helpAsked(reader, help) }));

/** What is missing before it can go on, said before it matters. */
export function lackingLine(reader: Reader, current: Current): Model[] {
  const lacking = lackingOf(current);
  if (!lacking) return [];
  const what = lacking.what.map((id) => reader.say(namedByRow(`missing.${id}`))).join(reader.say('list-of'));
  return plainLine(reader.say(`card.missing-${lacking.before}`, { what }), {
    color: 'Warning',
    size: 'Small',
  });
}

/** The deal's name, where it says more than the customer's. */
export function ownName({ deal, customer }: Current): string {
  const name = line(deal.name ?? '', QUOTED);
  return name.toLowerCase().startsWith(line(customer.name, 200).toLowerCase()) ? '' : name;
}

/** "Microsoft 365 · Deployment or migration · Retail", each once. `beside`: what the line says already. */
export function needsWords(reader: Reader, current: Current, beside = ''): string {
  const isSaid = (value: string): boolean => beside.toLowerCase().includes(value.toLowerCase());
  return pointed(...new Set(needs(reader, current).map(({ value }) => (isSaid(value) ? '' : value))));
}

export const needsLine = (reader: Reader, current: Current): Model[] =>
  plainLine(needsWords(reader, current), { subtle: true, size: 'Small' });
