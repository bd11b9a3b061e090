import type { Outcome } from '../referral/inputs';
import type { Standing } from './operation';

/** How it ended, by whom and when; while that has not left yet, until when it can be taken back. */
export function over({ referral: { own, intents }, current: { archivedAs, closedAt } }: Standing): Outcome {
  if (!archivedAs) return { kind: 'not-now', why: 'ended-otherwise' };
  const until = intents.find(({ state, change }) => state === 'held' && change.stage === 'archived')?.until;
  const at = own.ended?.at ?? closedAt;
  return {
    kind: 'final',
    archivedAs,
    ...(at === undefined ? {} : { at }),
    ...(own.ended?.by ? { by: own.ended.by } : {}),
    ...(until === undefined ? {} : { until }),
  };
}
