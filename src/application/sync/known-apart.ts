import { changeDocument } from '../living/change-document';
import type { Store } from '../ports/store';

/** What an account's calls have shown of its taking a change of stage with fields, kept for all processes and their next starts. */
export const knownApart = (store: Store, id: string) => ({
  load: async (): Promise<boolean | undefined> => (await store.get('account', id))?.stageApart,
  keep: async (stageApart: boolean): Promise<void> => {
    await changeDocument(store, 'account', id, (account) => ({
      document: account.stageApart === stageApart ? account : { ...account, stageApart },
      result: undefined,
    }));
  },
});
