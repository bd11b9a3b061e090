import type { Outcome } from '../referral/inputs';
import { notLeft } from '../referral/intents';
import type { Standing } from './operation';

/** How it ended, by whom and when; while that has not left yet, until when it can be taken back. */
export function over({ referral, current: { archivedAs, closedAt } }: Standing): Outcome {
  if (!archivedAs) return { kind: 'not-now', why: 'ended-otherwise' };
  const { own } = referral;
  const ending = notLeft(referral).find(({ change }) => change.stage === 'archived');
  const at = own.ended?.at ?? closedAt;
  return {
    kind: 'final',
    archivedAs,
    ...(at === undefined ? {} : { at }),
    ...(own.ended?.by ? { by: own.ended.by } : {}),
    ...(ending && (ending.until === undefined ? { unsent: true } : { until: ending.until })),
  };
}
