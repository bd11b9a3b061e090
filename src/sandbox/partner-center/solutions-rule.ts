import type { Resource } from '../../domain/record/resource';

const MOST = 50;
const TARGET = 'details/requirements/solutions';

/** Create-deal form: at most 50, and a solution assessment alone ("exactly one, excludes others"; how the API names it: inference). */
export function solutionsProblem({
  details,
}: Resource): { readonly message: string; readonly target: string } | undefined {
  const list: unknown = details?.requirements?.solutions ?? [];
  if (!Array.isArray(list) || !list.every(isObject))
    return { message: 'solutions must be a list.', target: TARGET };
  if (list.length > MOST) return { message: `A deal has at most ${MOST} solutions.`, target: TARGET };
  const alone = list.length > 1 && list.some(({ solutionType }) => solutionType === 'SolutionAssessment');
  return alone ? { message: 'A solution assessment excludes other solutions.', target: TARGET } : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
