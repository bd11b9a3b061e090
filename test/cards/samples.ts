import type { ClockView, ReferralView } from '../../src/application/ports/messages';
import type { FormEnd, OpenForm, ReferralList } from '../../src/application/use-cases';
import type { Current } from '../../src/domain/record/current';
import { OPERATIONS } from '../../src/domain/operations/table';
import { acceptForm } from '../../src/domain/forms/accept';

import { ALEX, DAY, HOUR, megan, MEGAN, NOW } from './people';

export * from './people';

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

type ViewOver = Partial<Omit<ReferralView, 'current'>> & { readonly current?: Partial<Current> };

/** What can be done to it by its stage and kind alone; not yet: what has to be taken back, or held by somebody first. */
const offersIn = ({ stage, kind, archivedAs }: Current, { goneAt, owner }: ViewOver): string[] => {
  const as = goneAt === undefined ? kind : 'other';
  return OPERATIONS.flatMap((one) => {
    if (
      one.on !== 'referral' ||
      ['undo', 'try-again'].includes(one.name) ||
      (one.name === 'take-over' && owner)
    )
      return [];
    if (one.name === 'register-deal' && archivedAs !== 'won') return [];
    return one.where[stage] !== undefined && (one.kinds?.includes(as) ?? as !== 'other') ? [one.name] : [];
  });
};

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
    history: [{ at: NOW, what: 'created' }],
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
      { at: NOW, what: 'created' },
      { at: NOW + HOUR, by: 'Megan Bowen', what: 'accepted' },
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
      { at: NOW, what: 'created' },
      { at: NOW + HOUR, by: 'Megan Bowen', what: 'declined' },
    ],
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
    responders: [],
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

export function acceptSheet(over: Partial<OpenForm> = {}): OpenForm {
  return {
    kind: 'form',
    form: acceptForm({ coSell: false }),
    draft: `${MEGAN.id}|accept|sandbox/6f0c9a2e`,
    values: {
      name: 'Tailspin Toys – Microsoft 365',
      dealValue: '40000',
      currency: 'EUR',
      closeDate: '2026-02-28',
      notes: '',
    },
    problems: [],
    view: receivedView(),
    today: '2026-01-05',
    language: 'en',
    zone: 'Europe/Berlin',
    ...over,
  };
}

export function sampleList(over: Partial<ReferralList> = {}): ReferralList {
  return {
    kind: 'list',
    list: 'my-active-deals',
    words: '',
    rows: [acceptedView(), coSellView()],
    total: 2,
    sums: [
      { currency: 'EUR', value: '40000' },
      { currency: 'USD', value: '120000.5' },
    ],
    from: 1,
    language: 'en',
    zone: 'Europe/Berlin',
    bound: true,
    ...over,
  };
}

export function ended(over: Partial<FormEnd> = {}): FormEnd {
  return {
    kind: 'ended',
    outcome: { kind: 'done', did: 'accepted' },
    operation: 'accept',
    wrote: { name: 'Tailspin Toys – Microsoft 365', dealValue: '40k', notes: 'Call first' },
    view: acceptedView(),
    ...over,
  };
}
