import { seen } from '../../../src/domain/referral/face';
import type { Referral } from '../../../src/domain/referral/referral';
import type { Input } from '../../../src/domain/referral/inputs';
import { step } from '../../../src/domain/referral/step';
import {
  HOUR,
  T0,
  accept,
  called,
  contact,
  decline,
  deliverAll,
  diego,
  facts,
  fromPartnerCenter,
  go,
  hotLead,
  iso,
  lead,
  megan,
  run,
} from '../builders';

const AT = T0 + HOUR / 2;
const NOW = T0 + HOUR * 0.75;

const closed = (substatus: string): Referral =>
  fromPartnerCenter(hotLead({ status: 'Closed', substatus, updatedDateTime: iso(AT) }), AT);

const deal = {
  name: 'Tailspin Toys – Microsoft 365',
  details: {
    ...hotLead().details,
    dealValue: 40000,
    currency: 'EUR',
    closingDateTime: '2026-04-30T00:00:00Z',
  },
};

/** As if Partner Center had confirmed what was sent. */
function confirmed(referral: Referral): Referral {
  const resource = hotLead({ status: 'Active', substatus: 'Accepted', updatedDateTime: iso(AT), ...deal });
  return go(referral, { kind: 'observed', resource }, AT);
}

/** Every stage that a referral can be in, with nothing owed that could blur what a step does. */
const STAGES: Readonly<Record<string, Referral>> = {
  received: fromPartnerCenter(hotLead()),
  'accepted here': confirmed(go(fromPartnerCenter(hotLead()), run(accept(diego)), AT)),
  'accepted there': fromPartnerCenter(
    hotLead({ status: 'Active', substatus: 'Accepted', updatedDateTime: iso(AT) }),
    AT,
  ),
  won: closed('Won'),
  lost: closed('Lost'),
  declined: closed('Declined'),
  expired: closed('Expired'),
  gone: go(fromPartnerCenter(hotLead()), { kind: 'gone' }, AT),
  unknown: fromPartnerCenter(hotLead({ status: 'Paused' }), AT),
};

const observed = (status: string, substatus: string): Input => ({
  kind: 'observed',
  resource: hotLead({ status, substatus, updatedDateTime: iso(NOW), eTag: '"9"' }),
});

const INPUTS: Readonly<Record<string, Input>> = {
  accept: run(accept(megan)),
  decline: run(decline(megan)),
  called: run(called(megan, 'reached')),
  contact: run(contact(megan)),
  'seen new': observed('New', 'Pending'),
  'seen active': observed('Active', 'Accepted'),
  'seen won': observed('Closed', 'Won'),
  'seen expired': observed('Closed', 'Expired'),
  intake: { kind: 'intake', resource: lead({ updatedDateTime: iso(NOW) }) },
  gone: { kind: 'gone' },
  routed: { kind: 'routed', desk: '19:other' },
  'rules changed': { kind: 'rules-changed' },
  wake: { kind: 'wake' },
};

const OVER = 'archived';
const ended = (as: string): Record<string, string> => ({
  accept: `final ${OVER} ${as}`,
  decline: `final ${OVER} ${as}`,
  called: `final ${OVER} ${as}`,
  contact: `owner-only ${OVER} ${as}`,
  // An observation may correct even an archive; nothing else may.
  'seen new': 'updated received',
  'seen active': 'updated accepted',
  'seen won': `updated ${OVER} won`,
  'seen expired': `updated ${OVER} expired`,
  intake: `unchanged ${OVER} ${as}`,
  gone: `updated ${OVER} ${as}`,
  routed: `updated ${OVER} ${as}`,
  'rules changed': `updated ${OVER} ${as}`,
  wake: `updated ${OVER} ${as}`,
});

/** Outcome and stage after each input, stage by stage. */
const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  received: {
    ...ended(''),
    ...{ accept: 'accepted accepted', decline: `declined ${OVER} declined` },
    ...{ called: 'called received', contact: 'contacting received' },
    ...{ intake: 'unchanged received', gone: 'updated received' },
    ...{ routed: 'updated received', 'rules changed': 'updated received', wake: 'updated received' },
  },
  'accepted here': {
    ...ended(''),
    ...{ accept: 'taken accepted', decline: 'taken accepted' },
    ...{ called: 'owner-only accepted', contact: 'owner-only accepted' },
    ...{ intake: 'unchanged accepted', gone: 'updated accepted' },
    ...{ routed: 'updated accepted', 'rules changed': 'updated accepted', wake: 'updated accepted' },
  },
  won: ended('won'),
  lost: ended('lost'),
  declined: ended('declined'),
  expired: ended('expired'),
  gone: {
    ...ended(''),
    ...{ accept: 'not-its-kind received', decline: 'not-its-kind received' },
    ...{ called: 'not-its-kind received', contact: 'contacting received' },
    ...{ intake: 'unchanged received', gone: 'unchanged received' },
    ...{ routed: 'updated received', 'rules changed': 'updated received', wake: 'updated received' },
  },
};
const AS_OTHERS: Readonly<Record<string, string>> = { 'accepted there': 'accepted here', unknown: 'gone' };

const rows = Object.keys(STAGES).flatMap((stage) =>
  Object.keys(INPUTS).map((input) => {
    const expected = (TABLE[stage] ?? TABLE[AS_OTHERS[stage] ?? ''])?.[input] ?? '';
    return [stage, input, stage === 'unknown' && input === 'gone' ? 'updated received' : expected] as const;
  }),
);

it.each(rows)('%s, then %s: %s', (stage, input, expected) => {
  const before = deliverAll(STAGES[stage] as Referral, AT);
  const { referral, outcome } = step(before, INPUTS[input] as Input, facts(NOW));
  const came = outcome.kind === 'done' ? outcome.did : outcome.kind;
  const { stage: after, archivedAs } = seen(referral);
  expect([came, after, archivedAs].filter(Boolean).join(' ')).toBe(expected.trim());
  if (before === referral) return;
  // Whatever comes, the same input again changes neither stage nor owner.
  const again = step(
    { ...referral, version: before.version + 1 },
    INPUTS[input] as Input,
    facts(NOW),
  ).referral;
  expect([seen(again).stage, again.own.owner]).toEqual([after, referral.own.owner]);
});
