import type { Account } from '../../domain/account/account';
import { changeDocument } from '../living/change-document';
import type { Store } from '../ports/store';

type Token = NonNullable<Account['token']>;

/** The account's newest refresh token, as it was stored. */
export const keptToken = async (store: Store, account: string): Promise<Token | undefined> =>
  (await store.get('account', account))?.token;

/** Stores a newer refresh token (encrypted) with the account. */
export async function keepToken(store: Store, id: string, token: Token): Promise<void> {
  await changeDocument(store, 'account', id, (account) => ({
    document: { ...account, token },
    result: undefined,
  }));
}
