/** Field id to what was written there, as text; '' is "left empty". Lists are comma-joined. */
export type Answers = Readonly<Record<string, string>>;

export type FieldKind =
  | 'text'
  | 'long-text'
  | 'number'
  | 'money'
  | 'currency'
  | 'date'
  | 'choice'
  | 'email'
  | 'phone'
  | 'people'
  | 'zone'
  | 'time'
  | 'country'
  | 'duns';

/** `seenAt`: when it was met last, business time in ms. */
interface Named {
  readonly text: string;
  readonly seenAt?: number;
}

export interface Choice {
  readonly value: string;
  /** Key of the words (`at`: the moment in them, business time in ms), or the words themselves for people and the like. */
  readonly title: { readonly key: string; readonly at?: number } | Named;
}

export interface Field {
  readonly id: string;
  readonly kind: FieldKind;
  /** Key of its label under `forms.<form>.<id>` in the strings: `.label`, `.hint`, `.ask` (typed words). */
  readonly required: boolean;
  /** Longest text, in characters. */
  readonly maxLength: number;
  /** Shown only behind "More fields". */
  readonly more: boolean;
  /** Stands beside the others; typed words are not asked for it by itself. */
  readonly aside?: true;
  readonly choices?: readonly Choice[];
  readonly many?: boolean;
  /** What the record holds: left as it is, it is not judged. */
  readonly holds?: string;
  /** Needed, and asked for, only where that field holds that value; elsewhere it is left out. */
  readonly onlyWith?: { readonly field: string; readonly value: string };
  /** That choice fills it in: it is asked for once somebody has chosen, and in view where the choice leaves it open. */
  readonly follows?: { readonly field: string; readonly openWith: readonly string[] };
  /** What belongs together stays in one step of a long form. */
  readonly group?: string;
  /** What a person chose last time is what it starts with. */
  readonly remembered?: true;
  /** A day that may lie in the past. */
  readonly past?: true;
  /** It goes into the record: who will read it there stands beside it. */
  readonly read?: true;
  /** In braces, what is filled in for the reader: no other braces may stand in it. */
  readonly places?: readonly string[];
  /** The field that stands on its right. */
  readonly beside?: string;
  /** Of more choices than stand in a card: where a client asks for those that fit. */
  readonly search?: string;
  /** Asked because of what was written in that field: words that are none of its choices are written there anew. */
  readonly instead?: string;
}

/** What two fields say together; `field` is the one that is told. */
export type Together =
  /** A day that is not before another. */
  | { readonly rule: 'not-before'; readonly field: string; readonly than: string }
  /** An amount that is not above another. */
  | { readonly rule: 'at-most'; readonly field: string; readonly than: string }
  /** Needed where another field has this value. */
  | { readonly rule: 'needed-for'; readonly field: string; readonly than: string; readonly is: string };

/** A choice that fills in other fields: what is known with each of its values. With nothing known they are emptied. */
export interface Fill {
  readonly by: string;
  readonly fields: readonly string[];
  readonly with: Readonly<Record<string, Answers>>;
  /** It is asked about once typed words in that field may mean one of its values. `sure`: a value's whole name needs no question. */
  readonly offeredFor?: { readonly field: string; readonly sure?: true };
}

/** Forms are data; their engine is pure. Three surfaces show them: dialog, card, typed words. */
export interface Form {
  /** The operation's that it is filled in for. */
  readonly name: string;
  readonly fields: readonly Field[];
  /** The fields of one person: all of them or none; `needed`: all. */
  readonly person?: { readonly fields: readonly string[]; readonly needed: boolean };
  readonly together?: readonly Together[];
  readonly fills?: readonly Fill[];
  /** It opens filled in: typed words begin with the summary, and only what shall change is said. */
  readonly filled?: true;
}

/** What is wrong with one field: a key under `problems` in the strings, and what to put into it. */
export interface Problem {
  readonly field: string;
  readonly key: ProblemKey;
  readonly params?: Readonly<Record<string, string>>;
  /** Of a field that the record holds something else in by now. */
  readonly changed?: ChangedField;
}

/** Who changed it: in Partner Center, a person here, or one of several that may have. */
export type ChangedBy = 'there' | 'somebody' | { readonly name: string };

/** From what to what, as the record has it, and what was written; of an amount with the currencies. */
export interface ChangedField {
  readonly by: ChangedBy;
  readonly was: string;
  readonly now: string;
  readonly unitWas: string;
  readonly unitNow: string;
  readonly yours: string;
  readonly unitYours: string;
}

export type ProblemKey =
  /** What the person wrote is kept and asked about; nobody wrote there, and it shows what stands now. */
  | 'changed-yours'
  | 'changed-theirs'
  | 'required'
  | 'too-long'
  | 'unknown-place'
  | 'not-money'
  | 'below-zero'
  | 'too-large'
  | 'too-many-digits'
  | 'not-a-currency'
  | 'not-a-date'
  | 'date-past'
  | 'date-too-far'
  | 'not-a-choice'
  | 'not-an-email'
  | 'not-a-phone'
  | 'not-a-zone'
  | 'not-a-time'
  | 'not-a-number'
  | 'not-before'
  | 'at-most'
  | 'needed-for'
  | 'not-a-country'
  | 'not-a-duns'
  | 'refused-there'
  | 'person-incomplete'
  | 'colleague-needed';
