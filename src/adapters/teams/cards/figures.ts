import type { Reader } from './reader';
import { line } from './plain-text';

/** `Intl` takes a decimal string exactly and can drop ".00" (ECMA-402 2023); the ES2022 types do not know it yet. */
interface DecimalFormat {
  format(value: string): string;
}
const noCents = { trailingZeroDisplay: 'stripIfInteger' };

/** "€40,000" of a decimal string in major units; what is not a number or a currency is shown as it came. */
export function money(reader: Reader, value: string, currency: string | undefined): string {
  if (!/^-?\d{1,30}(\.\d{1,10})?$/u.test(value)) return line(`${value} ${currency ?? ''}`, 60);
  const options =
    currency !== undefined && /^[A-Za-z]{3}$/u.test(currency) ? { style: 'currency' as const, currency } : {};
  const figures = new Intl.NumberFormat(reader.language, {
    ...options,
    ...noCents,
  }) as unknown as DecimalFormat;
  return figures.format(value);
}

export const whole = (reader: Reader, count: number): string =>
  new Intl.NumberFormat(reader.language).format(count);

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
