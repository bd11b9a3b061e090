import type { Account } from './account';
import type { Desk } from './desk';
import type { Draft } from './draft';
import type { Person } from './person';
import type { Referral } from './referral';

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
