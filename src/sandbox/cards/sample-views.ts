import type { ClockView, HistoryLine, ReferralView } from '../../application/ports/messages';
import type { Current } from '../../domain/record/current';
import { isForKind } from '../../domain/operations/possible';
import { OPERATIONS } from '../../domain/operations/table';

import { ALEX, DAY, HOUR, megan, MEGAN, NOW } from './sample-people';

export * from './sample-people';

export function sampleCurrent(over: Partial<Current> = {}): Current {
  return {
    kind: 'customer-inquiry',
    sender: { kind: 'customer' },
    stage: 'received',
    customer: { name: 'Tailspin Toys', city: 'Bonn', country: 'DE', size: '51to250employees' },
    contacts: [
      { name: 'Kim Akers', title: 'IT manager', phone: '+49 228 000000', email: 'kim@tailspin.example' },
    ],
    colleagues: [],
    deal: {},
    lists: { colleagues: [], contacts: [], solutions: [], registrations: [] },
    request: 'We need help moving 80 seats to Microsoft 365 before the summer.',
    products: ['Microsoft365'],
    services: ['DeploymentOrMigration'],
    industries: ['Education'],
    solutions: [],
    location: 'Contoso Bonn',
    requestedContact: false,
    createdAt: NOW,
    expiresAt: NOW + 14 * DAY,
    ...over,
  };
}

export const respond = (over: Partial<ClockView> = {}): ClockView => ({
  clock: 'respond',
  deadline: NOW + DAY,
  state: 'running',
  ...over,
});
export const contactClock = (over: Partial<ClockView> = {}): ClockView => ({
  clock: 'contact',
  deadline: NOW + 3 * DAY,
  state: 'running',
  ...over,
});
export const expiry = (over: Partial<ClockView> = {}): ClockView => ({
  clock: 'expiry',
  deadline: NOW + 14 * DAY,
  state: 'running',
  ...over,
});

/** The day after 28 February in Berlin. */
export const closeClock = (over: Partial<ClockView> = {}): ClockView => ({
  clock: 'close',
  deadline: Date.parse('2026-02-28T23:00:00Z'),
  state: 'running',
  ...over,
});

/** A record that tells of nothing but whom it is about. */
export const BARE: Partial<Current> = {
  customer: { name: 'Northwind Traders' },
  request: '',
  products: [],
  services: [],
  industries: [],
  location: '',
};

/** A deal that people have worked on. */
export const WORKED_ON: Partial<Current> = {
  requestedContact: true,
  deal: {
    name: 'Eighty seats',
    dealValue: '40000',
    currency: 'EUR',
    closeDate: '2026-02-28',
    crmId: 'OPP-4711',
  },
  colleagues: [
    { firstName: 'Megan', lastName: 'Bowen', phone: '+49 228 1', email: 'megan@contoso.example' },
    { firstName: 'Alex', lastName: 'Wilber', phone: '+49 228 2', email: 'alex@contoso.example' },
  ],
};

export const THREAD = {
  channel: '19:referrals@thread.tacv2',
  message: '1767606120000',
  tenant: MEGAN.tenant,
};

type ViewOver = Partial<Omit<ReferralView, 'current'>> & { readonly current?: Partial<Current> };

/** What there must have been something before. */
const NOT_YET: ReadonlySet<string> = new Set([
  ...['undo', 'try-again', 'send-again', 'invite-again', 'go-on-alone'],
]);

/** What can be done to it by its stage and kind alone; not yet: what has to be taken back, or held by somebody first. */
const offersIn = ({ stage, kind, archivedAs }: Current, { goneAt, owner, quiet }: ViewOver): string[] => {
  const as = goneAt === undefined ? kind : 'other';
  return OPERATIONS.flatMap((one) => {
    if (one.on !== 'referral' || NOT_YET.has(one.name) || (one.name === 'take-over' && owner)) return [];
    if (one.name === 'not-spam' && quiet !== 'suspected') return [];
    if (one.name === 'register-deal' && archivedAs !== 'won') return [];
    return one.where[stage] !== undefined && isForKind(one, as) ? [one.name] : [];
  });
};

/** So many lines of what happened, the newest, number `from`, first: an hour apart, half of them done by somebody. */
export const sampleLines = (from: number, count: number, by: string): HistoryLine[] =>
  Array.from({ length: count }, (_, at): HistoryLine => {
    const line = { n: from - at, at: NOW - at * HOUR };
    if (at % 7 === 5) return { ...line, what: 'told', to: [by, 'Alex Wilber'] };
    if (at % 7 === 6) return { ...line, what: 'observed', times: 12 };
    return at % 2 === 0 ? { ...line, by, what: 'noted' } : { ...line, what: 'observed' };
  });

/** A lead as it came in a moment ago, on the channel's card. */
export function receivedView({ current: parts, ...over }: ViewOver = {}): ReferralView {
  const current = sampleCurrent(parts);
  return {
    id: 'sandbox/6f0c9a2e-1111-4a4b-9c11-0d5e7a000001',
    referralId: '6f0c9a2e-1111-4a4b-9c11-0d5e7a000001',
    audience: 'channel',
    current,
    offers: offersIn(current, over),
    connected: true,
    asOf: NOW,
    clocks: [respond(), expiry()],
    responders: [MEGAN, ALEX],
    history: [{ n: 1, at: NOW, what: 'created' }],
    deskId: '19:referrals@thread.tacv2',
    webUrl: 'https://partner.microsoft.com/dashboard/referrals/v2/leads/6f0c9a2e-1111-4a4b-9c11-0d5e7a000001',
    now: NOW,
    language: 'en',
    zone: 'Europe/Berlin',
    ...over,
  };
}

export const SAMPLE_DEAL = {
  name: 'Tailspin Toys – Microsoft 365',
  dealValue: '40000',
  currency: 'EUR',
  closeDate: '2026-02-28',
  crmId: 'OPP-4711',
};

/** Accepted by Megan an hour later and written to Partner Center. */
export function acceptedView({ current, ...over }: ViewOver = {}): ReferralView {
  return receivedView({
    owner: megan,
    clocks: [],
    responders: [],
    history: [
      { n: 1, at: NOW, what: 'created' },
      { n: 2, at: NOW + HOUR, by: 'Megan Bowen', what: 'accepted' },
    ],
    now: NOW + HOUR,
    asOf: NOW + HOUR,
    current: { stage: 'accepted', deal: SAMPLE_DEAL, ...current },
    ...over,
  });
}

export function declinedView({ current, ...over }: ViewOver = {}): ReferralView {
  return acceptedView({
    history: [
      { n: 1, at: NOW, what: 'created' },
      { n: 2, at: NOW + HOUR, by: 'Megan Bowen', what: 'declined' },
    ],
    ended: { at: NOW + HOUR, by: megan },
    current: {
      stage: 'archived',
      archivedAs: 'declined',
      reason: '3',
      deal: {},
      closedAt: NOW + HOUR,
      ...current,
    },
    ...over,
  });
}

export function expiredView({ current, ...over }: ViewOver = {}): ReferralView {
  return receivedView({
    clocks: [],
    now: NOW + 14 * DAY,
    asOf: NOW + 14 * DAY,
    current: { stage: 'archived', archivedAs: 'expired', closedAt: NOW + 14 * DAY, ...current },
    ...over,
  });
}

export function wonView({ current, ...over }: ViewOver = {}): ReferralView {
  return acceptedView({
    current: { stage: 'archived', archivedAs: 'won', closedAt: NOW + HOUR, ...current },
    ...over,
  });
}

export function coSellView({ current, ...over }: ViewOver = {}): ReferralView {
  return receivedView({
    current: {
      kind: 'co-sell-inbound',
      sender: { kind: 'partner', name: 'Fabrikam Consulting' },
      senderNote: 'They know us well; please call before Friday.',
      help: 'ProofOfConceptOrDemo',
      solutions: ['Contoso Cloud Suite'],
      deal: { dealValue: '120000.50', currency: 'USD', closeDate: '2026-06-30' },
      ...current,
    },
    ...over,
  });
}

/** A deal of one's own to which Microsoft is invited. */
export function outboundView({ current, ...over }: ViewOver = {}): ReferralView {
  const view = acceptedView({
    microsoft: { kind: 'waiting', until: NOW + 14 * DAY },
    current: { kind: 'co-sell-outbound', sender: { kind: 'self' }, request: '', lists: WHOLE, ...current },
    ...over,
  });
  const isNo = view.microsoft && 'reason' in view.microsoft;
  return isNo ? { ...view, offers: [...view.offers, 'invite-again', 'go-on-alone'] } : view;
}

/** Lists in which nothing is missing. */
const WHOLE: Current['lists'] = {
  colleagues: [{ key: 'megan', entry: { firstName: 'Megan', lastName: 'Bowen' } }],
  contacts: [{ key: 'kim', entry: { firstName: 'Kim', lastName: 'Akers' } }],
  solutions: [{ key: 'sol', entry: { name: 'Contoso Cloud Suite' } }],
  registrations: [],
};

/** What stands in a gallery for looking at wherever text comes from outside. */
export const SAMPLE_WORDS = 'Northwind Traders';
