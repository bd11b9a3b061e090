import { DateTime } from 'luxon';
import { INVITERS, type City, type Need } from './sample-pool';
import { stampOfMs } from './stamps';

/** The kinds of referral (README), each of which can be made as a sample. */
export const SAMPLE_KINDS = [
  'customer-inquiry',
  'marketplace-lead',
  'marketing-qualified',
  'sales-qualified',
  'joint-planning',
  'co-sell-inbound',
  'co-sell-outbound',
  'partner-led',
  'private',
  'other',
] as const;

export type SampleKind = (typeof SAMPLE_KINDS)[number];

export const isSampleKind = (kind: unknown): kind is SampleKind => SAMPLE_KINDS.some((one) => one === kind);

interface About {
  readonly need: Need;
  readonly city: City;
  readonly index: number;
  readonly own: { readonly id: string; readonly name: string };
  /** ms UTC. */
  readonly created: number;
}

type Part = Record<string, unknown>;

/** What makes a record one of a kind, over what all have. The fields that tell kinds apart: referrals-api-introduction page. */
export const SHAPES: Readonly<Record<SampleKind, (about: About) => Part>> = {
  'customer-inquiry': ({ index }) => ({ details: { customerRequestedContact: index % 2 === 0 } }),
  // §0.1: marketplace leads arrive in the Referrals workspace; their words are the CRM metadata's of §4: inference.
  'marketplace-lead': ({ index }) => ({
    referralSource: index % 2 === 0 ? 'AzureMarketplace' : 'AppSource',
    callToAction: 'PLT',
    details: { customerRequestedContact: true },
  }),
  'marketing-qualified': ({ index, need, city }) => ({
    qualification: 'MarketingQualified',
    campaignId: 'Modern workplace, spring',
    details: { customerRequestedContact: index % 3 === 0, ...valued(need, city) },
  }),
  'sales-qualified': ({ need, city, index }) => ({
    qualification: 'SalesQualified',
    inviteContext: {
      notes: 'Met the customer last week. Budget is approved; they want a partner of their region.',
    },
    details: { customerRequestedContact: index % 4 === 0, ...valued(need, city) },
  }),
  // How the API names Joint Planning leads is not published: the programme's name is an inference.
  'joint-planning': ({ need, city }) => ({
    qualification: 'SalesQualified',
    referralProgram: 'JointPlanning',
    inviteContext: {
      notes: 'From the joint plan for this half-year: qualify the customer, then evaluate the fit.',
    },
    details: valued(need, city),
  }),
  'co-sell-inbound': (about) => ({
    ...coSell(about),
    inviteContext: {
      notes:
        'The customer runs a selection until the end of next month. Can you show a proof of concept before that?',
      assistanceRequestCode: 'ProofOfConceptOrDemo',
      invitedBy: inviter(about.index),
    },
  }),
  'co-sell-outbound': (about) => ({
    ...coSell(about),
    ...ownDeal(about),
    inviteContext: {
      notes: 'We look for the account manager of this customer.',
      // §0.1: own records carry it also where help was asked for; the help stands on Microsoft's record.
      assistanceRequestCode: 'Unknown',
      invitedBy: { organizationId: about.own.id, organizationName: about.own.name },
    },
  }),
  'partner-led': (about) => ({
    ...ownDeal(about),
    consent: { consentToShareReferralWithMicrosoftSellers: true },
  }),
  private: (about) => ownDeal(about),
  other: () => ({ qualification: 'ProgramNominated', referralProgram: 'Early adopters' }),
};

/** Every third from another partner, the others from a Microsoft seller. */
function inviter(index: number): Part {
  const name = INVITERS[index % INVITERS.length] as string;
  if (index % 3 !== 1) return { organizationId: 'msft', organizationName: 'Microsoft' };
  return {
    organizationId: `8d2f40b1-6d0c-4c0f-9f10-00000000000${index % INVITERS.length}`,
    organizationName: name,
  };
}

const coSell = ({ need, city }: About): Part => ({
  type: 'Shared',
  qualification: 'SalesQualified',
  target: [{ type: 'SolutionProfile', id: need.solution[0] }],
  consent: { consentToShareReferralWithMicrosoftSellers: true },
  details: { ...valued(need, city), requirements: { solutions: [solution(need)] } },
});

/** Help asked for in the samples of own co-sell deals. */
export const SAMPLE_HELP = 'WorkloadSpecificValueProposition';

/** §0.1: close dates of live records are midnight somewhere, in UTC. */
function midnightAfter(created: number, days: number): string {
  const day = DateTime.fromMillis(created, { zone: 'Europe/Berlin' }).plus({ days }).startOf('day');
  return stampOfMs(day.toMillis());
}

/** Own deals begin accepted (§3), and are `Incoming` on the wire (§0.1). */
function ownDeal({ need, city, own, created, index }: About): Part {
  return {
    ...{ qualification: 'SalesQualified', direction: 'Incoming', status: 'Active', substatus: 'Accepted' },
    name: `${need.solution[1]}, ${city.city}`,
    salesStage: ['10', '20', '40'][index % 3],
    acceptedDateTime: stampOfMs(created),
    target: [],
    details: {
      ...valued(need, city),
      closingDateTime: midnightAfter(created, 60),
      requirements: { solutions: [solution(need)] },
    },
    team: [
      {
        firstName: 'Diego',
        lastName: 'Siciliani',
        phoneNumber: '+498955501',
        email: 'diego.siciliani@contoso-partner.example',
      },
    ],
    inviteContext: { invitedBy: { organizationId: own.id, organizationName: own.name } },
  };
}

const valued = (need: Need, city: City): Part => ({ dealValue: need.dealValue, currency: city.currency });

const solution = ({ solution: [id, name] }: Need): Part => ({
  id,
  name,
  type: 'Name',
  solutionType: 'IPCoSell',
});
