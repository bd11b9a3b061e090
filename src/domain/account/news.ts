import { owe } from '../living/outbox';
import type { Account } from './account';

/** One record is read at most so often, however many events tell of it. */
const FETCH_EVERY_MS = 10_000;
/** With more than these the poll reads them, a page at a time: what is changed there for many deals tells of each. */
const MOST_FETCHES = 50;
/** The first program that fetches single records. */
const FETCHES = 3;

/** A record may be new or have changed. What is owed already, and not begun, covers this, too. */
export function newsOf(account: Account, referral: string, now: number): Account {
  const fetches = account.outbox.filter((effect) => effect.kind === 'fetch' && effect.dead !== true);
  const owed = fetches.some(
    (effect) => effect.kind === 'fetch' && effect.referral === referral && effect.notBefore > now,
  );
  if (owed) return account;
  if (fetches.length >= MOST_FETCHES) return pollSoon(account, now);
  const recent = Object.entries(account.fetched ?? {}).filter(([, at]) => at > now - FETCH_EVERY_MS);
  const before = account.fetched?.[referral] ?? 0;
  const at = Math.max(now, before + FETCH_EVERY_MS);
  const spec = { kind: 'fetch' as const, since: FETCHES, lane: `read:${referral}`, referral };
  const fetched = { ...Object.fromEntries(recent), [referral]: at };
  return owe({ ...account, fetched }, spec, now, at);
}

/** One that runs now is followed by another: it may have read past this record. While it fails it has waits of its own. */
function pollSoon(account: Account, now: number): Account {
  const { pollAt, failures, signedOut } = account;
  const soon = now + FETCH_EVERY_MS;
  if (pollAt === undefined || failures !== undefined || signedOut !== undefined) return account;
  if (pollAt <= now) return { ...account, pollAt: now };
  return pollAt > soon ? { ...account, pollAt: soon } : account;
}
