import type { ReferralView } from '../../application/ports/messages';
import type { Deal } from '../../domain/deal/deal';
import { evaluate, qualify } from '../../domain/operations/joint-planning';
import { markWon } from '../../domain/operations/mark-won';
import type { ReferralOperation } from '../../domain/operations/operation';
import * as samples from './samples';

const { receivedView, acceptedView, coSellView, declinedView, expiredView, outboundView, wonView } = samples;
const { respond, contactClock, expiry, NOW, HOUR, DAY, megan } = samples;

const asked = { requestedContact: true };
const LONG =
  'We are 80 people in two offices and still run our own mail server, which goes down about once a month. We want to move to ' +
  'Microsoft 365 before the summer, with mail, files and phones, and need somebody who plans it with us, moves everything over a ' +
  'weekend and stays for questions afterwards. Our budget is set until June; two other partners have been asked as well.';

const TWO_LINES =
  'We need help moving 80 seats from our own servers to Microsoft 365 before the summer, with the mail of ten years.';

const TEST = { by: megan, until: NOW + HOUR };

const pending = (state: 'held' | 'sending' | 'unconfirmed') =>
  ({ pending: { state, by: megan, at: NOW, change: {} } }) as const;

const without = ({ owner: _, ...view }: ReferralView): ReferralView => view;

/** An accepted joint planning lead so far on its way. `without`: what is not open there. */
function planned(stands: Deal, without: readonly ReferralOperation[]): ReferralView {
  const view = acceptedView({
    clocks: [{ clock: 'act', deadline: NOW + 60 * DAY, state: 'running' }],
    current: {
      kind: 'joint-planning',
      sender: { kind: 'microsoft-seller' },
      deal: { ...samples.SAMPLE_DEAL, ...stands },
    },
  });
  return { ...view, offers: view.offers.filter((name) => !without.some((one) => one.name === name)) };
}

/** A referral's card in every state in which it may stand. */
export const SAMPLE_STATES: readonly (readonly [name: string, view: ReferralView])[] = [
  ['received', receivedView()],
  ['received: doubtful', receivedView({ quiet: 'suspected' })],
  ['received: installed', receivedView({ quiet: 'installed' })],
  [
    'received: seen before',
    receivedView({
      seenBefore: {
        total: 4,
        newest: [
          { stage: 'accepted', owner: 'Megan Bowen' },
          { stage: 'archived', archivedAs: 'won', owner: 'Diego Siciliani' },
          { stage: 'archived', archivedAs: 'expired' },
        ],
      },
    }),
  ],
  [
    'received: asks to be contacted',
    receivedView({ current: asked, clocks: [respond(), contactClock(), expiry()] }),
  ],
  ['received: two lines', receivedView({ current: { request: TWO_LINES } })],
  [
    'received: two lines, asks to be contacted',
    receivedView({
      current: { ...asked, request: TWO_LINES },
      clocks: [respond(), contactClock(), expiry()],
    }),
  ],
  ['received: less than 12 hours', receivedView({ clocks: [respond({ state: 'soon' }), expiry()] })],
  [
    'received: overdue',
    receivedView({ now: NOW + 2 * DAY, clocks: [respond({ state: 'passed' }), expiry()] }),
  ],
  [
    'received: overdue, asks to be contacted, expires soon',
    receivedView({
      now: NOW + 12 * DAY,
      current: { ...asked, request: LONG },
      called: { by: megan, at: NOW + 11 * DAY, result: 'not-reached' },
      clocks: [respond({ state: 'passed' }), contactClock({ state: 'passed' }), expiry({ state: 'soon' })],
    }),
  ],
  ['received: past its date', receivedView({ now: NOW + 15 * DAY, clocks: [expiry({ state: 'passed' })] })],
  [
    'received: a long request',
    receivedView({ current: { request: LONG, industries: ['Education', 'RetailAndConsumerGoods'] } }),
  ],
  ['received: little known', receivedView({ responders: [], current: { ...samples.BARE } })],
  ['received: co-sell', coSellView()],
  ['received: no longer in Partner Center', receivedView({ goneAt: NOW, clocks: [] })],
  ['test: received', receivedView({ test: TEST, webUrl: '' })],
  ['test: accepted', acceptedView({ test: TEST, connected: false, webUrl: '' })],
  ['test: over', declinedView({ test: { ...TEST, over: NOW }, webUrl: '' })],
  ['accepted', acceptedView()],
  ['accepted: not sent yet', acceptedView(pending('held'))],
  ['accepted: sending', acceptedView(pending('sending'))],
  [
    'accepted: awaits its author',
    acceptedView({ ...pending('sending'), awaits: { by: megan, until: NOW + 2 * HOUR } }),
  ],
  ['accepted: Partner Center does not answer', acceptedView({ ...pending('sending'), tryAt: NOW + HOUR })],
  ['accepted: not yet confirmed', acceptedView(pending('unconfirmed'))],
  ['accepted: asks to be contacted', acceptedView({ current: asked, clocks: [contactClock()] })],
  [
    'accepted: contact overdue, with colleagues and notes',
    acceptedView({
      now: NOW + 4 * DAY,
      clocks: [contactClock({ state: 'passed' })],
      called: { by: megan, at: NOW + DAY, result: 'not-reached' },
      crmUrl: 'https://crm.example/OPP-4711',
      current: { ...samples.WORKED_ON, request: LONG },
    }),
  ],
  [
    'accepted: past its close date',
    acceptedView({ now: NOW + 60 * DAY, clocks: [samples.closeClock({ state: 'passed' })] }),
  ],
  ['accepted: co-sell', acceptedView({ current: { ...coSellView().current, stage: 'accepted' } })],
  [
    'accepted: partner-led, something is missing',
    acceptedView({ current: { kind: 'partner-led', sender: { kind: 'self' }, request: '' } }),
  ],
  [
    'accepted: private',
    acceptedView({ current: { kind: 'private', sender: { kind: 'self' }, request: '' } }),
  ],
  ['accepted: joint planning, to be qualified', planned({}, [evaluate, markWon])],
  ['accepted: joint planning, qualified', planned({ salesStage: '20' }, [qualify, markWon])],
  ['accepted: joint planning, evaluated', planned({ salesStage: '40' }, [qualify, evaluate])],
  ['accepted: Microsoft is invited', outboundView()],
  [
    'accepted: Microsoft takes part',
    outboundView({
      microsoft: { kind: 'accepted', seller: { name: 'Joni Sherman', email: 'joni@microsoft.example' } },
    }),
  ],
  [
    'accepted: Microsoft says no',
    outboundView({
      microsoft: { kind: 'declined', reason: 'No Microsoft seller manages this customer directly' },
    }),
  ],
  ['accepted: in Partner Center', without(acceptedView())],
  ['accepted: standing alone', acceptedView({ connected: false })],
  ['declined', declinedView()],
  ['declined: sending', declinedView(pending('sending'))],
  ['expired', expiredView()],
  ['won', wonView()],
  [
    'won: waits until it can be registered',
    wonView({
      offers: ['undo'],
      ended: { at: NOW + HOUR, by: megan },
      pending: { state: 'held', by: megan, at: NOW, until: NOW + 3 * DAY, change: {}, toRegister: true },
    }),
  ],
  ['lost', wonView({ current: { archivedAs: 'lost', reason: '1' }, now: NOW + 2 * HOUR })],
];
