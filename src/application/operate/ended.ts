import type { Person } from '../../domain/person/person';
import type { Outcome } from '../../domain/referral/inputs';
import { viewOf } from '../lists/views';
import type { World } from '../ports/world';
import type { FormEnd } from './form-answer';
import type { OnReferral } from './subject';

/** How an operation on a referral ended, with the referral as this person sees it. */
export async function ended(
  world: World,
  {
    operation,
    referral,
    desk,
  }: Pick<OnReferral, 'referral' | 'desk'> & { readonly operation: { readonly name: string } },
  by: Person,
  outcome: Outcome,
  wrote: FormEnd['wrote'] = {},
): Promise<FormEnd> {
  const view = await viewOf(world, referral, { audience: 'person', person: by }, desk);
  return { kind: 'ended', outcome, operation: operation.name, wrote, view };
}
