/** The form goes on in typed words, in the personal chat. No surface draws it: the dialog of typed words takes it from here. */
export interface Typed {
  readonly kind: 'typed';
  /** The operation's name. */
  readonly form: string;
  readonly of: string;
  /** The first answer, said with the command ("called tailspin reached"), and all the words it was said in. */
  readonly says?: { readonly first: string; readonly words: string; readonly isText?: true };
}
