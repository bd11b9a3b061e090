import path from 'node:path';
import { openSqlite } from '../../src/adapters/sqlite/open-sqlite';
import type { Store } from '../../src/application/ports/store';
import type { DocumentKind, Documents } from '../../src/domain/documents';
import { SCHEMA } from '../../src/domain/living/document';
import { accept, MEGAN, say } from '../stories/doing';
import { cardOf, startProgram, type Loose, type Program } from '../stories/program';

const NEWER = SCHEMA + 1;
/** Something that only the newer program can do. */
const NEWER_EFFECT = {
  ...{ id: '900.1', kind: 'crm', since: NEWER, lane: 'crm', owedAt: 0, notBefore: 0, tries: 0 },
};

let program: Program;
afterEach(() => program.stop());

/** The database as a newer program leaves it: `change` does what this one cannot. */
async function asNewerProgram(change: (store: Store) => Promise<void>): Promise<void> {
  await program.stop();
  const { store } = await openSqlite(path.join(program.folder, 'desk.db'), (document) => ({
    ...{ urgency: 0, words: [], keys: [], stage: 'received' },
    ...(document.kind === 'referral' && document.own.desk ? { desk: document.own.desk } : {}),
  }));
  await change(store);
  await store.close();
  program = await startProgram({}, program.folder);
}

const referralOf = async (store: Store, id: string): Promise<Documents['referral']> => {
  const referral = await store.get('referral', `sandbox/${id}`);
  if (!referral) throw new Error(`there is no ${id}`);
  return referral;
};

async function stored(id: string): Promise<Loose> {
  const { store } = await openSqlite(path.join(program.folder, 'desk.db'));
  const referral = await store.get('referral', `sandbox/${id}`);
  await store.close();
  return referral;
}

/** Asks for time to go on: that ends only when nothing that can be done is due. */
const goesOn = async (): Promise<void> => {
  expect((await program.advance('PT1M')).now).toBeDefined();
  expect((await fetch(`${program.url}/health/live`)).status).toBe(200);
};

let lead: Loose;
beforeEach(async () => {
  program = await startProgram();
  lead = await program.sample('customer-inquiry', { customerProfile: { name: 'Newer Ltd' } });
  await program.settle();
});

it('what a document owes that only a newer program can do stays owed, whatever is done to it here', async () => {
  await asNewerProgram(async (store) => {
    const referral = await referralOf(store, lead.id);
    const outbox = [...referral.outbox, NEWER_EFFECT as never];
    await store.save('referral', { ...referral, schema: NEWER, outbox, wakeAt: 0, later: 'kept' } as never);
  });
  await goesOn();
  expect((await stored(lead.id)).outbox).toContainEqual(NEWER_EFFECT);
  await accept(program, cardOf(await program.channel(), 'Newer Ltd').id);
  await goesOn();
  const after = await stored(lead.id);
  expect(after).toMatchObject({ later: 'kept', own: { owner: { name: MEGAN } } });
  expect(after.outbox).toContainEqual(NEWER_EFFECT);
});

it('a document that only a newer program may read is left out, and keeps nobody from the others', async () => {
  await asNewerProgram(async (store) => {
    const referral = await referralOf(store, lead.id);
    await store.save('referral', { ...referral, schema: NEWER, minReader: NEWER, wakeAt: 0 });
  });
  await goesOn();
  await program.sample('customer-inquiry', { customerProfile: { name: 'Older Ltd' } });
  await program.settle();
  const inbox = await say(program, MEGAN, 'inbox');
  expect(inbox).toContain('Older Ltd');
  expect(inbox).not.toContain('Newer Ltd');
});

it('a kind of document that it does not know, and one of its own that wakes for nothing known, block nobody', async () => {
  await asNewerProgram(async (store) => {
    const referral = await referralOf(store, lead.id);
    const unknown = { ...referral, kind: 'campaign', id: 'spring', outbox: [], version: 0, wakeAt: 0 };
    await store.insert('campaign' as DocumentKind, unknown as never);
    for (const kind of ['desk', 'person'] as const) {
      const [one] = (await store.list(kind, {}, 1)).items;
      if (one) await store.save(kind, { ...one, wakeAt: 0 });
    }
  });
  await goesOn();
  await program.sample('customer-inquiry', { customerProfile: { name: 'Older Ltd' } });
  await program.settle();
  expect(cardOf(await program.channel(), 'Older Ltd')).toBeDefined();
});
