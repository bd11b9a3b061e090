import type { Deal } from './deal/deal';
import type { AnyDocument } from './documents';
import { isTried, type Effect } from './effects';
import { seen } from './referral/face';
import { amountOf, dueDayOf } from './deal/figures';
import { momentOf } from './record/reading';
import {
  cardKey,
  listedKey,
  awaitsKey,
  engagementKey,
  makingKey,
  recordKey,
  triedKey,
  referralDocumentId,
  type Referral,
} from './referral/referral';
import { customerKeys } from './referral/customer-keys';
import { firstAhead } from './referral/first-ahead';
import { listKeys } from './referral/list-keys';
import { pressing } from './referral/quiet';
import { authorOf } from './referral/awaited-author';
import { awaitsMicrosoft } from './referral/awaits-microsoft';
import { testKey, type TestRun } from './referral/test-run';
import { unwrittenKey } from './referral/unwritten';
import { accountsOf } from './referral/seen-in';
import { searchWords } from './referral/search-words';

/** The urgency of a desk that is none any more: behind all others, so that a list of desks ends before it. */
export const FORMER_DESK = Number.MAX_SAFE_INTEGER;

/** The urgency of what has ended stands behind all that has not: the last moment there is (ECMA-262, "Time Values"), less that of its end. */
const LAST_MOMENT = 8_640_000_000_000_000;

/** The stage of what is received and of a kind that nobody here can answer: no inbox has it. */
export const READ_ONLY = 'read-only';

/** What a store indexes of a document: worked out here, so that every store finds the same. */
export interface Projection {
  readonly stage?: string;
  readonly owner?: string;
  readonly desk?: string;
  /** Orders every list, least first: ms UTC of the first deadline, passed or not; then what has ended, the last one first. */
  readonly urgency: number;
  /** ms UTC of the first deadline that has not passed: what runs out. */
  readonly dueAt?: number;
  /** What sums are made of: a decimal in major units, as the deal holds it. */
  readonly money?: { readonly currency: string; readonly value: string };
  /** Search words (folded, at most 60). */
  readonly words: readonly string[];
  /**
   * Exact keys: `parked/<event>`, `parked/person-reachable/<person>`, `parked/author-signed-in/<person>`, `parked/signed-in/<account>`, `parked/clock-right/<account>`, `dead`, `held`, `no-desk`,
   * `tab/<tab>[/<part>]`, `lacks/<field>`, `customer/duns/<number>`, `customer/name/<country>/<name>`, `engagement/<account>/<id>`, `awaits/<account>`, `tried/<account>`, `making/<account>`, `record/<account>/<id>`, `unwritten/<account>`, `card/<channel>/<activity>`, `listed/<channel>/<list>`,
   * `test/<desk>`, `of/<document id>`, `team/<id>`, `installed/<team>`, `email/<address>`, `upn/<name>`.
   */
  readonly keys: readonly string[];
}

export function project(document: AnyDocument): Projection {
  const keys = outboxKeys(document);
  switch (document.kind) {
    case 'referral':
      return projectReferral(document, keys);
    case 'draft':
      return {
        urgency: document.touchedAt,
        words: [],
        keys: [...keys, ...(document.state === 'open' ? [`of/${document.of}`] : [])],
      };
    case 'desk':
      return {
        urgency: document.unbound ? FORMER_DESK : document.boundAt,
        words: [],
        keys: [...keys, `team/${document.team}`],
      };
    case 'person':
      return {
        urgency: 0,
        words: [],
        keys: [
          ...keys,
          `oid/${document.aadObjectId.toLowerCase()}`,
          ...(document.teamsId ? [`teams/${document.teamsId}`] : []),
          ...(document.installed ?? []).map((team) => `installed/${team}`),
          ...(document.email ? [`email/${document.email.toLowerCase()}`] : []),
          ...(document.userPrincipalName ? [`upn/${document.userPrincipalName.toLowerCase()}`] : []),
        ],
      };
    case 'account':
      return { urgency: 0, words: [], keys };
  }
}

/** What has become part of another document is in no list; only what it still owes is found. */
export const DOUBLE = 'double';

function projectReferral(referral: Referral, keys: readonly string[]): Projection {
  if (referral.own.doubleOf !== undefined) return { stage: DOUBLE, urgency: LAST_MOMENT, words: [], keys };
  const current = seen(referral);
  const { owner, desk, test, goneAt } = referral.own;
  if (test) return projectTest(referral, test, keys);
  return {
    stage:
      current.stage === 'received' && (current.kind === 'other' || goneAt !== undefined)
        ? READ_ONLY
        : current.stage,
    ...(owner ? { owner: owner.id } : {}),
    ...(desk ? { desk } : {}),
    urgency: urgencyOf(referral),
    ...dueAtOf(referral),
    ...moneyOf(current.deal),
    words: searchWords(referral),
    keys: [
      ...keys,
      ...(desk ? [] : ['no-desk']),
      ...listKeys(current),
      ...customerKeys(current),
      ...engagementKeys(referral),
      ...cardKeys(referral),
      ...listedKeys(referral),
      ...madeKeys(referral),
      ...(referral.intents.length > 0 ? [unwrittenKey(referral.account)] : []),
    ],
  };
}

/** No list has it: it is found by its card, by what it owes and by its desk alone. */
const projectTest = (referral: Referral, { until, over }: TestRun, keys: readonly string[]): Projection => ({
  urgency: over === undefined ? until : LAST_MOMENT - over,
  words: [],
  keys: [...keys, ...cardKeys(referral), testKey(referral.own.desk ?? '')],
});

/** Where its cards stand: what is said in the thread of the channel's is about this referral. */
const cardKeys = ({ own }: Referral): string[] =>
  own.places.flatMap(({ conversation, activity }) =>
    conversation !== undefined && activity !== undefined ? [cardKey(conversation, activity)] : [],
  );

const listedKeys = ({ own: { desk, places } }: Referral): string[] =>
  places.flatMap(({ listed }) =>
    desk !== undefined && listed !== undefined ? [listedKey(desk, listed)] : [],
  );

/** By what Partner Center's record of a deal made here finds it. */
function madeKeys({ id, account, referralId, making }: Referral): string[] {
  if (making?.part === 'deal') return [makingKey(account)];
  return id === referralDocumentId(account, referralId) ? [] : [recordKey(account, referralId)];
}

function engagementKeys(referral: Referral): string[] {
  const { observed } = referral;
  if (!observed.engagementId) return [];
  const { engagementId } = observed;
  const awaits = awaitsMicrosoft(referral);
  return accountsOf(referral).flatMap((account) => [
    engagementKey(account, engagementId),
    ...(awaits ? [awaitsKey(account)] : []),
  ]);
}

function moneyOf(deal: Deal): Pick<Projection, 'money'> {
  const money = amountOf(deal);
  return money?.currency === undefined ? {} : { money: { currency: money.currency, value: money.value } };
}

/** The first deadline, passed or not: what is overdue comes first. Of an accepted one also the close date. */
function urgencyOf(referral: Referral): number {
  const current = seen(referral);
  if (current.stage === 'archived') return LAST_MOMENT - (current.closedAt ?? referral.observedAt);
  const deadlines = pressing(referral).map(({ deadline }) => deadline);
  const closeDate = current.stage === 'accepted' ? momentOf(dueDayOf(current.deal)) : undefined;
  return Math.min(...deadlines, closeDate ?? current.expiresAt);
}

function dueAtOf(referral: Referral): Pick<Projection, 'dueAt'> {
  const dueAt = firstAhead(referral);
  return dueAt === undefined ? {} : { dueAt };
}

function outboxKeys(document: AnyDocument): string[] {
  const keys = new Set<string>();
  for (const effect of document.outbox as readonly Effect[]) {
    if (effect.dead) keys.add('dead');
    else if (effect.held && !effect.parked) keys.add('held');
    else if (document.kind === 'referral' && isTried(effect))
      for (const account of accountsOf(document)) keys.add(triedKey(account));
    else if (effect.parked) for (const key of parkedKeys(document, effect)) keys.add(key);
  }
  return [...keys];
}

/** Who comes back frees what waited for them, and nothing else. */
function parkedKeys(document: AnyDocument, effect: Effect): string[] {
  const { parked, lane } = effect;
  const all = `parked/${parked ?? ''}`;
  if (parked === 'person-reachable' && lane.startsWith('person:'))
    return [all, `${all}/${lane.slice('person:'.length)}`];
  if ((parked === 'signed-in' || parked === 'clock-right') && document.kind === 'referral')
    return [all, ...accountsOf(document).map((account) => `${all}/${account}`)];
  if (parked === 'author-signed-in' && document.kind === 'referral') {
    const author = authorOf(document, effect);
    return [all, ...(author ? [`${all}/${author.id}`] : [])];
  }
  return [all];
}
