import path from 'node:path';
import { openSqlite } from '../../src/adapters/sqlite/open-sqlite';
import { seen } from '../../src/domain/referral/face';
import { accept, fail, MANAGER, MEGAN, noMoreFaults } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

/** So many deals, each changed so often there and here. */
const DEALS = 10;
const THERE = 50;
/** Twenty of the parts of the outage have a change here, too. */
const LAST = 23;
const isHere = (part: number): boolean => part <= LAST && part % 6 !== 2;

let program: Program;
let records: Loose[];
let cards: string[];
const nameOf = (deal: number): string => `Customer ${String.fromCharCode(65 + deal)}`;

beforeAll(async () => {
  program = await startProgram({ TEAMS_BUDGET: '100' });
  [records, cards] = [[], []];
  for (let deal = 0; deal < DEALS; deal += 1) {
    records.push(
      await program.sample('customer-inquiry', { customerProfile: { name: `${nameOf(deal)} Ltd` } }),
    );
    await program.advance('PT3M');
    cards.push(cardOf(await program.channel(), nameOf(deal)).id);
    await accept(program, cards[deal]!);
  }
  await program.advance('PT10M');
}, 120_000);
afterAll(() => program.stop());

/** Every fifth deal is changed in the same field on both sides; of the rest the value there, the CRM id here. */
const inConflict = (deal: number): boolean => deal % 5 === 0;

async function changeThere(deal: number, n: number): Promise<void> {
  const route = `/sandbox/partner-center/v1.0/engagements/referrals/${records[deal]!.id}`;
  const { status } = await program.patch(route, [
    { op: 'replace', path: '/details/dealValue', value: 50_000 + n },
    ...(inConflict(deal) && n === 0
      ? [{ op: 'replace', path: '/externalReferenceId', value: `THERE-${deal}` }]
      : []),
  ]);
  expect(status).toBeLessThan(300);
}

async function changeHere(deal: number, n: number): Promise<void> {
  const activity = cards[deal];
  const person = n % 3 === 2 ? MANAGER : MEGAN;
  await program.act({ person, activity, button: 'Edit deal' });
  await program.act({ person, activity, button: 'Save', inputs: { crmId: `CRM-${deal}-${n}` } });
}

it('Partner Center away for three days, 500 changes there and 200 here, then back: both sides equal, each conflict asked once, no card twice', async () => {
  const away = { on: 'partner-center', answer: 503, times: 10_000, by: 'desk' };
  await fail(program, away);
  for (let part = 0; part < THERE; part += 1) {
    for (let deal = 0; deal < DEALS; deal += 1) await changeThere(deal, part);
    if (isHere(part)) for (let deal = 0; deal < DEALS; deal += 1) await changeHere(deal, part);
    if (part % 10 === 9) await program.advance('PT14H20M');
  }
  await noMoreFaults(program);
  await program.advance('PT15M');
  const there = await Promise.all(records.map(({ id }) => program.partnerCenter(id)));
  const channel = await program.channel();
  const questions = [...(await program.chat(MEGAN)), ...(await program.chat(MANAGER))]
    .map(textOf)
    .filter((text) => text.includes('Keep mine'));
  await program.stop();
  const { store } = await openSqlite(path.join(program.folder, 'desk.db'));
  for (const [deal, { id }] of records.entries()) {
    const referral = await store.get('referral', `sandbox/${id}`);
    const record = there[deal];
    expect(referral?.intents).toEqual([]);
    expect([Number(seen(referral!).deal.dealValue), seen(referral!).deal.crmId]).toEqual([
      record.details.dealValue,
      record.externalReferenceId,
    ]);
    expect(record.details.dealValue).toBe(50_000 + THERE - 1);
    if (!inConflict(deal)) expect(record.externalReferenceId).toMatch(new RegExp(`^CRM-${deal}-`));
    const shown = channel.filter(
      (one) => (one.thread ?? null) === null && textOf(one).includes(nameOf(deal)),
    );
    expect(shown).toHaveLength(1);
  }
  await store.close();
  // About what was wanted last, and nothing before it.
  const asked = records.map((_, deal) => questions.filter((text) => text.includes(nameOf(deal))));
  expect(asked.map(({ length }) => length)).toEqual(records.map((_, deal) => (inConflict(deal) ? 1 : 0)));
  asked.forEach(([text], deal) => {
    if (text !== undefined) expect(text).toContain(`CRM-${deal}-${LAST}`);
  });
}, 600_000);
