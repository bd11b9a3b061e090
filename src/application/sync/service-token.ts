import { NEW_DOCUMENT } from '../../domain/living/document';
import type { Account } from '../../domain/account/account';
import { stepAccount } from '../../domain/account/step';
import { changeDocument } from '../living/change-document';
import type { Store } from '../ports/store';

type Token = NonNullable<Account['token']>;

/** The account's newest refresh token, as it was stored. */
export const keptToken = async (store: Store, account: string): Promise<Token | undefined> =>
  (await store.get('account', account))?.token;

/** Stores a newer refresh token (encrypted) with the account. `now`: ms. */
export async function keepToken(store: Store, id: string, token: Token, now: number): Promise<void> {
  await changeDocument(store, 'account', id, (account) => ({
    document: { ...account, token, tokenAt: now },
    result: undefined,
  }));
}

/** Somebody has signed in: the token is stored, and the account is asked again at once. `now`: business time in ms. */
export async function keepSignIn(store: Store, id: string, token: Token, now: number): Promise<void> {
  const born: Account = {
    ...NEW_DOCUMENT,
    kind: 'account',
    id,
    token,
    tokenAt: now,
    pollAt: now,
    wakeAt: now,
  };
  if (await store.insert('account', born)) return;
  await changeDocument(store, 'account', id, (account) => ({
    document: stepAccount({ ...account, token, tokenAt: now }, { kind: 'asked' }, now),
    result: undefined,
  }));
}
