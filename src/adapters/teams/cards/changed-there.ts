import type { Notice } from '../../../domain/notices';
import type { ChangeField } from '../../../domain/referral/referral';
import { changeWords, fieldWords, withAmounts } from './change-words';
import { inline } from './plain-text';
import type { Reader } from './reader';

/** "Value €40,000 → €55,000, Colleague added Ana Ruiz": names alone, everybody in the thread reads it. */
export function changedThere(
  reader: Reader,
  { was, now }: Extract<Notice, { kind: 'changed-there' }>,
): string {
  const empty = reader.say('form.empty');
  const before = new Map(fieldWords(reader, was).map(({ field, value }) => [field, value]));
  // An amount is said with its currency, whichever of them changed.
  const after = changeWords(reader, { ...was, ...now }, 'name').filter(({ field }) =>
    withAmounts(Object.keys(now) as ChangeField[]).some(
      (one) => one === field || field.startsWith(`${one}/`),
    ),
  );
  const cleared = fieldWords(reader, was).filter(
    ({ field, value }) => value !== '' && (now as Readonly<Record<string, unknown>>)[field] === '',
  );
  const words = [
    ...after.map(({ field, label, value }) =>
      field.includes('/')
        ? reader.say('notices.change-entry', { label, value: inline(value, 120) })
        : reader.say('notices.change-field', {
            label,
            was: inline(before.get(field) || empty, 120),
            now: inline(value, 120),
          }),
    ),
    ...cleared.map(({ label, value }) =>
      reader.say('notices.change-field', { label, was: inline(value, 120), now: empty }),
    ),
  ];
  return words.join(reader.say('list-of'));
}
