import { applyChange } from '../deal/change';
import type { Current } from '../record/current';
import { currentOf } from '../record/reading';
import type { Resource } from '../record/resource';
import { awaitedAuthor } from './awaited-author';
import type { ClockName } from './clock-name';
import { CLOCKS, isRunning } from './clocks';
import type { Intent, Referral } from './referral';
import { microsoftsAnswer } from './siblings';
import { isTestOver } from './test-run';

type Seen = Pick<Referral, 'observed' | 'observedAt' | 'intents' | 'own'>;

/** What waits for its registration ends when it goes. */
const standsAt = ({ at, until, toRegister }: Intent): number => (toRegister ? (until ?? at) : at);

/** The last resource read with the intents applied, in the order in which people made them. */
export const seenResource = ({ observed, intents }: Pick<Referral, 'observed' | 'intents'>): Resource =>
  intents.reduce((resource, intent) => applyChange(resource, intent.change, standsAt(intent)), observed);

/** Documents are never changed in place: what was worked out for these very parts holds for good. */
const known = new WeakMap<Resource, { readonly of: Seen; readonly current: Current }>();

/** What people see. Worked out once for each observed resource and its intents. */
export function seen({ observed, observedAt, intents, own }: Seen): Current {
  const kept = known.get(observed);
  if (kept?.of.intents === intents && kept.of.observedAt === observedAt && kept.of.own.asked === own.asked)
    return kept.current;
  const current = currentOf(seenResource({ observed, intents }), observedAt);
  const asked = own.asked !== undefined && current.stage !== 'received';
  const now = asked ? { ...current, request: own.asked } : current;
  known.set(observed, { of: { observed, observedAt, intents, own }, current: now });
  return now;
}

export const isOpen = (referral: Referral): boolean =>
  seen(referral).stage !== 'archived' &&
  referral.own.goneAt === undefined &&
  referral.own.doubleOf === undefined &&
  !isTestOver(referral);

/** None for a record that is gone, or lives on in another document, or in words that we do not know: nobody here could answer it. */
export const runningClocks = (referral: Referral, current = seen(referral)): ClockName[] =>
  referral.own.goneAt === undefined &&
  referral.own.doubleOf === undefined &&
  current.kind !== 'other' &&
  !isTestOver(referral)
    ? CLOCKS.filter((clock) => isRunning(clock, current, isContacted(referral)))
    : [];

/** Those that there is something to say about: a close date only once it is past. */
export const tellingClocks = (referral: Referral): ClockName[] =>
  runningClocks(referral).filter((clock) => clock !== 'close' || referral.clocks.close?.state === 'passed');

/** Reached, or mailed where the desk takes that for it: the operation has told by its desk's rules. */
export const isContacted = ({ own: { called } }: Referral): boolean =>
  called?.result === 'reached' || called?.contacted === true;

/** After so many tries the card says that Partner Center does not answer; after so many, when it is asked next. */
const TRIES = 3;
const LONG_TRIES = 8;

/** A write that Partner Center has not taken for a while, and when it is tried next (business time, ms). */
export const waitingWrite = ({
  outbox,
}: Pick<Referral, 'outbox'>): { readonly tryAt: number } | undefined => {
  const write = waiting(outbox);
  return write && { tryAt: write.notBefore };
};

const waiting = (outbox: Referral['outbox']): Referral['outbox'][number] | undefined =>
  outbox.find((one) => (one.kind === 'write' || one.kind === 'create') && !one.dead && one.tries >= TRIES);

/** Waits of seconds are no news: the card is not drawn anew for each. */
function isWaiting({ outbox }: Referral): boolean | number {
  const write = waiting(outbox);
  return write !== undefined && (write.tries < LONG_TRIES || write.notBefore);
}

/** All that the card shows, as one text: when it differs after a step, the card is owed everywhere it stands. */
export function faceOf(referral: Referral): string {
  return JSON.stringify({
    current: seen(referral),
    intents: referral.intents.map((intent) => [intent.id, intent.state]),
    waiting: isWaiting(referral),
    awaits: awaitedAuthor(referral),
    connected: referral.truth !== 'desk',
    microsoft: microsoftsAnswer(referral),
    making: referral.making,
    owner: referral.own.owner,
    called: referral.own.called,
    notSpam: referral.own.notSpam,
    goneAt: referral.own.goneAt,
    testOver: referral.own.test?.over,
    clocks: Object.entries(referral.clocks).map(([clock, { deadline, state }]) => [clock, deadline, state]),
  });
}
