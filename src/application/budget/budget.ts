import { enter, halved, refusedFor, type Ledger } from '../../domain/budget/ledger';
import { mostNews } from '../../domain/budget/news';
import { partOf, PUBLISHED, type LimitOf, type Window } from '../../domain/budget/limits';
import type { Asker, Budget, Conversation } from '../ports/ports';
import type { World } from '../ports/world';
import { Line } from './line';
import { Purse } from './purse';
import { SharedLedger } from './shared-ledger';

/** Microsoft calls its figures estimates, and splits long messages by itself. */
const USUAL_PERCENT = 80;
/** Conversations that are remembered, the newest; one that is not begins with an empty hand. */
const MOST = 5_000;

/** What one limit holds back: a conversation's, or the tenant's. */
interface Gate {
  readonly ledger: SharedLedger;
  readonly purse: Purse;
  readonly line: Line;
}

type Needs = Pick<World, 'store' | 'clock' | 'settings' | 'metrics' | 'log'>;

/** The budget that all processes on this store share. `ask` throws what the store throws. */
export function createBudget({ store, clock, settings, metrics, log }: Needs): Budget {
  const percent = settings.budgetPercent ?? USUAL_PERCENT;
  const now = clock.now;
  const windows = (of: LimitOf): readonly Window[] => partOf(PUBLISHED[of], percent);
  const limits = { conversation: windows('conversation'), tenant: windows('tenant') };
  const gates = new Map<string, Gate>();
  const gate = (of: LimitOf, { conversation, tenant }: Conversation): Gate => {
    const key = of === 'tenant' ? `budget/${tenant}` : `budget/${tenant}/${conversation}`;
    const known = gates.get(key);
    if (known) return known;
    const ledger = new SharedLedger(store, key);
    const purse = new Purse({ ledger, windows: limits[of], now });
    const made = { ledger, purse, line: new Line() };
    const [oldest] = gates.keys();
    if (oldest !== undefined && gates.size >= MOST) gates.delete(oldest);
    gates.set(key, made);
    return made;
  };
  const heldBy = (of: LimitOf, { line, purse }: Gate, asker: Asker): number => {
    metrics.heldBack(of);
    return line.join(asker, now(), (messages) => purse.opensAt(messages));
  };
  const note = (of: LimitOf, to: Conversation, next: (ledger: Ledger) => Ledger): Promise<unknown> =>
    gate(of, to).ledger.change((ledger) => ({ ledger: next(ledger), result: true }));
  const unlessLost = async (notes: readonly Promise<unknown>[]): Promise<void> => {
    for (const { status, ...why } of await Promise.allSettled(notes))
      if (status === 'rejected') log.warn({ ...why }, 'what went to Teams could not be counted');
  };
  return {
    ask: async (to, asker) => {
      const [own, all] = [gate('conversation', to), gate('tenant', to)];
      const block = await own.purse.take();
      if (block === undefined) return heldBy('conversation', own, asker());
      if ((await all.purse.take()) === undefined) {
        own.purse.putBack(block);
        return heldBy('tenant', all, asker());
      }
      for (const { line } of [own, all]) if (!line.isEmpty) line.leave(asker().id);
      return undefined;
    },
    sent: async (to, messages) => {
      const count = async (of: LimitOf): Promise<unknown> => {
        const { purse } = gate(of, to);
        let uncounted = messages;
        while (uncounted > 0 && purse.takeFromHand()) uncounted -= 1;
        return uncounted > 0 && note(of, to, (ledger) => enter(ledger, uncounted, now(), limits[of]));
      };
      await unlessLost([count('conversation'), count('tenant')]);
    },
    announce: (to) => gate('conversation', to).purse.announce(mostNews(percent)),
    crowd: (to, newcomers) => gate('conversation', to).purse.crowd(newcomers, mostNews(percent)),
    throttled: (to) =>
      unlessLost([
        note('conversation', to, (ledger) => halved(ledger, now())),
        note('tenant', to, (ledger) => refusedFor(ledger, to.conversation, now())),
      ]),
  };
}
