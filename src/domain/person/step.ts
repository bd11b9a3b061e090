import type { Settlement } from '../effects';
import { owe } from '../living/outbox';
import { finishOwing, settleOwed, sweep } from '../messages-and-sweeps';
import type { Notice } from '../notices';
import { favour, type Wanted } from './favourites';
import { stepOwnRight, type OwnRightInput } from './step-own-right';
import type { Gathered, Person } from './person';

/** What is told of a person; what is absent or empty says nothing. */
export type PersonFacts = Partial<
  Pick<Person, 'name' | 'email' | 'userPrincipalName' | 'teamsId' | 'conversation' | 'serviceUrl' | 'zone'>
> & { readonly clientLanguage?: string };

/** What happens to a person, from wherever it comes. */
export type PersonInput =
  | { readonly kind: 'seen'; readonly facts: PersonFacts }
  /** Their chat with the bot is open: they wrote, or it took a message. */
  | { readonly kind: 'reached'; readonly conversation: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'installed'; readonly team: string }
  /** Something is about to be sent to them unasked: it may (`mayMessage`), or is gathered because too much was. */
  | { readonly kind: 'message'; readonly referral: string; readonly notice: Notice }
  /** `command`: known again when it is delivered twice. */
  | {
      readonly kind: 'favour';
      readonly referral: string;
      readonly wanted: Wanted;
      readonly command: string;
    }
  | OwnRightInput
  | { readonly kind: 'wake' }
  | { readonly kind: 'settled'; readonly effect: string; readonly settlement: Settlement };

/** More than this in a minute is nobody's reading: one list says the rest (ms). */
const MESSAGES_A_MINUTE = 10;
const MINUTE_MS = 60_000;
const GATHERED_KEPT = 200;

/** Whether one more message may go to this person now; `now`: business time in ms. */
export const mayMessage = ({ messagedAt, gathered }: Person, now: number): boolean =>
  (gathered ?? []).length === 0 && recent(messagedAt, now).length < MESSAGES_A_MINUTE;

const recent = (times: readonly number[] | undefined, now: number): number[] =>
  (times ?? []).filter((at) => now - at < MINUTE_MS);

/** Pure, as the referral's step: unchanged input gives back the very same document. `now`: business time in ms. */
export function stepPerson(person: Person, input: PersonInput, now: number): Person {
  const next = stepped(person, input, now);
  return next === person && input.kind !== 'wake' ? person : finishOwing(next, listAt(next));
}

function stepped(person: Person, input: PersonInput, now: number): Person {
  switch (input.kind) {
    case 'seen':
      return seen(person, input.facts, now);
    case 'reached':
      return reached(person, input.conversation, now);
    case 'unreachable':
      return person.reachable ? { ...person, reachable: false } : person;
    case 'installed':
      return person.installed?.includes(input.team)
        ? person
        : { ...person, installed: [...(person.installed ?? []), input.team] };
    case 'message':
      return mayMessage(person, now)
        ? messaged(person, now)
        : gather(person, { referral: input.referral, notice: input.notice, at: now });
    case 'favour':
      return favour(person, input.referral, input.wanted, input.command);
    case 'wake':
      return listDue(person, now)
        ? owe(person, { kind: 'gathered', since: 2, lane: 'gathered' }, now)
        : person;
    case 'settled':
      return settled(person, input.effect, input.settlement, now);
    default:
      return stepOwnRight(person, input, now);
  }
}

function seen(person: Person, facts: PersonFacts, now: number): Person {
  const told = Object.entries(facts).filter(([, value]) => Boolean(value));
  const news = told.filter(([name, value]) => person[name as keyof Person] !== value);
  const known = news.length === 0 ? person : { ...person, ...Object.fromEntries(news) };
  return facts.conversation === undefined ? known : reached(known, facts.conversation, now);
}

/** What waited for them is tried again. */
function reached(person: Person, conversation: string, now: number): Person {
  if (person.reachable && person.conversation === conversation) return person;
  const key = `parked/person-reachable/${person.id}`;
  const open = { ...person, conversation, reachable: true };
  return person.reachable && person.conversation !== undefined
    ? open
    : sweep(open, { key }, { kind: 'freed', event: 'person-reachable' }, now);
}

const messaged = (person: Person, now: number): Person => ({
  ...person,
  messagedAt: [...recent(person.messagedAt, now), now].slice(-MESSAGES_A_MINUTE),
});

const gather = (person: Person, line: Gathered): Person => ({
  ...person,
  gathered: [...(person.gathered ?? []), line].slice(-GATHERED_KEPT),
});

/** The list goes when the minute is over; undefined: nothing is gathered, or it is on its way. */
function listAt({ gathered, messagedAt, outbox }: Person): number | undefined {
  const [first] = gathered ?? [];
  if (!first || outbox.some((effect) => effect.kind === 'gathered' && !effect.dead)) return undefined;
  return Math.max(first.at, (messagedAt?.[0] ?? 0) + MINUTE_MS);
}

const listDue = (person: Person, now: number): boolean => (listAt(person) ?? Infinity) <= now;

/** A list that was sent, or given up, is over. */
function settled(person: Person, id: string, settlement: Settlement, now: number): Person {
  const effect = person.outbox.find((one) => one.id === id);
  const next = settleOwed(person, id, settlement, now);
  const isOver = next.outbox.every((one) => one.id !== id || one.dead);
  if (effect?.kind !== 'gathered' || !isOver) return next;
  const { gathered: _, ...rest } = next;
  return rest;
}
