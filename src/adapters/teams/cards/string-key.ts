import type en from '../../../../cards/strings/en.json';

/** `formats.near`, `duration.days_one` …: every key of the strings, dots between its parts. */
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** A plural is asked for without its ending (i18next, "Plurals"). */
type Asked<K extends string> = K extends `${infer Bare}_${'one' | 'other'}` ? Bare : K;

/** A key that stands in the strings: one that does not, does not compile. */
type FixedKey = Asked<Paths<typeof en>>;

/** Groups whose keys are named by rows of the domain's tables. */
type TableKey =
  `${'forms' | 'lacks' | 'questions' | 'problems' | 'commands' | 'fields' | 'reasons' | 'buttons'}.${string}`;

export type StringKey = FixedKey | TableKey;

/** The last part of the keys of one group. */
export type KeyIn<Group extends string> = FixedKey extends infer K
  ? K extends `${Group}.${infer Last}`
    ? Last
    : never
  : never;

/** A key as a row of the domain names it. A test holds that each row has its words. */
export const namedByRow = (key: string): StringKey => key as StringKey;
