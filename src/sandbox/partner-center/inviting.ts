import type { Resource } from '../../domain/record/resource';
import type { Refused } from './refused';
import { OWN } from './sample-record';
import { microsoftsRecord } from './sibling-record';

type Given = Readonly<Record<string, unknown>>;

/** What an invitation makes: Microsoft's record, and the partner's own as it is from then on. */
interface Invited {
  readonly theirs: Resource;
  readonly ours: Resource;
}

const HELP = [
  ...['GeneralOrOther', 'CustomerTechnicalArchitecture', 'ProofOfConceptOrDemo', 'QuotesOrLicensing'],
  ...['PostSalesCustomerSuccess', 'WorkloadSpecificValueProposition'],
];

const asRecord = (value: unknown): Given =>
  typeof value === 'object' && value !== null ? (value as Given) : {};

/**
 * A POST with the engagement of a deal that is here and Microsoft as its target (§4), or why it is refused; undefined: it is
 * none. That the partner's own record becomes `Shared` by it is an inference.
 */
export function invitationOf(
  given: Given,
  known: readonly Resource[],
  url: string,
  now: number,
): Invited | Refused | undefined {
  const { engagementId, target, inviteContext } = given;
  const toMicrosoft =
    Array.isArray(target) && target.some((one: { readonly id?: unknown } | null) => one?.id === 'msft');
  const deal = known.find((one) => one.engagementId === engagementId && one.organizationId === OWN.id);
  if (!toMicrosoft || !deal) return undefined;
  const help = asRecord(inviteContext)['assistanceRequestCode'];
  const refused =
    stageProblem(deal, known) ?? consentProblem(given) ?? helpProblem(help) ?? dataProblem(deal);
  if (refused) return refused;
  const consent = { ...deal.consent, consentToShareReferralWithMicrosoftSellers: true };
  const ours = { ...deal, type: 'Shared', consent };
  const notes = asRecord(inviteContext)['notes'];
  const theirs = microsoftsRecord(ours, String(help), url, now);
  return {
    ours,
    theirs: {
      ...theirs,
      inviteContext: { ...theirs.inviteContext, notes: typeof notes === 'string' ? notes : null },
    },
  };
}

const isClosed = ({ status }: Resource): boolean => status === 'Closed';

/** §3: a closed one takes nothing. That it can be asked again only after a no, or no answer, is an inference. */
function stageProblem(deal: Resource, known: readonly Resource[]): Refused | undefined {
  if (isClosed(deal)) return { message: 'A closed referral cannot be changed.', target: 'status' };
  const asked = known.some(
    (one) => one.engagementId === deal.engagementId && one.organizationId === 'msft' && !isClosed(one),
  );
  return asked ? { message: 'Microsoft is invited to this deal already.', target: 'target' } : undefined;
}

/** §7: "tick to share customer and partner contacts: create fails otherwise". */
function consentProblem({ consent }: Given): Refused | undefined {
  const missing = ['consentToToShareInfoWithOthers', 'consentToContact'].find(
    (name) => asRecord(consent)[name] !== true,
  );
  return missing === undefined
    ? undefined
    : { message: `Required to invite Microsoft: ${missing}.`, target: `consent/${missing}` };
}

/** §7: one of six, if help is needed. */
const helpProblem = (help: unknown): Refused | undefined =>
  HELP.includes(String(help))
    ? undefined
    : { message: 'Say which help is needed.', target: 'inviteContext/assistanceRequestCode' };

const NEEDED: Readonly<Record<string, (deal: Resource) => unknown>> = {
  'customerProfile/team': ({ customerProfile }) => customerProfile.team?.[0],
  team: ({ team }) => team?.[0],
  'details/requirements/solutions': ({ details }) => details?.requirements?.solutions?.[0],
  'details/dealValue': ({ details }) => details?.dealValue,
  'details/closingDateTime': ({ details }) => details?.closingDateTime,
};

/** §3: "co-sell fails if required deal data is missing". */
function dataProblem(deal: Resource): Refused | undefined {
  const missing = Object.entries(NEEDED).flatMap(([field, of]) => ((of(deal) ?? '') === '' ? [field] : []));
  const [target] = missing;
  return target === undefined
    ? undefined
    : { message: `Required to invite Microsoft: ${missing.join(', ')}.`, target };
}
