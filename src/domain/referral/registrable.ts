import { SOLUTION_ASSESSMENT } from '../deal/lists';
import { amountOf } from '../deal/figures';
import type { Current } from '../record/current';
import { isCoSell } from '../record/kind';
import type { Facts } from './inputs';
import type { Referral } from './referral';
import { REGISTRATION_RULES, type RegistrationRules } from './registration-rules';
import { microsoftsAnswer } from './siblings';

/** What a deal must have, in the order in which people read it (register-deals page, eligibility). */
export type RegistrationPoint = 'shared' | 'solution' | 'value' | 'microsoft' | 'age' | 'won';

/**
 * `unknown`: nobody can tell from here. `needs`: how much, US dollars of the value, ms of the age. `at`: from when on it will
 * be met, business time in ms.
 */
export interface PointStanding {
  readonly point: RegistrationPoint;
  readonly state: 'met' | 'not-met' | 'unknown';
  readonly needs?: number;
  readonly at?: number;
}

type Standing = PointStanding['state'];

const met = (is: boolean): Standing => (is ? 'met' : 'not-met');

const registrationRules = ({ registration }: Pick<Facts, 'registration'>): RegistrationRules =>
  registration ?? REGISTRATION_RULES;

/** From when on it may be won so that it can be registered, business time in ms. */
const oldEnough = ({ createdAt }: Current, facts: Pick<Facts, 'registration'>): number =>
  createdAt + registrationRules(facts).afterMs;

/**
 * How a deal stands with what its registration for incentives needs; none of a referral that is no deal of ours. That
 * Microsoft manages the customer, and that the contract names company and solution, can be told by people alone.
 */
export function registrationPoints(
  referral: Referral,
  current: Current,
  facts: Pick<Facts, 'now' | 'registration'>,
): readonly PointStanding[] {
  const { kind, stage, archivedAs, closedAt } = current;
  if (!isCoSell(kind)) return [];
  const rules = registrationRules(facts);
  const from = oldEnough(current, facts);
  const until = stage === 'archived' ? (closedAt ?? facts.now) : facts.now;
  const isEarly = until < from;
  const asked = kind === 'co-sell-inbound' || kind === 'co-sell-outbound';
  return [
    { point: 'shared', state: met(kind !== 'private') },
    { point: 'solution', state: met(hasSolution(current)) },
    { point: 'value', state: enough(current, rules), needs: rules.leastUsd },
    ...(asked ? [{ point: 'microsoft', state: accepted(referral) } as const] : []),
    {
      point: 'age',
      state: met(!isEarly),
      needs: rules.afterMs,
      ...(isEarly && stage !== 'archived' ? { at: from } : {}),
    },
    { point: 'won', state: met(archivedAs === 'won') },
  ];
}

/**
 * From when on it is worth waiting with a win, business time in ms: all that can be told of a registration is met but its age.
 * Undefined: it is old enough, or lacks something else.
 */
export function registrableFrom(
  referral: Referral,
  current: Current,
  facts: Pick<Facts, 'now' | 'registration'>,
): number | undefined {
  if (referral.truth !== 'partner-center' || current.stage !== 'accepted') return undefined;
  const points = registrationPoints(referral, current, facts).filter(({ point }) => point !== 'won');
  const age = points.find(({ point }) => point === 'age');
  const others = points.filter((one) => one !== age && one.state === 'not-met');
  return others.length > 0 ? undefined : age?.at;
}

/** Only what has an id in Microsoft's catalogue can be named in a registration. */
function hasSolution({ lists: { solutions } }: Current): boolean {
  const { part, value } = SOLUTION_ASSESSMENT;
  const isNamed = solutions.some(({ entry }) => entry.id !== undefined);
  return isNamed && solutions.every(({ entry }) => entry[part] !== value);
}

/** In another currency, without a rate for it, nobody can tell. */
function enough({ deal }: Current, { leastUsd, usd }: RegistrationRules): Standing {
  const amount = amountOf(deal);
  if (!amount) return 'not-met';
  const rate = amount.currency === 'USD' ? 1 : usd[amount.currency ?? ''];
  return rate === undefined ? 'unknown' : met(Number(amount.value) * rate >= leastUsd);
}

function accepted(referral: Referral): Standing {
  const answer = microsoftsAnswer(referral);
  return answer === undefined ? 'unknown' : met(answer.kind === 'accepted');
}
