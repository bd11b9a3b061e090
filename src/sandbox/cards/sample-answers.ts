import type { FormEnd, OpenForm } from '../../application/operate/form-answer';
import type { ReferralList } from '../../application/lists/list-referrals';
import type { ReferralView } from '../../application/ports/messages';
import { acceptForm } from '../../domain/forms/accept';
import { MEGAN } from './sample-people';
import { acceptedView, coSellView, receivedView } from './sample-views';

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

export const coSellSheet = (over: Partial<OpenForm> = {}): OpenForm =>
  acceptSheet({
    form: acceptForm({ coSell: true }),
    view: coSellView(),
    values: {
      ...acceptSheet().values,
      firstName: 'Alex',
      lastName: 'Wilber',
      email: 'alex@contoso.example',
    },
    ...over,
  });

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

/** How a deal of three days ago stands with its registration. */
export const SAMPLE_POINTS: NonNullable<ReferralView['registrable']> = [
  { point: 'shared', state: 'met' },
  { point: 'solution', state: 'not-met' },
  { point: 'value', state: 'unknown', needs: 25_000 },
  { point: 'won', state: 'not-met' },
];
