import type { ReferralEffect } from '../effects';
import { drop } from '../living/outbox';
import type { DoubleInput, Facts } from './inputs';
import { withLines } from './history';
import { oweTakeOff } from './met';
import { audit, CHANNEL, oweCreate, oweRead, oweShowAll, oweWrite } from './parts';
import type { Intent, Own, Place, Referral } from './referral';
import { accountsOf, seenIn } from './seen-in';

/** Whether anybody has done anything with it here. */
const isWorkedOn = ({ own, intents, making }: Referral): boolean =>
  intents.length > 0 ||
  making !== undefined ||
  [
    own.owner,
    own.called,
    own.contacting,
    own.notes,
    own.consents,
    own.reminders,
    own.ended,
    own.questions,
  ].some((one) => one !== undefined);

/** Which of them stays: one that has taken on another, then one that somebody holds or has worked on, then the one whose card stands, then the older. */
export function keeperOf(documents: readonly [Referral, ...Referral[]]): Referral {
  const rank = (one: Referral): readonly number[] => [
    one.own.doubles === undefined ? 1 : 0,
    one.own.owner === undefined ? 1 : 0,
    isWorkedOn(one) ? 0 : 1,
    cardOf(one) === undefined ? 1 : 0,
    one.audit[0]?.at ?? one.observedAt,
  ];
  return documents.reduce((best, one) => (isBefore(rank(one), rank(best), one.id < best.id) ? one : best));
}

function isBefore(one: readonly number[], other: readonly number[], otherwise: boolean): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? otherwise : (one[at] ?? 0) < (other[at] ?? 0);
}

const cardOf = ({ own }: Referral): Place | undefined =>
  own.places.find(({ key, activity }) => key === CHANNEL && activity !== undefined);

/** Taken on once more, because something was done to the double meanwhile, only that is new. */
export function takesOn(referral: Referral, double: Referral, facts: Facts): Referral {
  const met = accountsOf(double).reduce(seenIn, referral);
  const known = new Set(referral.intents.map(({ id }) => id));
  const intents = double.intents.filter(({ id }) => !known.has(id));
  const { making = double.making } = referral;
  const next: Referral = {
    ...met,
    own: {
      ...ownOf(referral.own, double.own),
      doubles: union(referral.own.doubles, [double.id], (id) => id),
    },
    intents: [...referral.intents, ...intents],
    ...(making && { making }),
    commands: union(double.commands, referral.commands, ({ id }) => id),
  };
  const noted = withLines(next, double.audit);
  const owed = intents.reduce((one, intent) => oweAgain(one, intent, facts), noted);
  const isNew = referral.own.doubles?.includes(double.id) !== true;
  const said = oweShowAll(isNew ? audit(owed, 'made-one', facts) : owed, facts);
  return making && !referral.making && !making.refused ? oweCreate(said, facts) : said;
}

function oweAgain(referral: Referral, { id, state }: Intent, facts: Facts): Referral {
  if (state === 'held' || referral.truth === 'unknown') return referral;
  return state === 'sending' ? oweWrite(referral, id, facts) : oweRead(referral, 'confirm', facts);
}

function union<T>(
  some: readonly T[] | undefined,
  more: readonly T[],
  keyOf: (one: T) => string,
): readonly T[] {
  return [...new Map([...(some ?? []), ...more].map((one) => [keyOf(one), one])).values()];
}

/** Of what there is one of, what stands here stays; lists have what either has. */
function ownOf(own: Own, { places, goneAt: _, ...double }: Own): Own {
  const lists: Own = {
    places: [
      ...own.places,
      ...places.filter(({ key }) => key !== CHANNEL && !own.places.some((one) => one.key === key)),
    ],
    ...listOf('notes', own, double, (one) => `${String(one.at)} ${one.by.id} ${one.text}`),
    ...listOf('questions', own, double, ({ id }) => id),
    ...listOf('siblings', own, double, ({ id }) => id),
    ...listOf('consents', own, double, ({ contact }) => contact),
    ...listOf('refusedEdits', own, double, ({ by }) => by.id),
    ...listOf('reminders', own, double, (one) => JSON.stringify(one)),
  };
  return { ...double, ...own, ...lists };
}

type ListName = 'notes' | 'questions' | 'siblings' | 'consents' | 'refusedEdits' | 'reminders';

function listOf<K extends ListName>(
  name: K,
  own: Pick<Own, K>,
  double: Pick<Own, K>,
  keyOf: (one: NonNullable<Own[K]>[number]) => string,
): Partial<Pick<Own, K>> {
  const [ours, theirs] = [own[name], double[name]];
  if (!ours || !theirs) return {};
  const all: readonly NonNullable<Own[K]>[number][] = union(theirs, ours, keyOf);
  return { [name]: all } as unknown as Partial<Pick<Own, K>>;
}

/** What is still owed of a double: what nobody else says, and what it leaves behind. */
const STAYS: ReadonlySet<ReferralEffect['kind']> = new Set(['tell', 'keep-history', 'leave', 'take-off']);

/**
 * Nothing lives here any more; its cards are taken off, but those in a chat that the other one goes on with. The very same
 * referral when something was done to it meanwhile, or when it has taken on the other itself, which goes before by its name.
 */
export function takenOn(
  referral: Referral,
  { by, version, kept }: Extract<DoubleInput, { kind: 'taken-on' }>,
  facts: Facts,
): Referral {
  if (referral.version !== version) return referral;
  if (referral.own.doubles?.includes(by) && referral.id < by) return referral;
  const bare = drop(referral, ({ kind, dead }) => dead === true || !STAYS.has(kind));
  const { healAt: _, making: __, ...rest } = bare;
  const ended: Referral = {
    ...rest,
    own: { ...referral.own, places: [], doubleOf: by },
    intents: [],
    planned: [],
    clocks: {},
  };
  const off = referral.own.places.filter(
    ({ activity }) => activity !== undefined && !kept.includes(activity),
  );
  return off.reduce(
    (next, { key, activity = '' }) => oweTakeOff(next, key, activity, facts),
    audit(ended, 'made-one', facts),
  );
}
