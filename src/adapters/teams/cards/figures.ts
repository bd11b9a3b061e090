import type { Reader } from './reader';
import { line } from './plain-text';
import { remembered } from '../../../platform/remembered';

/** `Intl` takes a decimal string exactly and can drop ".00" (ECMA-402 2023); the ES2022 types do not know it yet. */
interface DecimalFormat {
  format(value: string): string;
}
const noCents = { trailingZeroDisplay: 'stripIfInteger' };

/** "€40,000" of a decimal string in major units; what is not a number or a currency is shown as it came. */
export function money(reader: Reader, value: string, currency: string | undefined): string {
  if (!/^-?\d{1,30}(\.\d{1,10})?$/u.test(value)) return line(`${value} ${currency ?? ''}`, 60);
  const known = currency !== undefined && /^[A-Za-z]{3}$/u.test(currency) ? currency : '';
  return amountsIn(`${reader.language} ${known}`).format(value);
}

/** Of a language and, behind a space, a currency or nothing. */
const amountsIn = remembered((key) => {
  const [language, currency] = key.split(' ');
  const options = currency ? { style: 'currency' as const, currency } : {};
  return new Intl.NumberFormat(language, { ...options, ...noCents }) as unknown as DecimalFormat;
});

export const whole = (reader: Reader, count: number): string => numbersIn(reader.language).format(count);

const numbersIn = remembered((language) => new Intl.NumberFormat(language));

/** "51–250 people" of Partner Center's size word (`51to250employees`, `Morethan20000employees`). */
export function size(reader: Reader, word: string): string {
  const range = /^(\d{1,9})to(\d{1,9})employees$/iu.exec(word);
  if (range) {
    return reader.say('sizes.range', {
      from: whole(reader, Number(range[1])),
      to: whole(reader, Number(range[2])),
    });
  }
  const more = /^morethan(\d{1,9})employees$/iu.exec(word);
  return more ? reader.say('sizes.more', { from: whole(reader, Number(more[1])) }) : line(word, 60);
}
