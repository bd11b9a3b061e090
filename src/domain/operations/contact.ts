import { say } from '../referral/parts';
import type { ReferralOperation } from './operation';

/** Within this time a second press by the same person is not said again. */
const SAID_MS = 3_600_000;

/**
 * How to reach the customer's people. While received any seller may know, the thread is told who is contacting them, and a
 * second seller is asked first; afterwards it is for those involved.
 */
export const contact: ReferralOperation = {
  on: 'referral',
  name: 'contact',
  where: { received: 'desk', accepted: 'involved', archived: 'involved' },
  kinds: 'every',
  audit: 'contacting',
  reaches: true,
  asks({ referral, current, by }) {
    const { contacting, called } = referral.own;
    const other = contacting && contacting.by.id !== by.id && current.stage === 'received';
    return other && called?.result !== 'reached' && current.contacts.length > 0
      ? { kind: 'asked', by: contacting.by, at: contacting.at }
      : undefined;
  },
  change({ referral, current, by: { id, name }, facts }) {
    if (current.stage !== 'received' || current.contacts.length === 0) return referral;
    const by = { id, name };
    const last = referral.own.contacting;
    if (last?.by.id === by.id && facts.now - last.at < SAID_MS) return referral;
    const own = { ...referral.own, contacting: { at: facts.now, by } };
    return say({ ...referral, own }, { kind: 'contacting', by }, facts);
  },
};
