import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openSqlite } from '../../../../src/adapters/sqlite/open-sqlite';
import { OFFERED, type Offered } from '../../../../src/adapters/teams/operations/looks';
import { createApplication } from '../../../../src/application/application';
import type { ReferralView } from '../../../../src/application/ports/messages';
import type { Directory } from '../../../../src/application/ports/ports';
import type { Store } from '../../../../src/application/ports/store';
import type { Desk } from '../../../../src/domain/desk/desk';
import type { DocumentKind } from '../../../../src/domain/documents';
import type { Draft } from '../../../../src/domain/draft/draft';
import { applyChange } from '../../../../src/domain/deal/change';
import type { Person } from '../../../../src/domain/person/person';
import type { Resource } from '../../../../src/domain/record/resource';
import type { Current } from '../../../../src/domain/record/current';
import { seen } from '../../../../src/domain/referral/face';
import type { Referral } from '../../../../src/domain/referral/referral';
import { create } from '../../../../src/domain/referral/step';
import { NOW } from '../../../cards/samples';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const UNCOUNTED = {
  effect: () => undefined,
  turn: () => undefined,
  command: () => undefined,
  intake: () => undefined,
  heldBack: () => undefined,
};
const ACCOUNT = 'sandbox';
const iso = (at: number): string => new Date(at).toISOString();

/** What one call to the store comes to instead: a fault that is thrown, or `lost`, a race that somebody else won. */
export type Trouble = (method: 'get' | 'save' | 'list', kind: DocumentKind) => Error | 'lost' | undefined;

/** The record that a card of the samples shows. */
function recordOf(view: ReferralView): Resource {
  const { current } = view;
  const record: Resource = {
    id: view.id.slice(view.id.indexOf('/') + 1),
    createdDateTime: iso(current.createdAt),
    expirationDateTime: iso(current.expiresAt),
    type: 'Independent',
    qualification: 'Direct',
    customerProfile: {
      name: current.customer.name,
      address: { city: current.customer.city ?? null, country: current.customer.country ?? null },
      team: current.contacts.map(({ name, email, phone }) => ({
        firstName: name,
        email: email ?? null,
        phoneNumber: phone ?? null,
      })),
    },
    details: {
      notes: current.request ?? null,
      requirements: { products: current.products.map((id) => ({ id })) },
    },
    status: 'New',
  };
  const { stage, deal } = current;
  return stage === 'received' ? record : applyChange(record, { stage, ...deal }, current.createdAt);
}

function documentOf(view: ReferralView): Referral {
  const born = create(ACCOUNT, recordOf(view), 'intake', { now: NOW, connected: false });
  const { owner, deskId } = view;
  return {
    ...born,
    own: { ...born.own, ...(owner ? { owner } : {}), ...(deskId ? { desk: deskId } : {}) },
  };
}

function troubled(store: Store, trouble: () => Trouble): Store {
  return new Proxy(store, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...all: unknown[]) => unknown;
      return (...all: unknown[]): unknown => {
        const what = name as Parameters<Trouble>[0];
        const is = ['get', 'save', 'list'].includes(what)
          ? trouble()(what, all[0] as DocumentKind)
          : undefined;
        if (is === 'lost') return Promise.resolve(false);
        return is ? Promise.reject(is) : method.apply(target, all);
      };
    },
  });
}

export interface Behind {
  readonly views: readonly ReferralView[];
  readonly desks: readonly Desk[];
  readonly directory: Directory;
  readonly trouble: () => Trouble;
  readonly offered?: Offered;
}

/** The real use cases over a database of their own, which holds what the sample cards show. Nothing is posted by itself. */
export async function deskBehind({ views, desks, directory, trouble, offered = OFFERED }: Behind) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
  const { store, history } = await openSqlite(path.join(folder, 'desk.db'));
  for (const desk of desks) await store.insert('desk', desk);
  for (const view of views) await store.insert('referral', documentOf(view));
  let ids = 0;
  const { useCases, turn, dispatcher } = createApplication(
    {
      store: troubled(store, trouble),
      history,
      clock: { now: () => NOW, real: () => NOW },
      messenger: {
        post: async () => ({ kind: 'delivered', activity: 'card', conversation: 'c', shown: 'f' }),
        update: async () => ({ kind: 'same' }),
        remove: async () => ({ kind: 'vanished' }),
      },
      directory,
      log: QUIET,
      metrics: UNCOUNTED,
      accounts: { keys: [ACCOUNT], of: () => undefined },
      settings: {
        webUrl: () => 'https://pc/{id}',
        coSellWebUrl: () => 'https://pc/{id}',
        solutions: [],
        admins: [],
        language: 'en',
        zone: 'Europe/Berlin',
      },
      operations: offered.operations,
      newId: () => `id-${(ids += 1)}`,
      pause: () => Promise.resolve(),
      random: () => 0.5,
    },
    'this-process',
  );
  const referrals = async (): Promise<readonly Referral[]> => (await store.list('referral', {}, 100)).items;
  return {
    turn,
    store,
    /** The referral as people see it; without a name the only one. */
    seen: async (customer?: string): Promise<Current> => {
      const all = (await referrals()).map(seen);
      const found = all.find((one) => customer === undefined || one.customer.name === customer);
      if (!found) throw new Error(`there is no referral of ${String(customer)}`);
      return found;
    },
    referral: async (): Promise<Referral> => (await referrals())[0]!,
    draft: async (): Promise<Draft> => (await store.list('draft', {}, 1)).items[0]!,
    /** Somebody else is first. */
    acceptedBy: async (person: Person): Promise<void> => {
      const of = (await referrals())[0]!.id;
      const form = await useCases.operate.begin('accept', of, person, { id: 'theirs' });
      if (form.kind !== 'form') throw new Error(form.kind);
      const answers = { ...form.values, dealValue: '1' };
      await useCases.operate.answer(form.draft, person, { kind: 'sheet', answers });
    },
    stop: async () => {
      await dispatcher.stop();
      await store.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
