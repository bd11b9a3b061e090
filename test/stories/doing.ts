import path from 'node:path';
import { openSqlite } from '../../src/adapters/sqlite/open-sqlite';
import { textOf, type Loose, type Program } from './program';

export const MEGAN = 'Megan Bowen';
export const DIEGO = 'Diego Siciliani';
export const MANAGER = 'Nestor Wilke';
/** Of another department: in the tenant, not in the team. */
export const LIDIA = 'Lidia Holloway';

/** The buttons of a received card, those in sight first. */
export const ON_RECEIVED = [
  ...['Accept', 'Decline', 'Contact'],
  ...['Details', 'I called', 'Add note', 'Report as spam', 'Open in Partner Center'],
];

export const DEAL = {
  name: 'Eighty seats',
  dealValue: '40,000',
  currency: 'EUR',
  closeDate: '2026-04-30',
  notes: 'Wants a demo',
};

/** What people say and what the bot answers, as they read it. */
export async function say(
  program: Program,
  person: string,
  text: string,
  conversation = 'personal',
): Promise<string> {
  const { activities } = await program.act({ person, conversation, text });
  return activities.map(textOf).join('\n');
}

/** The id of a message of the bot's in a person's chat: what a press stands on where that does not matter. */
export async function someMessage(program: Program, person: string): Promise<string> {
  const { activities } = await program.act({ person, conversation: 'personal', text: 'inbox' });
  return activities[0].id;
}

/** Accept in the dialog, answered with what Save answered. */
export async function accept(
  program: Program,
  activity: string,
  person = MEGAN,
  inputs: Loose = DEAL,
): Promise<Loose> {
  await program.act({ person, activity, button: 'Accept' });
  return program.act({ person, activity, button: 'Accept', inputs });
}

/** The replies under a card, oldest first. */
export const threadOf = async (program: Program, card: string): Promise<Loose[]> =>
  (await program.channel()).filter((one) => one.thread === card);

/** The replies under a card as people read them, without whose name stands in front. */
export const repliesTo = async (program: Program, card: string): Promise<string[]> =>
  (await threadOf(program, card)).map((one) => textOf(one).trim());

/** The cards that a person got about this customer, oldest first. */
export const cardsFor = async (program: Program, person: string, customer: string): Promise<Loose[]> =>
  (await program.chat(person)).filter((one) => JSON.stringify(one.attachments).includes(customer));

/** The sandbox's services answer so from now on; see POST /sandbox/faults. */
export async function fail(program: Program, fault: Loose): Promise<void> {
  const { status, body } = await program.post('/sandbox/faults', fault);
  if (status !== 201) throw new Error(JSON.stringify(body));
}

export async function noMoreFaults(program: Program): Promise<void> {
  await fetch(`${program.url}/sandbox/faults`, { method: 'DELETE' });
}

/** One part of GET /health/ready. */
export const health = async (program: Program, part: string): Promise<Loose> =>
  (await program.get('/health/ready')).parts.find((one: Loose) => one.name === part);

const DAY_MS = 86_400_000;

/** The sandbox's clock goes on while the program is stopped: it was off for so many days. */
export async function offForDays(folder: string, days: number): Promise<void> {
  const { store, records } = await openSqlite(path.join(folder, 'desk.db'));
  const [kept] = await records.all('clock');
  if (!kept) throw new Error('the clock was never kept');
  const { offset, reached } = JSON.parse(kept.value) as { offset: number; reached: number };
  const later = { offset: offset + days * DAY_MS, reached: reached + days * DAY_MS };
  await records.put('clock', kept.key, JSON.stringify(later));
  await store.close();
}

/** What Partner Center has before the program has ever asked it. `n`: tells them apart; a Monday's lead unless `told` says otherwise. */
export async function inPartnerCenter(
  folder: string,
  count: number,
  told: (n: number) => Loose = () => ({}),
): Promise<void> {
  const { store, records } = await openSqlite(path.join(folder, 'desk.db'));
  for (let n = 1; n <= count; n += 1) {
    const id = `old-${String(n)}`;
    const resource = {
      ...{ id, status: 'New', substatus: 'Pending', type: 'Independent', qualification: 'Direct' },
      ...{ direction: 'Incoming', createdDateTime: '2026-03-01T12:00:00Z', eTag: `"${id}"` },
      updatedDateTime: `2026-03-01T08:00:00.${String(n).padStart(7, '0')}Z`,
      expirationDateTime: '2026-03-15T08:00:00Z',
      customerProfile: { name: `Customer ${String(n)} Ltd` },
      ...{ details: { notes: 'Needs help' }, organizationId: 'ours', engagementId: `e-${id}` },
      ...told(n),
    };
    await records.put('partner-center', id, JSON.stringify(resource));
  }
  await store.close();
}

/** Somebody makes Partner Center forget a record while the program is stopped. */
export async function forgottenThere(folder: string, id: string): Promise<void> {
  const { store, records } = await openSqlite(path.join(folder, 'desk.db'));
  await records.remove('partner-center', id);
  await store.close();
}
