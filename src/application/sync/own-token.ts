import type { OwnRight } from '../../domain/person/own-right';
import { changeDocument } from '../living/change-document';
import type { Store } from '../ports/store';

type Token = OwnRight['token'];

/** A person's newest refresh token for that account, as it was stored; undefined: they are not signed in. */
export async function ownToken(store: Store, person: string, account: string): Promise<Token | undefined> {
  const right = (await store.get('person', person))?.rights?.[account];
  return right?.refused === undefined ? right?.token : undefined;
}

/** Stores a newer one (encrypted); of who has signed out meanwhile nothing is kept. */
export async function keepOwnToken(
  store: Store,
  person: string,
  account: string,
  token: Token,
): Promise<void> {
  await changeDocument(store, 'person', person, (document) => {
    const right = document.rights?.[account];
    return {
      document: right
        ? { ...document, rights: { ...document.rights, [account]: { ...right, token } } }
        : document,
      result: undefined,
    };
  });
}
