import { z } from 'zod/v4';
import type { Way } from '../cards/make-button';

const short = z.string().max(500);

/** What a button asks for. Nothing in it is trusted: who may press is asked at each press. */
const Asked = z.object({
  /** What to do: a verb of the table of operations. */
  do: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  referral: short.optional(),
  draft: short.optional(),
  /** Of a form in steps: the one that was in view. */
  step: short.optional(),
  /** Of a form: the drawing that was filled in. */
  turn: z.number().int().min(0).max(1_000_000).optional().catch(undefined),
  /** The question that came first has been read. */
  sure: z.boolean().optional(),
  card: z.literal(true).optional().catch(undefined),
  list: short.optional(),
  /** What a list was searched for, or the command that the button says. */
  words: short.optional(),
  /** Of a list: the row that the next page comes after, and its first row's number; of what happened, its first line's. */
  after: z.object({ urgency: z.number(), id: short }).optional(),
  from: z.number().int().min(1).max(1_000_000).optional(),
});

/** What was asked for before, up to three steps back; what cannot be read is no way back. */
const backTo = <T extends z.ZodType>(way: T) => Asked.extend({ back: way.optional().catch(undefined) });
const Back = backTo(backTo(Asked));

/** The one reserved key of a button's data; `v`: the format's number. */
const Desk = backTo(Back).extend({ v: z.literal(1) });
type DeskData = z.output<typeof Desk>;

/** A press on a button. */
export interface Press extends Omit<DeskData, 'v' | 'back'> {
  readonly v?: 1;
  readonly back?: Way | undefined;
  /** What stands in the card's inputs, by input id; without a prototype. */
  readonly inputs: Readonly<Record<string, string>>;
}

const LONGEST_DESK = 4096;
const LONGEST_INPUT = 20_480;
const MOST_INPUTS = 60;
const RESERVED = new Set(['desk', 'msteams']);

const asRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;

function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.slice(0, LONGEST_INPUT);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function inputsOf(data: Readonly<Record<string, unknown>>): Record<string, string> {
  const inputs = Object.create(null) as Record<string, string>;
  const named = Object.entries(data).filter(([id]) => /^[a-z][\w.-]{0,63}$/i.test(id) && !RESERVED.has(id));
  for (const [id, value] of named.slice(0, MOST_INPUTS)) {
    const words = wordsOf(value);
    if (words !== undefined) inputs[id] = words;
  }
  return inputs;
}

/**
 * The data bag of a card's button, wherever an activity's `value` has it: `adaptiveCard/action` in `action.data`, `task/fetch` and
 * `task/submit` in `data`, a message with a value as the value itself.
 */
function bagOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const outer = asRecord(value);
  const bag = [asRecord(outer?.action)?.data, outer?.data, outer].map(asRecord);
  return bag.find((candidate) => candidate !== undefined && Object.hasOwn(candidate, 'desk'));
}

function deskOf(desk: unknown): DeskData | undefined {
  const size = asRecord(desk) && JSON.stringify(desk).length;
  return size !== undefined && size <= LONGEST_DESK ? Desk.safeParse(desk).data : undefined;
}

/**
 * Reads what a button sends.
 * @param value an activity's `value`, or the data bag itself; it may be anything
 * @returns undefined when it is not one of our buttons, forged beyond use, or over 4 KiB. Inputs longer than 20,480 characters are
 * cut there (every rule of a field refuses them long before), other than text, numbers and toggles left out.
 */
export function readPress(value: unknown): Press | undefined {
  const bag = bagOf(value);
  const desk = bag && deskOf(bag.desk);
  return desk && { ...desk, inputs: inputsOf(bag) };
}
