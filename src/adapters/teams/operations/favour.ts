import type { Wanted } from '../../../domain/person/favourites';
import type { Asking } from '../answers/asking';
import { said, type Answer } from '../answers/answer';

/** Makes a referral a favourite of whoever asks, or none; `other`: the other way than it is. */
export async function favourIt(
  { turn, useCases }: Asking,
  referral: string,
  wanted: Wanted,
): Promise<Answer> {
  const end = await useCases.lists.favour(referral, turn.person, wanted, turn.id);
  return 'view' in end ? said(`favourites.${end.kind}`, { customer: end.view.current.customer.name }) : end;
}
