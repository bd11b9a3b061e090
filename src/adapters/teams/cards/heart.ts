import type { ReferralView } from '../../../application/ports/messages';

type Favoured = { readonly favourite?: ReferralView['favourite'] | undefined };

/** Before the name of what is a favourite of whoever reads. */
export const heart = ({ favourite }: Favoured): string => (favourite ? '♥ ' : '');

/** What its button does: the channel's card knows no person, and only makes it one. */
export const heartVerb = ({ favourite }: Favoured): 'favourite' | 'not-favourite' =>
  favourite ? 'not-favourite' : 'favourite';
