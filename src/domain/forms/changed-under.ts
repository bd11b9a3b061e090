import type { Draft } from '../draft/draft';
import type { Stood } from '../draft/stood';
import { currencyOf } from '../record/currencies';
import { readAmount, sameMoney } from '../record/money';
import { isAsked } from './asked';
import { values } from './draft-answers';
import type { Answers, ChangedBy, Field, Form, Problem } from './form';
import type { Holding } from './holding';

/** The record that an open form is held against. */
export interface Ground extends Holding {
  /** What the form would start with now. */
  readonly starts: Answers;
  /** Who changed it since a moment (business time, ms). */
  readonly changedBy: (since: number) => ChangedBy;
}

/** What the form starts from. */
export const standsAt = ({ holds }: Holding, now: number): Stood => ({ at: now, holds, turn: 0 });

/** A field of which the record holds something else by now. */
interface Met {
  readonly field: Field;
  readonly key: string;
  readonly was: string;
  readonly now: string;
}

const plain = (text: string | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trim();
const same = (one: string | undefined, other: string | undefined): boolean => plain(one) === plain(other);

const keyIn = ({ keyOf }: Holding, field: string, held: Answers): string => keyOf?.(field, held) ?? field;

function metIn(draft: Draft, fields: readonly Field[], ground: Ground): readonly Met[] {
  const { stood } = draft;
  if (!stood) return [];
  const held = values(draft);
  return fields.flatMap((field): Met[] => {
    const key = keyIn(ground, field.id, held);
    const [was, now] = [stood.holds[key] ?? '', ground.holds[key]];
    const met = now !== undefined && !same(was, now) && isAsked(field, held) && !isLeftOut(draft, field, key);
    return met ? [{ field, key, was, now }] : [];
  });
}

/** It starts empty, whatever the record holds: left empty it changes nothing. */
const isLeftOut = (draft: Draft, { id }: Field, key: string): boolean =>
  key !== id && (values(draft)[id] ?? '') === '' && (draft.initial[id] ?? '') === '';

/** Somebody has written there something else than it started with. */
export const isWritten = (draft: Draft, { id }: Field, was?: string): boolean =>
  !same(values(draft)[id], draft.initial[id]) && (was === undefined || !same(values(draft)[id], was));

/** An amount and its currency are written together. */
const isOfWritten = (form: Form, draft: Draft, { kind }: Field): boolean => {
  const other = kind === 'money' ? 'currency' : kind === 'currency' ? 'money' : undefined;
  return form.fields.some((field) => field.kind === other && isWritten(draft, field));
};

/** A text as the record would have it. */
const valueOf = ({ kind }: Field, text: string): string =>
  (kind === 'money' ? readAmount(text) : kind === 'currency' ? currencyOf(text) : undefined) ?? text;

function means(field: Field, text: string, now: string): boolean {
  const value = valueOf(field, text);
  return same(value, now) || (field.kind === 'money' && value !== '' && now !== '' && sameMoney(value, now));
}

/** What was written is what the record holds by now. */
const isAgreed = (draft: Draft, { field, now }: Met): boolean =>
  means(field, values(draft)[field.id] ?? '', now);

/** It starts with something else than what the record holds: a proposal. */
const isProposed = ({ starts }: Ground, { field, now }: Met): boolean =>
  !means(field, starts[field.id] ?? now, now);

const unitIn = ({ fields }: Form, holds: Answers): string =>
  holds[fields.find(({ kind }) => kind === 'currency')?.id ?? ''] ?? '';

/** What was written stays, also over what it starts with now; what nobody wrote starts anew. */
function onNewGround(
  draft: Draft,
  met: readonly Met[],
  written: readonly Met[],
  { holds, starts }: Ground,
): Draft {
  const held = values(draft);
  const kept = written.map(({ field: { id } }) => [id, held[id] ?? ''] as const);
  const fresh = met.flatMap((one) => {
    const { field, key, now } = one;
    if (key === field.id) return [[field.id, starts[field.id] ?? now] as const];
    return written.includes(one) ? [] : [[field.id, now] as const];
  });
  const left = Object.entries(draft.answers).filter(([id]) => met.every(({ field }) => field.id !== id));
  const seen = Object.fromEntries(met.map(({ key }) => [key, holds[key] ?? '']));
  return {
    ...draft,
    initial: { ...draft.initial, ...Object.fromEntries(fresh) },
    answers: { ...Object.fromEntries(left), ...Object.fromEntries(kept) },
    ...(draft.stood ? { stood: { ...draft.stood, holds: { ...draft.stood.holds, ...seen } } } : {}),
  };
}

/** The form after it has been told. `asks`: some of it is about what the person wrote. */
interface CaughtUp {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly asks: boolean;
}

/**
 * Holds an open form against the record: what was written is kept and asked about, what nobody wrote shows what stands now.
 * `fields`: those to look at.
 */
export function caughtUp(form: Form, draft: Draft, fields: readonly Field[], ground: Ground): CaughtUp {
  const { stood } = draft;
  const met = metIn(draft, fields, ground);
  if (!stood || met.length === 0) return { draft, problems: [], asks: false };
  const written = met.filter(
    ({ field, was }) => isWritten(draft, field, was) || isOfWritten(form, draft, field),
  );
  const held = values(draft);
  const agreed = written.filter((one) => isAgreed(draft, one));
  const about = {
    by: ground.changedBy(stood.at),
    ...{ unitWas: unitIn(form, stood.holds), unitNow: unitIn(form, ground.holds) },
    unitYours: unitIn(form, held),
  };
  const problems = met
    .filter((one) => (written.includes(one) ? !agreed.includes(one) : !isProposed(ground, one)))
    .map((one): Problem => {
      const { field, was, now } = one;
      return {
        field: field.id,
        key: written.includes(one) ? 'changed-yours' : 'changed-theirs',
        changed: { ...about, was, now, yours: valueOf(field, held[field.id] ?? '') },
      };
    });
  const asks = written.length > agreed.length;
  return { draft: onNewGround(draft, met, written, ground), problems, asks };
}

/** The draft once its author reads what has changed: what is sent from an earlier drawing is held against what that showed. */
export function toldAt(before: Draft, after: Draft, now: number): Draft {
  const { stood } = before;
  if (!stood || !after.stood) return after;
  const { at, holds, turn } = stood;
  return {
    ...after,
    stood: { ...after.stood, at: now, turn: turn + 1, before: { at, holds, initial: before.initial } },
  };
}

/** The draft as the drawing showed it that somebody has filled in. */
export function asDrawn(draft: Draft, turn: number): Draft {
  const { stood } = draft;
  if (!stood?.before || turn >= stood.turn) return draft;
  const { initial, ...before } = stood.before;
  return { ...draft, initial, stood: { ...stood, ...before } };
}
