import { calledIn, isSameEntry, type Listed } from '../deal/entries';
import type { Change, Deal, EntryChange } from '../deal/deal';
import { DEAL_FIELDS } from '../deal/fields';
import { DEAL_LISTS, type DealList } from '../deal/lists';
import { KINDS } from '../deal/value-kinds';
import type { Current } from '../record/current';
import { seen } from './face';
import type { Facts } from './inputs';
import { CHANNEL, say } from './parts';
import { isQuiet } from './quiet';
import type { Referral } from './referral';

/**
 * What somebody did in Partner Center itself: the thread says it, and who holds the deal is mentioned. What was written
 * here and comes back is no change to what people saw; a field that is asked about is not told as well.
 */
export function changedThere(referral: Referral, before: Referral, facts: Facts): Referral {
  const shown = referral.own.places.some(({ key }) => key === CHANNEL);
  if (!shown || before.truth !== 'partner-center' || isQuiet(before) || hasLostRace(referral, before))
    return referral;
  const [was, now] = [seen(before), seen(referral)];
  if (was.stage === 'archived' || now.archivedAs === 'expired') return referral;
  if (now.stage === 'archived')
    return now.archivedAs
      ? say(referral, { kind: 'closed-there', archivedAs: now.archivedAs }, facts, 'owner')
      : referral;
  if (was.stage !== 'accepted') return referral;
  const change = changeBetween(was, now, askedNow(referral, before));
  return Object.keys(change).length === 0
    ? referral
    : say(referral, { kind: 'changed-there', was: heldOf(was, change), now: change }, facts, 'owner');
}

/** An answer or an end of ours has not come true: its author is told, and gets back what they wrote. */
const hasLostRace = ({ intents }: Referral, before: Referral): boolean =>
  before.intents.some(
    ({ id, change }) => change.stage !== undefined && intents.every((one) => one.id !== id),
  );

/** Fields that their author is asked about since this read. */
const askedNow = ({ own }: Referral, before: Referral): ReadonlySet<string> =>
  new Set(
    (own.questions ?? [])
      .filter((one) => !before.own.questions?.includes(one))
      .flatMap(({ yours }) => Object.keys(yours)),
  );

function changeBetween(was: Current, now: Current, asked: ReadonlySet<string>): Change {
  const [before, after]: Readonly<Record<string, string | undefined>>[] = [was.deal, now.deal];
  // What stands apart (who may see it) makes another kind of it: that is said by itself.
  const fields = DEAL_FIELDS.filter(
    ({ id, kind, ...field }) =>
      !('apart' in field) && !asked.has(id) && !KINDS[kind].holds(before?.[id], after?.[id] ?? ''),
  ).map(({ id }) => [id, after?.[id] ?? ''] as const);
  const lists = DEAL_LISTS.filter(({ id }) => !asked.has(id))
    .map((list) => [list.id, entriesBetween(list, was.lists[list.id], now.lists[list.id])] as const)
    .filter(([, entries]) => entries.length > 0);
  return Object.fromEntries<string | readonly EntryChange[]>([...fields, ...lists]);
}

function entriesBetween(
  list: DealList,
  was: readonly Listed[],
  now: readonly Listed[],
): readonly EntryChange[] {
  const gone = was
    .filter(({ key }) => now.every((one) => one.key !== key))
    .map(({ key, entry }): EntryChange => ({ key, how: 'removed', name: calledIn(list, entry) }));
  const come = now.flatMap(({ key, entry }): EntryChange[] => {
    const before = was.find((one) => one.key === key)?.entry;
    const how = before === undefined ? 'added' : 'changed';
    return isSameEntry(list, before, entry) ? [] : [{ key, entry, how, name: calledIn(list, entry) }];
  });
  return [...gone, ...come];
}

/** What the changed fields held, each with its currency. */
const heldOf = ({ deal }: Current, change: Change): Deal =>
  Object.fromEntries(
    Object.entries(deal).filter(
      ([id]) => id in change || DEAL_FIELDS.some((field) => field.kind === 'currency' && field.id === id),
    ),
  );
