import { archivedAsOf, momentOf, stageOf } from '../record/reading';
import { MICROSOFT } from '../record/kind';
import { filled } from '../record/values';
import type { Resource } from '../record/resource';
import { SIBLING_FACTS, type Sibling } from '../record/sibling';
import type { Facts } from './inputs';
import { audit, tell } from './parts';
import type { Referral } from './referral';

/** An engagement of so many organisations has not been seen; what is beyond has no place. */
const MOST = 20;

/** Keeps what another organisation's record says now. It is no referral of its own: nobody here may answer it. */
export function keepSibling(referral: Referral, resource: Resource, facts: Facts): Referral {
  const next = kept(referral, resource);
  const [before, answer] = [microsoftsAnswer(referral), microsoftsAnswer(next)];
  if (before?.kind !== 'waiting' || !answer || answer.kind === 'waiting') return next;
  const noted = audit(next, `microsoft-${answer.kind}`, facts);
  return tell(noted, 'owner', { kind: 'microsoft-answered', answer: answer.kind }, facts);
}

function kept(referral: Referral, resource: Resource): Referral {
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

/** What Microsoft says to an invitation; it stands on Microsoft's own record of the engagement. Times in ms UTC. */
export type MicrosoftsAnswer =
  | { readonly kind: 'waiting'; readonly until?: number }
  | { readonly kind: 'accepted'; readonly seller?: Seller }
  /** `goneOn`: somebody here has said that they go on without Microsoft. */
  | { readonly kind: 'declined' | 'expired'; readonly reason?: string; readonly goneOn?: true };

/** Who of Microsoft takes part. */
export interface Seller {
  readonly name: string;
  readonly email?: string;
}

/** Microsoft's newest answer; undefined: it has no record of the deal, as far as is known here. */
export function microsoftsAnswer({ own }: Pick<Referral, 'own'>): MicrosoftsAnswer | undefined {
  const newest = newestOf(own);
  if (!newest) return undefined;
  const answer = answerOf(newest);
  const isNo = answer.kind === 'declined' || answer.kind === 'expired';
  return isNo && own.alone?.after === newest.id ? { ...answer, goneOn: true } : answer;
}

/** Microsoft's record of its last invitation, and when that was made: business time, ms. */
export function newestOfMicrosoft({
  own,
}: Pick<Referral, 'own'>): { readonly id: string; readonly at: number } | undefined {
  const newest = newestOf(own);
  return newest && { id: newest.id, at: createdAt(newest) };
}

function newestOf({ siblings = [] }: Referral['own']): Sibling | undefined {
  const theirs = siblings.filter((one) => one.organizationId?.toLowerCase() === MICROSOFT);
  return theirs.reduce<Sibling | undefined>(
    (one, other) => (one && createdAt(one) > createdAt(other) ? one : other),
    undefined,
  );
}

/** Invited again, there are several: the last invitation counts. */
const createdAt = ({ createdDateTime }: Sibling): number => momentOf(createdDateTime) ?? 0;

function answerOf(sibling: Sibling): MicrosoftsAnswer {
  const record = sibling as Resource;
  const ended = archivedAsOf(record);
  if (ended === 'declined' || ended === 'expired') {
    const reason = filled(sibling.statusReason);
    return { kind: ended, ...(reason === undefined ? {} : { reason }) };
  }
  if (stageOf(record) === 'received') {
    const until = momentOf(sibling.expirationDateTime);
    return { kind: 'waiting', ...(until === undefined ? {} : { until }) };
  }
  const seller = sellerOf(sibling);
  return { kind: 'accepted', ...(seller ? { seller } : {}) };
}

/** "Seller contact details appear only after acceptance" (manage-co-sell-opportunities page): the first of its team. */
function sellerOf({ team }: Sibling): Seller | undefined {
  const [first] = team ?? [];
  const name = [filled(first?.firstName), filled(first?.lastName)].filter(Boolean).join(' ');
  const email = filled(first?.email);
  return name === '' && email === undefined
    ? undefined
    : { name: name || (email ?? ''), ...(email === undefined ? {} : { email }) };
}
