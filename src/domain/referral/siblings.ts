import { momentOf } from '../record/reading';
import type { Resource } from '../record/resource';
import { SIBLING_FACTS, type Sibling } from '../record/sibling';
import type { Referral } from './referral';

/** An engagement of so many organisations has not been seen; what is beyond has no place. */
const MOST = 20;

/** Keeps what another organisation's record says now. It is no referral of its own: nobody here may answer it. */
export function keepSibling(referral: Referral, resource: Resource): Referral {
  const { siblings = [] } = referral.own;
  const known = siblings.find((one) => one.id === resource.id);
  const sibling = Object.fromEntries(
    SIBLING_FACTS.flatMap((name) => (resource[name] === undefined ? [] : [[name, resource[name]]])),
  ) as unknown as Sibling;
  if (known && (isOlder(sibling, known) || JSON.stringify(known) === JSON.stringify(sibling)))
    return referral;
  if (!known && siblings.length >= MOST) return referral;
  const others = siblings.filter((one) => one !== known);
  return { ...referral, own: { ...referral.own, siblings: [...others, sibling] } };
}

function isOlder(one: Sibling, other: Sibling): boolean {
  const [at, than] = [momentOf(one.updatedDateTime), momentOf(other.updatedDateTime)];
  return at !== undefined && than !== undefined && at < than;
}
