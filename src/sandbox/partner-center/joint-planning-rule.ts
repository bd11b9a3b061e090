import type { Resource } from '../../domain/record/resource';
import type { Refused } from './refused';

/** Qualify and Evaluate as sales stages, in percent: that the API has them there is an inference. */
const QUALIFIED = 20;
const EVALUATED = 40;

const reached = ({ salesStage }: Resource): number => Number(salesStage ?? 0) || 0;

const isJointPlanning = ({ referralProgram }: Resource): boolean => referralProgram === 'JointPlanning';

/** Accepted, and its steps are not done: §3 has it lost 60 days after that. */
export const isIdlePlan = (resource: Resource): boolean =>
  isJointPlanning(resource) && resource.status === 'Active' && reached(resource) < EVALUATED;

/** §3: "Qualify and Evaluate must be done before Won". That they come one after the other is an inference. */
export function planningProblem(before: Resource, after: Resource): Refused | undefined {
  if (!isJointPlanning(after)) return undefined;
  if (reached(before) < QUALIFIED && reached(after) >= EVALUATED)
    return { message: 'Qualify comes before Evaluate.', target: 'salesStage' };
  return after.substatus === 'Won' && reached(after) < EVALUATED
    ? { message: 'Qualify and Evaluate come before Won.', target: 'salesStage' }
    : undefined;
}
