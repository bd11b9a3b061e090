import type { ReferralView } from '../../../application/ports/messages';
import type { ContactSheet, FormAnswer, ReferralList } from '../../../application/use-cases';
import type { FormName } from '../../../domain/forms/form';
import type { HelpCommand } from '../cards/shown';

/** The forms that are about a referral. */
export type ReferralForm = Exclude<FormName, 'bind'>;

/** One sentence of the strings, with commands as buttons. */
export interface Said {
  readonly kind: 'said';
  readonly key: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** Commands with a button each; `unknown`: what was typed, when these are the nearest to it. */
export interface Help {
  readonly kind: 'help';
  readonly commands: readonly HelpCommand[];
  /** The command that shows the rest. */
  readonly more?: string;
  readonly unknown?: string;
  /** What was typed is like no command: these are those there are. */
  readonly nothingNear?: boolean;
  readonly greeting?: 'channel' | 'personal';
}

/** The form goes on in typed words, in the personal chat. */
export interface Typed {
  readonly kind: 'typed';
  readonly form: ReferralForm;
  readonly of: string;
  readonly customer: string;
}

/** What a command or a button answers, before any surface has drawn it. */
export type Reply =
  | FormAnswer
  | ContactSheet
  | ReferralList
  | { readonly kind: 'details' | 'more'; readonly view: ReferralView }
  /** The referral's card as it stands in the channel. */
  | { readonly kind: 'base'; readonly view: ReferralView }
  | { readonly kind: 'several'; readonly list: ReferralList; readonly verb: 'show' | ReferralForm }
  | Help
  | Typed
  | Said;

export const said = (key: string, params?: Readonly<Record<string, string>>): Said => ({
  kind: 'said',
  key,
  ...(params && { params }),
});
