import { accept, fail, forgottenThere, inPartnerCenter, MANAGER, MEGAN, noMoreFaults, say } from './doing';
import { cardOf, startProgram, textOf, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await program.advance('PT1M');
});
afterEach(() => program.stop());

/** Something happens to Partner Center's records that the poll does not tell. */
async function meanwhile(change: (folder: string) => Promise<void>): Promise<void> {
  const { folder } = program;
  await program.stop();
  await change(folder);
  program = await startProgram({}, folder);
}

/** What an admin, who set up the channel, has been told about it. */
const told = async (): Promise<string[]> =>
  (await Promise.all([MEGAN, MANAGER].map((one) => program.chat(one))))
    .flat()
    .filter((one) => one.from.bot)
    .map(textOf)
    .filter((text) => text.includes('compared the desk') || text.includes('for 3'));

const nights = (count: number): Promise<unknown> => program.advance(`P${String(count)}D`);

it('all is well: nobody hears of it', async () => {
  await program.sample();
  await nights(8);
  expect(await told()).toEqual([]);
});

it('what the poll never met is brought in, and one line says so', async () => {
  await meanwhile((folder) => inPartnerCenter(folder, 2));
  await program.advance('PT1H');
  expect(await say(program, MEGAN, 'inbox')).not.toContain('Customer 1 Ltd');
  await nights(1);
  expect(await say(program, MEGAN, 'inbox')).toContain('Customer 1 Ltd');
  expect(await told()).toEqual([expect.stringContaining('2 referrals were missing here')]);
  await nights(8);
  expect(await told()).toHaveLength(1);
});

it('what changed there unnoticed is renewed', async () => {
  await meanwhile((folder) => inPartnerCenter(folder, 1));
  await nights(1);
  await meanwhile((folder) =>
    inPartnerCenter(folder, 1, () => ({
      updatedDateTime: '2026-03-01T09:00:00.0000000Z',
      customerProfile: { name: 'Customer 1 Renamed Ltd' },
    })),
  );
  await nights(1);
  expect(await say(program, MEGAN, 'inbox')).toContain('Customer 1 Renamed Ltd');
  expect((await told()).at(-1)).toContain('1 had changed there unnoticed');
});

it('what is not there any more says so', async () => {
  const { id, customerProfile } = await program.sample();
  await program.settle();
  await meanwhile((folder) => forgottenThere(folder, id));
  await nights(1);
  expect((await told()).at(-1)).toContain('1 is not in Partner Center any more');
  const card = cardOf(await program.channel(), customerProfile.name);
  expect(textOf(card)).toContain('Partner Center no longer shows this referral.');
  await nights(7);
  expect(await told()).toHaveLength(1);
});

it('what waits for more than a day to be written is said once', async () => {
  const { id, customerProfile } = await program.sample();
  await program.settle();
  await fail(program, { on: 'partner-center', answer: 503, method: 'PATCH', times: 10_000 });
  await accept(program, cardOf(await program.channel(), customerProfile.name).id);
  await nights(2);
  expect(await told()).toEqual([expect.stringContaining('1 has waited for more than a day to be written')]);
  await noMoreFaults(program);
  await nights(1);
  expect(await told()).toHaveLength(1);
  expect((await program.partnerCenter(id)).status).toBe('Active');
});

it('Partner Center away at night: the comparison is made later, with no word', async () => {
  await meanwhile((folder) => inPartnerCenter(folder, 1));
  await fail(program, { on: 'partner-center', answer: 503, times: 10_000 });
  await nights(1);
  await noMoreFaults(program);
  await program.advance('PT2H');
  await nights(1);
  expect(await told()).toEqual([expect.stringContaining('1 referral was missing here')]);
});

it('a source of leads that has gone quiet is asked about once', async () => {
  await nights(32);
  expect((await told()).filter((text) => text.includes('business profile'))).toHaveLength(1);
  await nights(10);
  expect((await told()).filter((text) => text.includes('business profile'))).toHaveLength(1);
});
