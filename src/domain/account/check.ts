import { tellAbout } from '../messages-and-sweeps';
import type { Account } from './account';
import type { Checked, RunsOut } from './checked';

const DAY_MS = 86_400_000;
/** Microsoft's Secure Application Model: a refresh token holds for 90 days. */
const TOKEN_MS = 90 * DAY_MS;
/** The admins are told so many days before. */
const STEPS = [1, 7, 14, 30];

export const CHECK_EVERY_MS = DAY_MS;

/** The ends known, business time in ms. */
const endsOf = (
  account: Account,
  secretEnds: number | undefined,
): readonly (readonly [RunsOut, number])[] => [
  ...(secretEnds === undefined ? [] : [['secret', secretEnds] as const]),
  ...(account.tokenAt === undefined ? [] : [['token', account.tokenAt + TOKEN_MS] as const]),
];

/** The admins hear of each end at 30, 14, 7 and 1 days, once each; a new end (another day) counts anew. */
export function countedDown(account: Account, secretEnds: number | undefined, now: number): Account {
  return endsOf(account, secretEnds).reduce<Account>((next, [what, end]) => {
    const days = Math.max(0, Math.ceil((end - now) / DAY_MS));
    const step = STEPS.find((one) => days <= one);
    const before = next.warned?.[what];
    if (step === undefined || (before?.end === end && before.step <= step)) return next;
    const warned = { ...next.warned, [what]: { end, step } };
    return tellAbout({ ...next, warned }, 'admins', { kind: 'runs-out', what, days }, now);
  }, account);
}

/** What was found is kept; the admins hear when it became less than it was. */
export function checkedNow(account: Account, checked: Checked, now: number): Account {
  const before = account.checked?.found;
  const known = { ...account, checked };
  const worse = checked.found === 'reads-only' && before !== 'reads-only';
  return worse
    ? tellAbout(known, 'admins', { kind: 'reads-only', problem: checked.problem ?? '' }, now)
    : known;
}
