import type { Json } from './activity';
import type { FieldProblem } from '../../adapters/http/problem';

/** What a client would send for the inputs of a card: as text, those left empty not at all. */
export interface Filled {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
  /** Ids that were given and are not on the card. */
  readonly unknown: readonly string[];
}

/**
 * Fills in the inputs as a person would: what is given, else the card's own value; checked as the client checks.
 * The rules are those of the adaptivecards package, which Teams' client is built on.
 */
export function fill(inputs: readonly Json[], given: Json): Filled {
  const values: Record<string, string> = {};
  const problems: FieldProblem[] = [];
  for (const input of inputs) {
    const id = String(input.id);
    const value = asTyped(input, Object.hasOwn(given, id) ? given[id] : input.value);
    const detail = problemOf(input, value);
    if (detail !== undefined) problems.push({ pointer: `/inputs/${id}`, detail });
    if (value !== '') values[id] = value;
  }
  const known = new Set(inputs.map((input) => input.id));
  return { values, problems, unknown: Object.keys(given).filter((id) => !known.has(id)) };
}

function nameOf(input: Json): string {
  return typeof input.label === 'string' ? input.label : String(input.id);
}

/** The text that stands in the input. A multi-select joins its values with commas. */
function asTyped(input: Json, value: unknown): string {
  if (input.type === 'Input.Toggle') return asToggle(input, value);
  if (Array.isArray(value)) return (value as unknown[]).map(String).join(',');
  return value === undefined || value === null ? '' : text(value);
}

function asToggle(input: Json, value: unknown): string {
  const on = text(input.valueOn ?? 'true');
  const off = text(input.valueOff ?? 'false');
  return value === true || value === on ? on : off;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The card's own words where it has some. */
function problemOf(input: Json, value: string): string | undefined {
  const reason = reasonOf(input, value);
  if (reason === undefined) return undefined;
  return typeof input.errorMessage === 'string' ? input.errorMessage : `${nameOf(input)}: ${reason}`;
}

function reasonOf(input: Json, value: string): string | undefined {
  const missing = input.type === 'Input.Toggle' ? value !== text(input.valueOn ?? 'true') : value === '';
  if (input.isRequired === true && missing) return 'is required';
  return value === '' ? undefined : CHECKS[String(input.type)]?.(input, value);
}

const CHECKS: Readonly<Record<string, (input: Json, value: string) => string | undefined>> = {
  'Input.Text': (input, value) => {
    if (typeof input.maxLength === 'number' && value.length > input.maxLength) {
      return `is longer than ${input.maxLength} characters`;
    }
    const matches = typeof input.regex !== 'string' || new RegExp(input.regex).test(value);
    return matches ? undefined : `does not match ${String(input.regex)}`;
  },
  'Input.Number': (input, value) => {
    const number = Number(value);
    if (value.trim() === '' || Number.isNaN(number)) return 'is not a number';
    if (typeof input.min === 'number' && number < input.min) return `is below ${input.min}`;
    return typeof input.max === 'number' && number > input.max ? `is above ${input.max}` : undefined;
  },
  'Input.Date': (input, value) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
      ? between(input, value)
      : 'is not a date (YYYY-MM-DD)',
  'Input.Time': (input, value) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? between(input, value) : 'is not a time (HH:MM)',
  'Input.ChoiceSet': (input, value) => {
    if (input['choices.data'] !== undefined) return undefined;
    const choices = (Array.isArray(input.choices) ? (input.choices as Json[]) : []).map((one) => one.value);
    const chosen = input.isMultiSelect === true ? value.split(',') : [value];
    const wrong = chosen.find((one) => !choices.includes(one));
    return wrong === undefined ? undefined : `"${wrong}" is not one of its choices`;
  },
};

function between(input: Json, value: string): string | undefined {
  if (typeof input.min === 'string' && value < input.min) return `is before ${input.min}`;
  return typeof input.max === 'string' && value > input.max ? `is after ${input.max}` : undefined;
}
