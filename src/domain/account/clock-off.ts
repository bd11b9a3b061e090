import { sweep, tellAbout } from '../messages-and-sweeps';
import type { Account } from './account';

/** Deadlines are hours: what a clock loses in a day does no harm, and a wrong hour does. */
const MOST_APART_MS = 300_000;

export const isOff = (ahead: number): boolean => Math.abs(ahead) > MOST_APART_MS;

/** The admins hear once that the machine's clock is wrong; once it is right what waited for that is sent. */
export function clocksCompared(account: Account, ahead: number, now: number): Account {
  const { clockOff: before, ...rest } = account;
  if (!isOff(ahead)) {
    if (before === undefined) return account;
    const waiting = { key: `parked/clock-right/${account.id}` };
    return sweep(rest, waiting, { kind: 'freed', event: 'clock-right' }, now);
  }
  if (before !== undefined) return account;
  return tellAbout({ ...account, clockOff: ahead }, 'admins', { kind: 'clock-off', ahead }, now);
}
