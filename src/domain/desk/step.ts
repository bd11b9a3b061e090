import type { Settlement } from '../effects';
import { unpark } from '../living/outbox';
import { finishOwing, settleOwed, sweep, tellAbout } from '../messages-and-sweeps';
import type { PersonRef } from '../person/person-ref';
import type { Desk, DeskRef, WritesAs } from './desk';
import { listDrawn, listGivenUp, relisted, withOpenList } from './lists';
import type { LostWhy } from './lost-why';
import { withRuling } from './ruled-by';

/** What an admin chooses for a desk, and where it is. */
export type DeskRules = Pick<
  Desk,
  | 'answers'
  | 'managers'
  | 'language'
  | 'zone'
  | 'currency'
  | 'mailCounts'
  | 'undoMs'
  | 'letter'
  | 'accounts'
  | 'writesAs'
  | 'team'
  | 'name'
  | 'serviceUrl'
>;

/** What happens to a desk, from wherever it comes. */
export type DeskInput =
  /** Bound, or its form saved again, with what has been chosen anew: referrals without a desk come to it, its open ones are drawn by the new rules. */
  | { readonly kind: 'ruled'; readonly rules: Partial<DeskRules>; readonly by: PersonRef }
  /** It is to be a desk no more: what it holds goes to the heir, or waits for a desk. */
  | { readonly kind: 'unbound'; readonly by: PersonRef; readonly heir?: DeskRef | undefined }
  /** Teams has renamed its channel. */
  | { readonly kind: 'renamed'; readonly name: string }
  /** Nothing can be sent there. */
  | { readonly kind: 'lost'; readonly why: LostWhy }
  | { readonly kind: 'back'; readonly serviceUrl: string }
  /** It has looked whether Teams knows its team and channel again. */
  | { readonly kind: 'looked'; readonly isThere: boolean }
  /** Teams has taken something for its channel. */
  | { readonly kind: 'works' }
  /** Who is in its team, by person id. */
  | { readonly kind: 'members'; readonly joined: readonly string[]; readonly left: readonly string[] }
  /** More comes to its channel at once than people read card by card: a list is wanted. */
  | { readonly kind: 'crowded' }
  /** A row of that list has changed. */
  | { readonly kind: 'relisted'; readonly list: string }
  | { readonly kind: 'wake' }
  | { readonly kind: 'settled'; readonly effect: string; readonly settlement: Settlement };

/** Pure, as the referral's step: unchanged input gives back the very same document. `now`: business time in ms. */
export function stepDesk(desk: Desk, input: DeskInput, now: number): Desk {
  const next = stepped(desk, input, now);
  return next === desk && input.kind !== 'wake' ? desk : finishOwing(next, next.lookAt);
}

/** What can happen to one that is a desk no more. */
const AFTERWARDS: ReadonlySet<DeskInput['kind']> = new Set(['ruled', 'renamed', 'wake', 'settled']);

function stepped(desk: Desk, input: DeskInput, now: number): Desk {
  if (desk.unbound && !AFTERWARDS.has(input.kind)) return desk;
  switch (input.kind) {
    case 'ruled':
      return ruled(desk.unbound ? boundAgain(desk, input.by, now) : desk, input, now);
    case 'unbound':
      return unbound(desk, input.by, input.heir, now);
    case 'renamed':
      return desk.name === input.name ? desk : renamed({ ...desk, name: input.name }, now);
    case 'members':
      return members(desk, input.joined, input.left);
    case 'wake':
      return desk;
    case 'crowded':
      return withOpenList(desk, now);
    case 'relisted':
      return relisted(desk, input.list, now);
    case 'settled':
      return settled(desk, input.effect, input.settlement, now);
    default:
      return reached(desk, input, now);
  }
}

function settled(desk: Desk, id: string, settlement: Settlement, now: number): Desk {
  const effect = desk.outbox.find((one) => one.id === id);
  if (effect?.kind !== 'list' || effect.dead) return settleOwed(desk, id, settlement, now);
  if (settlement.kind === 'shown' || settlement.kind === 'vanished')
    return listDrawn(desk, effect, settlement, now);
  return listGivenUp(desk, effect, settleOwed(desk, id, settlement, now), now);
}

type Reach = Extract<DeskInput, { kind: 'lost' | 'back' | 'looked' | 'works' }>;

/** Whether anything can be sent there. */
function reached(desk: Desk, input: Reach, now: number): Desk {
  switch (input.kind) {
    case 'lost':
      return desk.reachable ? lost(desk, input.why, now) : desk;
    case 'back':
      return back(desk, input.serviceUrl, now);
    case 'looked':
      return desk.reachable ? desk : looked(desk, input.isThere, now);
    case 'works':
      return desk.reachable && desk.lost ? found(desk) : desk;
  }
}

function ruled(desk: Desk, { rules, by }: Extract<DeskInput, { kind: 'ruled' }>, now: number): Desk {
  const waiting = sweep(
    { ...found(desk), ...rules, ruled: withRuling(desk, by, now) },
    { key: 'no-desk' },
    { kind: 'routed', desk: desk.id },
    now,
  );
  const open = redrawn(freed(waiting, now), now);
  return rightsOf(desk) === rightsOf(waiting) ? open : authorsFreed(open, now);
}

const rightsOf = ({ writesAs = 'account' }: Desk): WritesAs => writesAs;

/** Whose right it takes is another question now, for what is closed here and not yet there, too. */
const authorsFreed = (desk: Desk, now: number): Desk =>
  sweep(
    desk,
    { desk: desk.id, key: 'parked/author-signed-in' },
    { kind: 'freed', event: 'author-signed-in' },
    now,
  );

/** It comes behind those that were desks meanwhile. */
function boundAgain({ unbound: _, left: __, ...desk }: Desk, by: PersonRef, now: number): Desk {
  return { ...desk, boundBy: { id: by.id, name: by.name }, boundAt: now };
}

/**
 * What is closed while the sweeps run is met by a later one. Whoever set it up and the admins hear of it, but for whom it was
 * who did it.
 */
function unbound(desk: Desk, { id, name }: PersonRef, heir: DeskRef | undefined, now: number): Desk {
  const by = { id, name };
  const { lists: _, ...bare } = found(desk);
  const gone: Desk = {
    ...bare,
    reachable: desk.reachable,
    unbound: { at: now, by, ...(heir && { heir }) },
  };
  const does = { kind: 'routed' as const, ...(heir && { desk: heir.id }) };
  const swept = [{ stage: 'received' as const }, { stage: 'accepted' as const }, {}].reduce(
    (next, which) => sweep(next, { desk: desk.id, ...which }, does, now),
    gone,
  );
  const notice = { kind: 'desk-unbound' as const, name: desk.name, by, ...(heir && { heir: heir.name }) };
  return tellAbout(swept, 'admins', notice, now);
}

const renamed = (desk: Desk, now: number): Desk => (desk.unbound ? desk : redrawn(desk, now));

/** Its open referrals see what has changed of it. */
const redrawn = (desk: Desk, now: number): Desk =>
  (['received', 'accepted'] as const).reduce(
    (next, stage) => sweep(next, { desk: desk.id, stage }, { kind: 'rules-changed' }, now),
    desk,
  );

/**
 * Whoever set it up and the admins hear of it once, in their chats: the channel itself is out of reach. One that was on trial
 * has been said to be lost.
 */
function lost(desk: Desk, why: LostWhy, now: number): Desk {
  const gone: Desk = { ...desk, reachable: false, lost: desk.lost ?? { why, at: now } };
  const looking = { ...gone, lookAt: nextLook(gone, now) };
  if (desk.lost) return looking;
  return tellAbout(looking, 'admins', { kind: 'desk-lost', name: desk.name, why }, now);
}

/** What Teams knows again is tried; whether it takes anything is seen then. */
function looked(desk: Desk, isThere: boolean, now: number): Desk {
  if (!isThere) return { ...desk, lookAt: nextLook(desk, now) };
  const { lookAt: _, ...onTrial } = desk;
  return freed({ ...onTrial, reachable: true }, now);
}

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Teams does not always say that it is back: a desk looks for itself, each hour of the first day and once a day then. */
const nextLook = ({ lost: since }: Desk, now: number): number =>
  now + (since && now - since.at < DAY_MS ? HOUR_MS : DAY_MS);

function found(desk: Desk): Desk {
  const { lost: _, lookAt: __, ...rest } = desk;
  return { ...rest, reachable: true };
}

/** Whatever waited for the app, for whichever reason, is tried again. */
const back = (desk: Desk, serviceUrl: string, now: number): Desk =>
  freed({ ...found(desk), serviceUrl }, now);

/** Who has left is kept only of those who are named for something here. */
function members(desk: Desk, joined: readonly string[], left: readonly string[]): Desk {
  const named = [...desk.answers, ...desk.managers, desk.boundBy].map(({ id }) => id);
  const before = desk.left ?? [];
  const after = new Set(before.filter((id) => !joined.includes(id)));
  for (const id of left) if (named.includes(id)) after.add(id);
  const { left: _, ...rest } = desk;
  if (after.size === before.length && before.every((id) => after.has(id))) return desk;
  return after.size === 0 ? rest : { ...rest, left: [...after] };
}

/** What waited for the channel is tried again. */
const freed = (desk: Desk, now: number): Desk =>
  sweep(
    unpark(desk, now, 'bot-installed'),
    { desk: desk.id, key: 'parked/bot-installed' },
    { kind: 'freed', event: 'bot-installed' },
    now,
  );
