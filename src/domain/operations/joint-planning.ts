import { intend } from '../referral/intents';
import { planReminder } from '../referral/reminders';
import type { Current } from '../record/current';
import type { ReferralOperation } from './operation';

const DAY_MS = 86_400_000;

/**
 * Qualify and Evaluate of a joint planning lead (joint-planning-leads page) as sales stages, in percent: that the API has them
 * there is an inference, no other place for them is published.
 */
const QUALIFIED = 20;
const EVALUATED = 40;

const reached = ({ deal }: Pick<Current, 'deal'>): number => Number(deal.salesStage ?? 0);

/** Whether it lacks one of the steps that come before it is won, or converted. */
export const isInPlanning = (current: Pick<Current, 'deal' | 'kind'>): boolean =>
  current.kind === 'joint-planning' && reached(current) < EVALUATED;

const step = (name: string, audit: 'qualified' | 'evaluated', after: number, to: number) =>
  ({
    on: 'referral',
    name,
    where: { accepted: 'involved' },
    kinds: ['joint-planning'],
    audit,
    brings: true,
    hindered: ({ current }) => {
      const stands = reached(current);
      if (stands < after) return { kind: 'not-now', why: 'not-qualified' };
      return stands < to ? undefined : { kind: 'not-now', why: audit };
    },
    change: ({ referral, by, id, facts }) =>
      intend(referral, { id, by: { id: by.id, name: by.name }, change: { salesStage: String(to) } }, facts),
  }) satisfies ReferralOperation;

/** The customer's need is real. */
export const qualify: ReferralOperation = step('qualify', 'qualified', 0, QUALIFIED);

const evaluation = step('evaluate', 'evaluated', QUALIFIED, EVALUATED);

/** It fits: what is left is to convert it in Partner Center itself (no API for that is known), of which its owner is reminded. */
export const evaluate: ReferralOperation = {
  ...evaluation,
  change(doing) {
    const { now } = doing.facts;
    const reminder = { to: 'owner', why: 'convert', at: now + 3 * DAY_MS, since: now } as const;
    return planReminder(evaluation.change(doing), reminder);
  },
};
