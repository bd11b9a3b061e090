import type { Account } from './account/account';
import type { Desk } from './desk/desk';
import type { Draft } from './draft/draft';
import type { Person } from './person/person';
import type { Referral } from './referral/referral';

/** Every kind of document, by the name that the store keeps it under. */
export interface Documents {
  readonly referral: Referral;
  readonly desk: Desk;
  readonly person: Person;
  readonly account: Account;
  readonly draft: Draft;
}

export type DocumentKind = keyof Documents;
export type AnyDocument = Documents[DocumentKind];
