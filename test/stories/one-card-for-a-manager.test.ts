import { accept, cardsFor, MANAGER } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

/** The messages about a customer in the manager's chat that have buttons. */
const withButtons = async (customer: string): Promise<Loose[]> =>
  (await cardsFor(program, MANAGER, customer)).filter(
    (one) => one.attachments[0].content.actions?.length > 0,
  );

it('a manager who owns a deal has one card of it, whatever they are told', async () => {
  const customer = 'Wingtip Manager';
  const lead = { customerProfile: { name: customer }, details: { customerRequestedContact: true } };
  const { id } = await program.sample('customer-inquiry', lead);
  await program.settle();
  const { id: activity } = cardOf(await program.channel(), customer);
  await accept(program, activity, MANAGER);
  await program.settle();
  expect(await withButtons(customer)).toHaveLength(1);
  const [before] = await withButtons(customer);
  await program.advance('P4D');
  const [told, ...more] = await withButtons(customer);
  expect(more).toEqual([]);
  expect(told.id).not.toBe(before.id);
  expect(textOf(told)).toMatch(/contact/i);
  // What is done with it changes the one card.
  await program.act({ person: MANAGER, activity: told.id, button: 'I called' });
  await program.act({ person: MANAGER, activity: told.id, button: 'Save', inputs: { result: 'reached' } });
  await program.settle();
  const [card, ...others] = await withButtons(customer);
  expect([card.id, others]).toEqual([told.id, []]);
  expect((await program.partnerCenter(id)).status).toBe('Active');
});

it('a question comes as the card itself, which is the deal again once it is answered', async () => {
  const customer = 'Tailspin Manager';
  const { id } = await program.sample('customer-inquiry', { customerProfile: { name: customer } });
  await program.settle();
  const { id: activity } = cardOf(await program.channel(), customer);
  await accept(program, activity, MANAGER);
  await program.settle();
  const path = `/sandbox/partner-center/v1.0/engagements/referrals/${id}`;
  await program.act({ person: MANAGER, activity, button: 'Edit deal' });
  await program.act({ person: MANAGER, activity, button: 'Save', inputs: { dealValue: '45,000' } });
  const value = (amount: number) => [{ op: 'replace', path: '/details/dealValue', value: amount }];
  await program.patch(path, value(55_000));
  await program.advance('PT5M');
  const [asked, ...more] = await withButtons(customer);
  expect(more).toEqual([]);
  expect(JSON.stringify(asked)).toContain('Keep mine');
  // Another change leaves the question where it is.
  await program.patch(path, [{ op: 'replace', path: '/name', value: 'Hundred seats' }]);
  await program.advance('PT5M');
  const [still, ...others] = await withButtons(customer);
  expect([still.id, others]).toEqual([asked.id, []]);
  expect(JSON.stringify(still)).toContain('Keep mine');
  await program.act({ person: MANAGER, activity: asked.id, button: 'Take theirs' });
  await program.patch(path, value(56_000));
  await program.advance('PT5M');
  const [deal, ...none] = await withButtons(customer);
  expect([deal.id, none]).toEqual([asked.id, []]);
  expect(JSON.stringify(deal)).not.toContain('Keep mine');
  expect(textOf(deal)).toContain('€56,000');
});
