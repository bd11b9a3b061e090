import type { FormName } from '../../../domain/forms/form';

/** The forms that are about a referral. */
export type ReferralForm = Exclude<FormName, 'bind'>;

/** The form goes on in typed words, in the personal chat. No surface draws it: the dialog of typed words takes it from here. */
export interface Typed {
  readonly kind: 'typed';
  readonly form: ReferralForm;
  readonly of: string;
  readonly customer: string;
}
