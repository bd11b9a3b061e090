import { isAsked, isFilledIn } from './asked';
import type { Answers, Field, Form } from './form';

/** So many inputs of a form stand in view at a time; those behind "More fields" come with them. */
export const MOST_IN_VIEW = 6;

/** One page of a form; it is known by its first field. */
export type Step = readonly Field[];

const inView = (fields: readonly Field[]): number => fields.filter(({ more }) => !more).length;

/** Fields that belong together, in the order of their first ones. */
function grouped(fields: readonly Field[]): readonly (readonly Field[])[] {
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    const group = field.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), field]);
  }
  return [...groups.values()];
}

/** A group that is too long for one step, in pieces; a field stays with the one beside it. */
function pieces(group: readonly Field[]): readonly (readonly Field[])[] {
  const all: Field[][] = [[]];
  for (const field of group) {
    const piece = all.at(-1) ?? [];
    const needs = field.more ? 0 : field.beside === undefined ? 1 : 2;
    if (inView(piece) + needs > MOST_IN_VIEW) all.push([field]);
    else piece.push(field);
  }
  return all;
}

/** The steps of a form: one where it is short, else as few as hold its groups whole. */
export function stepsOf({ fields }: Pick<Form, 'fields'>): readonly Step[] {
  if (inView(fields) <= MOST_IN_VIEW) return [fields];
  const steps: Field[][] = [];
  for (const piece of grouped(fields).flatMap(pieces)) {
    const last = steps.at(-1);
    if (last && inView(last) + inView(piece) <= MOST_IN_VIEW) last.push(...piece);
    else steps.push([...piece]);
  }
  return steps;
}

/**
 * What a step shows of its fields: not what a choice has filled in, nor what an answer before it rules out. What its own answers
 * may rule out is shown: a client cannot tell when.
 */
export const shownIn = (step: Step, held: Answers): readonly Field[] =>
  step.filter((field) => {
    if (isFilledIn(field, held)) return false;
    return step.some(({ id }) => id === field.onlyWith?.field) || isAsked(field, held);
  });

/**
 * The steps that what is filled in calls for, each with what it shows. `deciding`: fields that are being answered; what they may call
 * for counts as well.
 */
export const askedSteps = (
  form: Pick<Form, 'fields'>,
  held: Answers,
  deciding: readonly Field[] = [],
): readonly Step[] => {
  const open = (field: Field): boolean => deciding.some(({ id }) => id === field.onlyWith?.field);
  return stepsOf(form)
    .map((step) => (step.some(open) ? step : shownIn(step, held)))
    .filter((step) => step.length > 0);
};

/** What a step is known by. */
export const stepName = (step: Step | undefined): string => step?.[0]?.id ?? '';

/** The step that has this field. */
export const stepWith = (steps: readonly Step[], field: string | undefined): Step | undefined =>
  steps.find((step) => step.some(({ id }) => id === field));

/** The step that comes so many after the one with this field; undefined: there is none. */
export const stepFrom = (steps: readonly Step[], field: string, by: 1 | -1): Step | undefined =>
  steps[steps.findIndex((step) => step.some(({ id }) => id === field)) + by];
