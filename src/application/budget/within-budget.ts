import type { AnyDocument } from '../../domain/documents';
import type { Effect } from '../../domain/effects';
import { firstAhead } from '../../domain/referral/first-ahead';
import type { Address, Asker, Conversation, Delivery, LetOut, Messenger } from '../ports/ports';
import type { World } from '../ports/world';

const DAY_MS = 86_400_000;

/** Teams for one effect: what it sends is taken off the budget, and held back when there is no room. */
export function withinBudget(
  { messenger, budget }: Pick<World, 'messenger' | 'budget'>,
  document: AnyDocument,
  effect: Effect,
): Messenger {
  const asker = (): Asker => askerOf(document, effect);
  const counted = async (address: Address, send: (letOut: LetOut) => Promise<Delivery>) => {
    const to = conversationOf(address);
    const delivery = await send(() => budget.ask(to, asker));
    if (delivery.kind === 'retry' && delivery.throttled) await budget.throttled(to);
    return delivery;
  };
  return {
    post: (address, message) => counted(address, (letOut) => messenger.post(address, message, letOut)),
    update: (address, activity, message, shown) =>
      counted(address, (letOut) => messenger.update(address, activity, message, shown, letOut)),
    remove: (address, activity) => counted(address, (letOut) => messenger.remove(address, activity, letOut)),
  };
}

/** All threads of a channel are one conversation. A chat that was never opened is known by its person. */
const conversationOf = (address: Address): Conversation =>
  address.to === 'person'
    ? { conversation: address.person.conversation ?? address.person.id, tenant: address.person.tenant }
    : { conversation: address.desk.id, tenant: address.desk.tenant };

/** Lists come last; what has no deadline comes before what is due a day after it was owed. */
function askerOf(document: AnyDocument, effect: Effect): Asker {
  const id = `${document.id}/${effect.id}`;
  if (effect.kind === 'gathered') return { id, deadline: Infinity };
  const ahead = document.kind === 'referral' ? firstAhead(document) : undefined;
  return { id, deadline: ahead ?? effect.owedAt + DAY_MS };
}
