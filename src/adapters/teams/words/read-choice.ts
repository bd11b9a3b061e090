import type { Choice, Field } from '../../../domain/forms/form';
import { bare, folded } from './wording';

/** What a choice is called: by its value. Without an entry it is the choice's own text, or its value. */
export type ChoiceTitles = Readonly<Record<string, string>>;

const plain = (text: string): string => folded(text.replace(/[^\p{L}\p{N}]+/gu, ' '));

function titleOf(choice: Choice, titles: ChoiceTitles): string {
  const given = Object.hasOwn(titles, choice.value) ? titles[choice.value] : undefined;
  return plain(given ?? ('text' in choice.title ? choice.title.text : choice.value));
}

/** By its value, where that is a number, else its number in the list; its words, its value, the beginning of its words, or words that only it has. */
function one(text: string, choices: readonly Choice[], titles: ChoiceTitles): Choice | undefined {
  const numbered = /^#?(\d{1,2})[.)]?$/.exec(text);
  if (numbered) return choices.find(({ value }) => value === numbered[1]) ?? choices[Number(numbered[1]) - 1];
  const meant = plain(text);
  if (meant === '') return undefined;
  const called = choices.map((choice) => ({ choice, title: titleOf(choice, titles) }));
  const exact = called.find(({ choice, title }) => title === meant || plain(choice.value) === meant);
  const begins = called.filter(({ title }) => title.startsWith(meant));
  const words = meant.split(' ');
  const has = called.filter(({ title }) => {
    const own = title.split(' ');
    return words.every((word) => own.some((other) => other.startsWith(word)));
  });
  const only = begins.length === 1 ? begins[0] : has.length === 1 ? has[0] : undefined;
  return (exact ?? only)?.choice;
}

/** The value chosen (comma-joined where several may be), or undefined: nothing of what is offered, or not clear which. */
export function readChoice(field: Field, text: string, titles: ChoiceTitles): string | undefined {
  const choices = field.choices ?? [];
  const whole = one(bare(text), choices, titles) ?? one(text.trim(), choices, titles);
  if (whole || !field.many) return whole?.value;
  const parts = bare(text)
    .split(/\s*(?:,|;|&|\band\b)\s*/i)
    .filter((part) => part !== '');
  const found = parts.map((part) => one(part, choices, titles));
  return found.length > 0 && found.every((choice) => choice !== undefined)
    ? [...new Set(found.map((choice) => choice.value))].join(',')
    : undefined;
}
