import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { accept, inPartnerCenter, MANAGER, MEGAN, say } from './doing';
import { startProgram, textOf, type Loose, type Program } from './program';

const ACCEPTED = {
  status: 'Active',
  substatus: 'Accepted',
  acceptedDateTime: '2026-02-20T08:00:00Z',
  createdDateTime: '2026-02-19T08:00:00Z',
};
const LATE = { createdDateTime: '2026-02-27T08:00:00Z', expirationDateTime: '2026-03-13T08:00:00Z' };
const ENDED = { status: 'Closed', substatus: 'Won', closedDateTime: '2026-02-20T08:00:00Z' };
const MINE = [{ firstName: 'Megan', lastName: 'Bowen', email: 'megan.bowen@contoso-partner.example' }];

const newFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));

let program: Program;
afterEach(() => program.stop());

/** The program as it is first started beside a Partner Center that has so many already. */
async function startBeside(count: number, told?: (n: number) => Loose, env: Loose = {}): Promise<void> {
  const folder = newFolder();
  await inPartnerCenter(folder, count, told);
  program = await startProgram(env, folder);
  await program.advance('PT10S');
}

const roots = async (): Promise<Loose[]> =>
  (await program.channel()).filter(
    (one) => one.from.bot && one.thread === null && /Customer \d/.test(textOf(one)),
  );
const texts = async (): Promise<string[]> => (await roots()).map(textOf);

it('what is open is told in one message, with what is late; what is over is known without a card', async () => {
  await startBeside(9, (n) => (n <= 2 ? LATE : n <= 4 ? ACCEPTED : n <= 6 ? ENDED : {}));
  const [summary, ...more] = await texts();
  expect(more).toEqual([]);
  expect(summary).toContain('7 open referrals found in Partner Center');
  expect(summary).toContain('2 were not answered in time.');
  expect(summary).not.toContain('Customer 5 Ltd');
  for (const person of [MEGAN, MANAGER])
    expect((await program.chat(person)).map(textOf).join()).not.toContain('Customer');
  expect(await say(program, MEGAN, 'archive')).toContain('Customer 5 Ltd');
  expect(await say(program, MEGAN, 'all deals')).toContain('Customer 3 Ltd');
});

it('three are cards, as ever', async () => {
  await startBeside(3);
  expect(await texts()).toHaveLength(3);
  expect((await texts()).join()).not.toContain('found in Partner Center');
});

it('of more than a page the rest is counted, each page once, and a restart tells nothing again', async () => {
  await startBeside(130);
  const [summary] = await texts();
  expect(summary).toContain('130 open referrals found in Partner Center');
  expect(summary).toContain('And 115 more: see inbox and all deals.');
  program = await program.restart();
  await program.advance('PT10M');
  expect(await roots()).toHaveLength(1);
});

it('a row is opened by a press, and has a card when a reminder is due or somebody takes it', async () => {
  await startBeside(5, (n) => ({ createdDateTime: `2026-03-0${n === 5 ? '1T13' : '2T07'}:00:00Z` }));
  const [list] = await roots();
  await program.act({ person: MEGAN, activity: list.id, button: 'Show Customer 2 Ltd' });
  await program.advance('PT10S');
  const cards = async (): Promise<string[]> =>
    (await texts()).slice(1).map((text) => /Customer \d Ltd/.exec(text)?.[0] ?? '');
  expect(await cards()).toEqual(['Customer 2 Ltd']);
  // Answer within 24 hours: reminded 4 hours before.
  await program.advance('PT1H30M');
  expect(await cards()).toEqual(['Customer 2 Ltd', 'Customer 5 Ltd']);
  const card = (await roots()).find((one) => textOf(one).includes('Customer 5 Ltd') && one.id !== list.id);
  await accept(program, card.id);
  await program.settle();
  expect(await program.partnerCenter('old-5')).toMatchObject({ status: 'Active' });
});

it('whoever held deals there holds them here, without a card of each', async () => {
  await startBeside(6, () => ({ ...ACCEPTED, team: MINE }));
  expect(await roots()).toHaveLength(1);
  expect((await program.chat(MEGAN)).map(textOf).join()).not.toContain('Customer');
  expect(await say(program, MEGAN, 'my active deals')).toContain('Customer 1 Ltd');
});

it('what comes later is a card, and many are a list of their own', async () => {
  await startBeside(5);
  const later = await program.sample();
  await program.advance('PT10S');
  const posted = (await program.channel()).map(textOf);
  expect(posted.filter((text) => text.includes(later.customerProfile.name))).toHaveLength(1);
  expect(await roots()).toHaveLength(1);
});

it('records that make no sense stop nothing', async () => {
  await startBeside(6, (n) =>
    n === 1
      ? { status: 'Whatever', createdDateTime: '0001-01-01T00:00:00Z' }
      : n === 2
        ? { customerProfile: null }
        : n === 3
          ? { id: '' }
          : {},
  );
  const [summary, ...more] = await texts();
  expect(more).toEqual([]);
  expect(summary).toMatch(/[45] open referrals found/);
});

it('nothing is told before there is a channel for it', async () => {
  const folder = newFolder();
  await inPartnerCenter(folder, 5);
  program = await startProgram({ SANDBOX_TEAMS: 'off' }, folder);
  await program.advance('PT10S');
  await program.stop();
  program = await startProgram({}, folder);
  await program.advance('PT10S');
  const [summary, ...more] = await texts();
  expect(more).toEqual([]);
  expect(summary).toContain('5 open referrals found in Partner Center');
});
