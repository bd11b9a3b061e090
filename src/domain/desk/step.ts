import type { Settlement } from '../effects';
import { finishOwing, settleOwed, sweep, tellAbout } from '../messages-and-sweeps';
import type { Desk } from './desk';

/** What an admin chooses for a desk, and where it is. */
export type DeskRules = Pick<
  Desk,
  'answers' | 'managers' | 'language' | 'zone' | 'currency' | 'mailCounts' | 'team' | 'name' | 'serviceUrl'
>;

/** What happens to a desk, from wherever it comes. */
export type DeskInput =
  /** Bound, or its form saved again: referrals without a desk come to it, its open ones are drawn by the new rules. */
  | { readonly kind: 'ruled'; readonly rules: DeskRules }
  /** Teams has renamed its channel. */
  | { readonly kind: 'renamed'; readonly name: string }
  /** The app was taken out of its team, or its channel is gone: nothing can be sent there. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'back'; readonly serviceUrl: string }
  | { readonly kind: 'wake' }
  | { readonly kind: 'settled'; readonly effect: string; readonly settlement: Settlement };

/** Pure, as the referral's step: unchanged input gives back the very same document. `now`: business time in ms. */
export function stepDesk(desk: Desk, input: DeskInput, now: number): Desk {
  const next = stepped(desk, input, now);
  return next === desk && input.kind !== 'wake' ? desk : finishOwing(next, undefined);
}

function stepped(desk: Desk, input: DeskInput, now: number): Desk {
  switch (input.kind) {
    case 'ruled':
      return ruled(desk, input.rules, now);
    case 'renamed':
      return desk.name === input.name ? desk : redrawn({ ...desk, name: input.name }, now);
    case 'lost':
      return desk.reachable ? lost(desk, now) : desk;
    case 'back':
      return back(desk, input.serviceUrl, now);
    case 'wake':
      return desk;
    case 'settled':
      return settleOwed(desk, input.effect, input.settlement, now);
  }
}

function ruled(desk: Desk, rules: DeskRules, now: number): Desk {
  const waiting = sweep(
    { ...desk, ...rules, reachable: true },
    { key: 'no-desk' },
    { kind: 'routed', desk: desk.id },
    now,
  );
  return redrawn(freed(waiting, now), now);
}

/** Its open referrals see what has changed of it. */
const redrawn = (desk: Desk, now: number): Desk =>
  (['received', 'accepted'] as const).reduce(
    (next, stage) => sweep(next, { desk: desk.id, stage }, { kind: 'rules-changed' }, now),
    desk,
  );

/** Whoever set it up and the admins hear of it once, in their chats: the channel itself is out of reach. */
const lost = (desk: Desk, now: number): Desk =>
  tellAbout({ ...desk, reachable: false }, 'admins', { kind: 'desk-lost', name: desk.name }, now);

/** Whatever waited for the app, for whichever reason, is tried again. */
const back = (desk: Desk, serviceUrl: string, now: number): Desk =>
  freed({ ...desk, reachable: true, serviceUrl }, now);

/** What waited for the channel is tried again. */
const freed = (desk: Desk, now: number): Desk =>
  sweep(desk, { desk: desk.id, key: 'parked/bot-installed' }, { kind: 'freed', event: 'bot-installed' }, now);
