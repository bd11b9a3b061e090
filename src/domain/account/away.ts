import { tellAbout } from '../messages-and-sweeps';
import type { Notice } from '../notices';
import type { Account } from './account';

/** So long it is in `/health/ready` and on the cards that wait alone: most of what is away is back by then. */
const TOLD_AFTER_MS = 3_600_000;

/** Once it has been away for an hour the admins hear of it; `now`: business time in ms. */
export function stillAway(
  account: Account,
  said: Pick<Extract<Notice, { kind: 'away' }>, 'problem' | 'forbidden'>,
  now: number,
): Account {
  const away = account.away ?? { since: now };
  if (away.told || now - away.since < TOLD_AFTER_MS) return { ...account, away };
  const { since } = away;
  return tellAbout(
    { ...account, away: { since, told: true } },
    'admins',
    { kind: 'away', since, ...said },
    now,
  );
}

/** Whoever has heard of it hears that it is over. */
export const tellAgain = (account: Account, since: number, now: number): Account =>
  tellAbout(account, 'admins', { kind: 'here-again', since }, now);
