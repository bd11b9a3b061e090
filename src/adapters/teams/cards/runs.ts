import { safeUrl } from './make-button';
import type { Model } from './templates';

export type Color = 'Default' | 'Accent' | 'Good' | 'Warning' | 'Attention';

export interface RunLook {
  readonly bold?: true;
  readonly subtle?: true;
  readonly size?: 'Small' | 'Large';
  readonly color?: Color;
  /** Where it leads; only a safe address is kept. `leadsTo`: what that is called. */
  readonly url?: string;
  readonly leadsTo?: string;
}

/** A piece of a line. Text runs know no markdown, so text from outside may stand in them. */
export function run(
  text: string,
  { bold, subtle, size, color, url = '', leadsTo = text }: RunLook = {},
): Model {
  const safe = safeUrl(url);
  return {
    type: 'TextRun',
    text,
    ...(bold ? { weight: 'Bolder' } : {}),
    ...(subtle ? { isSubtle: true } : {}),
    ...(size ? { size } : {}),
    ...(color ? { color } : {}),
    ...(safe === ''
      ? {}
      : { selectAction: { type: 'Action.OpenUrl', title: leadsTo, tooltip: leadsTo, url: safe } }),
  };
}

const BETWEEN = ' · ';

/** Pieces with a point between them; those without a text are left out. */
export function joined(runs: readonly Model[], between: RunLook = {}): Model[] {
  return runs
    .filter(({ text }) => text !== '')
    .flatMap((one, index) => (index === 0 ? [one] : [run(BETWEEN, between), one]));
}

/** The same of plain texts. */
export const pointed = (...texts: readonly string[]): string =>
  texts.filter((text) => text !== '').join(BETWEEN);

/** A line of its own; none where it would be empty. */
export const lineOf = (inlines: readonly Model[], spacing: 'None' | 'Small' | 'Default' = 'Small'): Model[] =>
  inlines.length === 0 ? [] : [{ inlines, spacing }];

export const plainLine = (text: string, look: RunLook = {}): Model[] =>
  text === '' ? [] : lineOf([run(text, look)]);
