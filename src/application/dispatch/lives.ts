import type { DocumentKind, Documents } from '../../domain/documents';
import type { Effect, Settlement } from '../../domain/effects';
import { restDraft, stepAccount, stepDesk, stepPerson } from '../living/step-others';
import { lookAgain } from '../desks/look';
import { stepReferral, stepThrough } from '../living/step-referral';
import type { World } from '../ports/world';
import { settleHolder } from '../receive/holder-there';
import { routeIfWaiting } from '../receive/routing';
import { check } from '../sync/check';
import { listen } from '../sync/listening';
import { poll } from '../sync/poll';
import { reconcileAccount } from '../sync/reconcile-account';

/** How one effect ended. */
export interface Settled {
  readonly effect: Effect;
  readonly settlement: Settlement;
}

/** What the dispatcher needs of a kind of document: how endings are booked, and what its alarm clock means. */
interface Life<K extends DocumentKind> {
  /** With one write; `releases`: whose lease ends with it. Answers with the document then, where it knows. */
  book(
    world: World,
    id: string,
    settled: readonly [Settled, ...Settled[]],
    releases: (next: Documents[K]) => string | undefined,
  ): Promise<Documents[K] | undefined>;
  /** `goOn`: asked in long work; false ends it. */
  wake(world: World, document: Documents[K], goOn: () => Promise<boolean>): Promise<unknown>;
}

type Lives = { readonly [K in DocumentKind]: Life<K> };

const inputOf = ({ effect, settlement }: Settled) => ({
  kind: 'settled' as const,
  effect: effect.id,
  settlement,
});

/** The others owe one thing at a time, but for messages to several people: those are few. */
const oneByOne =
  (step: (world: World, id: string, input: ReturnType<typeof inputOf>) => Promise<unknown>) =>
  async (world: World, id: string, settled: readonly Settled[]): Promise<undefined> => {
    for (const one of settled) await step(world, id, inputOf(one));
  };

export const LIVES: Lives = {
  referral: {
    book: async (world, id, [first, ...more], releases) => {
      const inputs = [inputOf(first), ...more.map((one) => inputOf(one))] as const;
      return (await stepThrough(world, id, inputs, releases))?.referral;
    },
    wake: async (world, referral) => {
      await routeIfWaiting(world, referral);
      // Whoever took it in may have ended before it was asked who holds it there.
      if (referral.healAt !== undefined && referral.healAt <= world.clock.now())
        await settleHolder(world, referral.id);
      return stepReferral(world, referral.id, { kind: 'wake' });
    },
  },
  desk: {
    book: oneByOne(stepDesk),
    wake: (world, desk) =>
      desk.lookAt !== undefined && desk.lookAt <= world.clock.now()
        ? lookAgain(world, desk)
        : stepDesk(world, desk.id, { kind: 'wake' }),
  },
  person: {
    book: oneByOne(stepPerson),
    wake: (world, { id }) => stepPerson(world, id, { kind: 'wake' }),
  },
  account: {
    book: oneByOne(stepAccount),
    wake: (world, account, goOn) => {
      const isDue = (at: number | undefined): boolean => at !== undefined && at <= world.clock.now();
      if (isDue(account.pollAt)) return poll(world, account.id, goOn);
      if (isDue(account.listenAt)) return listen(world, account);
      if (isDue(account.checkAt)) return check(world, account.id);
      if (isDue(account.reconcileAt)) return reconcileAccount(world, account);
      return stepAccount(world, account.id, { kind: 'wake' });
    },
  },
  draft: {
    book: () => Promise.resolve(undefined),
    wake: (world, { id }) => restDraft(world, id),
  },
};
