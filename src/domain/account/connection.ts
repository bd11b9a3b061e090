import { tellAbout } from '../messages-and-sweeps';
import type { PersonRef } from '../person/person-ref';
import type { Account } from './account';
import { CHECK_EVERY_MS, checkedNow, countedDown } from './check';
import type { Checked } from './checked';
import { clocksCompared } from './clock-off';
import type { Listening, Sharing } from './listening';

/** What happens to an account's sign-in, and to its being told of changes. */
export type ConnectionInput =
  /** The webhook's registration was looked at. `next`: when it is again (business time, ms); absent: there is nothing to look after. */
  | { readonly kind: 'listened'; readonly listening?: Listening; readonly next?: number }
  /** An admin has said who is to be told of changes, or the desk has started: that is looked at now. */
  | { readonly kind: 'listen'; readonly sharing?: Sharing }
  /** What the sign-in may do was tried; `secretEnds`: when the application's secret does (business time, ms). */
  | { readonly kind: 'checked'; readonly checked: Checked; readonly secretEnds?: number }
  /** How far this machine's clock is ahead of Partner Center's, real time in ms. */
  | { readonly kind: 'clocks-compared'; readonly ahead: number }
  /** What the sign-in may do is tried at the next wake, unless that is planned. */
  | { readonly kind: 'to-check' }
  /** An admin wants to sign in, by a link that holds until then (business time, ms). */
  | { readonly kind: 'signing-in'; readonly ticket: string; readonly by: PersonRef; readonly until: number }
  /** Somebody has signed in. `who`: their sign-in name; `personal`: it is known to be a person's here. */
  | { readonly kind: 'signed-in'; readonly who?: string; readonly personal: boolean };

export function stepConnection(account: Account, input: ConnectionInput, now: number): Account {
  switch (input.kind) {
    case 'listened':
      return listened(account, input, now);
    case 'listen':
      return listen(account, input.sharing, now);
    case 'checked': {
      const known = { ...account, checkAt: now + CHECK_EVERY_MS };
      return countedDown(checkedNow(known, input.checked, now), input.secretEnds, now);
    }
    case 'clocks-compared':
      return clocksCompared(account, input.ahead, now);
    case 'to-check':
      return account.checkAt === undefined ? { ...account, checkAt: now } : account;
    case 'signing-in':
      return { ...account, signingIn: { ticket: input.ticket, by: input.by, until: input.until } };
    case 'signed-in':
      return signedIn(account, input, now);
  }
}

function listen(account: Account, sharing: Sharing | undefined, now: number): Account {
  const { listening } = account;
  const said = sharing && listening ? { listening: { ...listening, sharing } } : {};
  return { ...account, ...said, listenAt: now };
}

/** The admins hear once that another system is told of changes, has taken the desk's place, or that the desk may not be told. */
function listened(
  account: Account,
  { listening, next }: Extract<ConnectionInput, { kind: 'listened' }>,
  now: number,
): Account {
  const { listenAt: _, ...looked } = account;
  const known = { ...looked, ...(listening && { listening }), ...(next !== undefined && { listenAt: next }) };
  if (!listening) return known;
  const before = account.listening;
  const { state, theirs, problem = '' } = listening;
  if (state === 'refused' && before?.state !== 'refused')
    return tellAbout(known, 'admins', { kind: 'not-told', problem }, now);
  const met = theirs && theirs.url !== before?.theirs?.url;
  return met
    ? tellAbout(known, 'admins', { kind: 'another-is-told', url: theirs.url, shared: state === 'ours' }, now)
    : known;
}

/** Asked and looked at anew, at once. A link that led to it holds no more. */
function signedIn(
  { signingIn: _, ...account }: Account,
  { who, personal }: Extract<ConnectionInput, { kind: 'signed-in' }>,
  now: number,
): Account {
  const known = { ...account, pollAt: now, checkAt: now, ...(who !== undefined && { signedInAs: who }) };
  return personal && who !== account.signedInAs
    ? tellAbout(known, 'admins', { kind: 'persons-account', who: who ?? '' }, now)
    : known;
}
