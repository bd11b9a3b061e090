import { accept, MANAGER, MEGAN, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

const comes = async (name: string, over: Loose = {}): Promise<string> => {
  const address = { city: 'Bonn', country: 'DE', ...over['address'] };
  const { id } = await program.sample('customer-inquiry', {
    customerProfile: { name, address, ...(over['ids'] ? { ids: over['ids'] } : {}) },
  });
  await program.settle();
  return id as string;
};
const duns = (id: string) => [{ profileType: 'Duns', id }];
const card = async (name: string): Promise<Loose> => cardOf(await program.channel(), name);
const SEEN = /Seen before: \d+ other/u;

it('who has been seen before is told on the card before anybody works on it, and a press shows the others', async () => {
  await comes('Proseware GmbH');
  expect(textOf(await card('Proseware GmbH'))).not.toMatch(SEEN);
  await accept(program, (await card('Proseware GmbH')).id);
  await comes('PROSEWARE, Gmbh & Co. KG');
  const second = await card('PROSEWARE, Gmbh');
  expect(textOf(second)).toContain('Seen before: 1 other referral of this customer · Accepted, Megan Bowen');
  const list = JSON.stringify(
    await program.act({ person: MEGAN, activity: second.id, button: 'Seen before' }),
  );
  expect(list).toContain('Referrals of this customer');
  expect(list).toContain('Proseware GmbH');
  expect(list).not.toContain('customer/');
  expect(await say(program, MEGAN, 'show proseware gmbh & co')).toMatch(SEEN);
});

it('the number of a register finds them under another name; another country is another company', async () => {
  await comes('Northwind Traders', { ids: duns('123456789') });
  await comes('Northwind Handel', { ids: duns('123456789') });
  expect(textOf(await card('Northwind Handel'))).toContain('Seen before: 1 other referral');
  await comes('Northwind Traders', { address: { country: 'FR', city: 'Lyon' } });
  const [newest] = (await program.channel()).filter((one) => textOf(one).includes('Lyon'));
  expect(textOf(newest)).not.toMatch(SEEN);
});

it('what somebody holds already says nothing of it, and a forged list is empty', async () => {
  expect(textOf(await card('Proseware GmbH'))).not.toMatch(SEEN);
  const activity = (await card('PROSEWARE, Gmbh')).id;
  for (const words of ['dead', 'customer/', '', 'engagement/x']) {
    const desk = { v: 1, do: 'more-list', list: 'same-customer', words };
    const answer = await program.act({
      ...{ person: MANAGER, activity, unchecked: true },
      action: { type: 'Action.Execute', verb: 'more-list', data: { desk } },
    });
    expect(JSON.stringify(answer)).toContain('no other referral that you may see');
  }
});
