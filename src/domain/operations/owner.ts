import { ownedBy } from '../referral/owned';
import type { Referral } from '../referral/referral';
import type { Doing } from './operation';

/** Who does it holds the referral from now on. */
export const withOwner = ({ referral, by, facts }: Doing): Referral => ownedBy(referral, by, facts);
