import { deadlineOf } from './referral/clocks';
import type { AnyDocument } from './documents';
import { runningClocks, seen } from './referral/face';
import { momentOf } from './record/reading';
import { engagementKey, type Referral } from './referral/referral';
import { searchWords } from './referral/search-words';

/** What a store indexes of a document: worked out here, so that every store finds the same. */
export interface Projection {
  readonly stage?: string;
  readonly owner?: string;
  readonly desk?: string;
  /** Orders every list, least first: ms UTC of the next deadline; archived ones by the negative time of their end. */
  readonly urgency: number;
  /** Search words (folded, at most 60). */
  readonly words: readonly string[];
  /** Exact keys: `parked/<event>`, `dead`, `no-desk`, `engagement/<account>/<id>`, `of/<document id>`, `team/<id>`, `installed/<team>`, `email/<address>`. */
  readonly keys: readonly string[];
}

export function project(document: AnyDocument): Projection {
  const keys = outboxKeys(document);
  switch (document.kind) {
    case 'referral':
      return projectReferral(document, keys);
    case 'draft':
      return {
        urgency: document.touchedAt,
        words: [],
        keys: [...keys, ...(document.state === 'open' ? [`of/${document.of}`] : [])],
      };
    case 'desk':
      return { urgency: document.boundAt, words: [], keys: [...keys, `team/${document.team}`] };
    case 'person':
      return {
        urgency: 0,
        words: [],
        keys: [
          ...keys,
          ...(document.installed ?? []).map((team) => `installed/${team}`),
          ...(document.email ? [`email/${document.email.toLowerCase()}`] : []),
        ],
      };
    case 'account':
      return { urgency: 0, words: [], keys };
  }
}

function projectReferral(referral: Referral, keys: readonly string[]): Projection {
  const current = seen(referral);
  const { owner, desk } = referral.own;
  return {
    stage: current.stage,
    ...(owner ? { owner: owner.id } : {}),
    ...(desk ? { desk } : {}),
    urgency: urgencyOf(referral),
    words: searchWords(referral),
    keys: [...keys, ...(desk ? [] : ['no-desk']), ...engagementKeys(referral)],
  };
}

const engagementKeys = ({ account, observed }: Referral): string[] =>
  observed.engagementId ? [engagementKey(account, observed.engagementId)] : [];

/** Received: when it is gone for ever; accepted: the contact asked for, else the close date, else when it was accepted. */
function urgencyOf(referral: Referral): number {
  const current = seen(referral);
  if (current.stage === 'archived') return -(current.closedAt ?? referral.observedAt);
  if (current.stage === 'received') return current.expiresAt;
  const deadlines = runningClocks(referral, current).map((clock) => deadlineOf(clock, current));
  const closeDate = momentOf(current.deal.closeDate);
  return Math.min(...deadlines, closeDate ?? current.expiresAt);
}

function outboxKeys(document: AnyDocument): string[] {
  const keys = new Set<string>();
  for (const effect of document.outbox) {
    if (effect.dead) keys.add('dead');
    else if (effect.parked) keys.add(`parked/${effect.parked}`);
  }
  return [...keys];
}
