import type { Change, Colleague, EntryChange } from './deal/deal';
import { calledIn, keyOf } from './deal/entries';
import { listOf } from './deal/lists';
import type { Referral } from './referral/referral';

/** Until schema 2 a change could add one colleague and do nothing else to a list. */
type Before = Change & { readonly colleague?: Colleague };

/** The changes of a referral as they are since schema 3, wherever it holds them: intents, questions, what is to be told. */
export function withEntries(referral: Referral): Referral {
  const { intents, outbox, own } = referral;
  return {
    ...referral,
    intents: intents.map((intent) => ({ ...intent, change: changeOf(intent.change) })),
    outbox: outbox.map((effect) => {
      if (!('notice' in effect)) return effect;
      const { notice } = effect;
      if (notice.kind === 'refused')
        return { ...effect, notice: { ...notice, change: changeOf(notice.change) } };
      return notice.kind === 'overwritten'
        ? { ...effect, notice: { ...notice, yours: changeOf(notice.yours) } }
        : effect;
    }),
    ...(own.questions
      ? { own: { ...own, questions: own.questions.map((one) => ({ ...one, yours: changeOf(one.yours) })) } }
      : {}),
  };
}

function changeOf({ colleague, ...change }: Before): Change {
  if (!colleague) return change;
  const { firstName, lastName, phone, email } = colleague;
  const entry = { firstName, lastName, phone, email };
  const list = listOf('colleagues');
  const added: EntryChange = { how: 'added', key: keyOf(list, entry), name: calledIn(list, entry), entry };
  return { ...change, colleagues: [added] };
}
