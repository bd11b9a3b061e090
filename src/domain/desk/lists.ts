import { NEWS_MS } from '../budget/news';
import type { ListEffect, Settlement } from '../effects';
import { change, owe, remove } from '../living/outbox';
import { tellAbout } from '../messages-and-sweeps';
import type { Desk, DeskList } from './desk';
import { importedFrom } from './import-list';
import { isQuietList, mayBegin, quietListAt } from './quiet-list';

/** The first program that knows lists in a channel. */
const SINCE = 4;
/** What comes within this time of each other is drawn together. */
const TOGETHER_MS = 2_000;
/** Older ones change no more; a press on their rows still shows what is true. */
const LISTS_KEPT = 5;
/** What stands in a morning's list expires within 14 days: until then its row says what has become of it. */
const MORNINGS_KEPT = 15;

/** The list that what comes now goes onto; after ten minutes another begins, because a change of a message notifies nobody. */
export function withOpenList(desk: Desk, now: number): Desk {
  const { lists = [] } = desk;
  const others = lists.filter(({ id }) => !isOfItsName(id));
  const newest = others.at(-1);
  if (newest && now - newest.at < NEWS_MS) return desk;
  const kept = [...others, { id: String(now), at: now }].slice(-LISTS_KEPT);
  return { ...desk, lists: [...lists.filter(({ id }) => isOfItsName(id)), ...kept] };
}

/** An account's import has one list at a desk, and each morning one: begun by the first row, they stand before the others. */
const isOfItsName = (id: string): boolean => importedFrom(id) !== undefined || isQuietList(id);

/** Imports stay. */
function withNamedList(desk: Desk, id: string, now: number): Desk {
  const { lists = [], zone } = desk;
  if (!isOfItsName(id) || lists.some((one) => one.id === id)) return desk;
  if (!isQuietList(id)) return { ...desk, lists: [{ id, at: now }, ...lists] };
  if (!mayBegin(id, zone, now)) return desk;
  const former = lists.filter((one) => isQuietList(one.id)).slice(MORNINGS_KEPT - 1);
  return { ...desk, lists: [{ id, at: now }, ...lists.filter((one) => !former.includes(one))] };
}

/** Something of a list has changed. What is owed and not begun sees it anyway. */
export function relisted(before: Desk, list: string, now: number): Desk {
  const desk = withNamedList(before, list, now);
  if (!desk.lists?.some(({ id }) => id === list)) return desk;
  const owed = desk.outbox.find((one) => one.kind === 'list' && one.list === list && !one.dead);
  if (owed?.kind !== 'list')
    return owe(
      desk,
      { kind: 'list', since: SINCE, lane: `list:${list}`, list, asked: 1 },
      now,
      Math.max(now + TOGETHER_MS, quietListAt(list, desk.zone) ?? 0),
    );
  return owed.parked || owed.notBefore > now
    ? desk
    : change(desk, owed.id, () => ({ ...owed, asked: owed.asked + 1 }));
}

/** Where a list stands now; one that vanished is posted anew. */
export function listDrawn(
  desk: Desk,
  effect: ListEffect,
  ended: Extract<Settlement, { kind: 'shown' | 'vanished' }>,
  now: number,
): Desk {
  const lists = desk.lists?.map((one): DeskList => (one.id === effect.list ? placed(one, ended) : one));
  const next = lists ? { ...desk, lists } : desk;
  if (ended.kind === 'vanished')
    return change(next, effect.id, (one) => ({ ...one, notBefore: now, tries: one.tries + 1 }));
  return effect.asked > ended.asked
    ? change(next, effect.id, (one) => ({ ...one, notBefore: now + TOGETHER_MS, tries: 0 }))
    : remove(next, effect.id);
}

const placed = (list: DeskList, ended: Extract<Settlement, { kind: 'shown' | 'vanished' }>): DeskList =>
  ended.kind === 'vanished'
    ? { id: list.id, at: list.at }
    : {
        ...list,
        ...(ended.activity ? { activity: ended.activity } : {}),
        ...(ended.shown ? { shown: ended.shown } : {}),
      };

/** Nobody sees what came: the admins hear of it, once for each list. */
export function listGivenUp(before: Desk, { id, list }: ListEffect, next: Desk, now: number): Desk {
  const given = next.outbox.find((one) => one.id === id && one.dead);
  const wasTold = before.outbox.some((one) => one.kind === 'list' && one.list === list && one.dead);
  if (!given || wasTold) return next;
  const notice = { kind: 'list-refused' as const, name: next.name, problem: given.problem ?? '' };
  return tellAbout(next, 'admins', notice, now);
}
