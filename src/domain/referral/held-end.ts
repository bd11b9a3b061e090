import type { Wanted } from '../deal/deal';
import { differing, heldBy } from '../deal/compare';
import { joined } from '../deal/stack';
import type { PersonRef } from '../person/person-ref';
import { seenResource } from './face';
import { replaceIntent } from './intents';
import type { Intent, Referral } from './referral';

/** The end of the deal that this person wants and that has not left yet. After it nothing can be changed, so what holds goes with it. */
export const heldEnd = ({ intents }: Referral, { id }: Pick<PersonRef, 'id'>): Intent | undefined =>
  intents.find(({ state, change, by }) => state === 'held' && change.stage === 'archived' && by.id === id);

/** What else is wanted goes with that end, on what stands there now. */
export function withEnd(referral: Referral, end: Intent, wanted: Wanted): Referral {
  const { observed, intents } = referral;
  const base = seenResource({ observed, intents: intents.slice(0, intents.indexOf(end)) });
  const change = joined([end.change, differing(base, wanted)]);
  return replaceIntent(referral, { ...end, change, was: heldBy(base, change) });
}
