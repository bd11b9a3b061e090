import { accept, MEGAN, say } from './doing';
import { cardOf, startProgram, type Loose, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram({ PARTNER_CENTER: 'none' });
});
afterEach(() => program.stop());

const person = (name: string, phone: string): Loose => ({
  firstName: name,
  lastName: 'Roe',
  phoneNumber: phone,
  email: `${name.toLowerCase()}@partner.example`,
});
const bring = async (team: Loose[], hour: number): Promise<Loose> => {
  const record = {
    id: 'again-1',
    createdDateTime: '2026-03-02T07:00:00Z',
    updatedDateTime: `2026-03-02T0${String(hour)}:00:00Z`,
    customerProfile: { name: 'Again Ltd' },
    team,
  };
  const { body } = await program.post('/api/referrals', record, { authorization: 'Bearer sandbox' });
  await program.settle();
  return body;
};

it('who was added here and there stays, who was taken away there goes, and what both changed is named', async () => {
  await bring([person('Ann', '+49 30 1'), person('Bob', '+49 30 2')], 7);
  const { id } = cardOf(await program.channel(), 'Again Ltd');
  const colleague = { firstName: 'Eve', lastName: 'Roe', phone: '+49 30 3', email: 'eve@partner.example' };
  const deal = { name: 'Deal', dealValue: '40,000', currency: 'EUR', closeDate: '2026-04-30' };
  await accept(program, id, MEGAN, { ...deal, ...colleague });
  await program.settle();
  const again = await bring(
    [person('Bob', '+49 30 2'), person('Eve', '+49 30 9'), person('Fred', '+49 30 4')],
    8,
  );
  expect(again).toMatchObject({ result: 'updated', kept: ['/team/1/phoneNumber'] });
  const shown = JSON.stringify(await program.act({ person: MEGAN, activity: id, button: 'Details' }));
  for (const name of ['Bob', 'Eve', 'Fred']) expect(shown).toContain(`${name} Roe`);
  expect(shown).not.toContain('Ann Roe');
  expect(await say(program, MEGAN, 'my active deals')).toContain('Again Ltd');
});
