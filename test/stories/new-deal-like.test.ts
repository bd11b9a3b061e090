import { DIEGO, LIDIA, MEGAN, say } from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let deal: Loose;
const card = async (): Promise<Loose> => cardOf(await program.channel(), 'Proseware Bank');
const press = async (button: string, inputs?: Loose, person = DIEGO): Promise<Loose> =>
  program.act({ person, activity: (await card()).id, button, ...(inputs ? { inputs } : {}) });
const dialogOf = ({ dialog }: Loose): string => textOf({ attachments: [{ content: dialog?.card }] });
const valueOf = ({ dialog }: Loose, id: string): unknown => {
  const inputs: Loose[] = [];
  JSON.stringify(dialog.card, (_, part: Loose) => {
    if (part?.id === id) inputs.push(part);
    return part;
  });
  return inputs[0]?.value;
};
const made = async (): Promise<Loose[]> =>
  (await program.get('/sandbox/partner-center/v1.0/engagements/referrals')).value.filter(
    (one: Loose) => one.customerProfile.name === 'Proseware Bank' && one.id !== deal.id,
  );

async function lost(kind: string, details: Loose = { dealValue: 90_000, currency: 'USD' }): Promise<void> {
  program = await startProgram();
  const address = { country: 'DE', city: 'Bonn' };
  deal = await program.sample(kind, { customerProfile: { name: 'Proseware Bank', address }, details });
  await program.settle();
  await say(program, DIEGO, 'lost proseware');
  for (const words of ['another vendor', 'skip', 'save']) await say(program, DIEGO, words);
  await program.advance('PT2M');
  expect(await program.partnerCenter(deal.id)).toMatchObject({ status: 'Closed', substatus: 'Lost' });
}
afterEach(() => program.stop());

it('a partner-led deal that was lost: one press gives the form of the next one, filled in', async () => {
  await lost('partner-led');
  expect(buttonsOf(await card())[0]).toBe('New deal like this');
  const form = await press('New deal like this');
  expect(dialogOf(form)).toMatch(/Step 1 of 2\.[^]*You sell alone/);
  const solution = deal.details.requirements.solutions[0].name;
  const held = (shown: Loose, ...ids: string[]) => ids.map((id) => valueOf(shown, id));
  expect(held(form, 'customer', 'country', 'city')).toEqual(['Proseware Bank', 'DE', 'Bonn']);
  const next = await press('Next', { consent: 'yes' });
  // The end of next month, not the old one's day.
  const figures = [solution, '90000', 'USD', '2026-04-30'];
  expect(held(next, 'solution', 'dealValue', 'currency', 'closeDate')).toEqual(figures);
  const person = { phone: '+49 228 1' };
  await press('Save', { dealValue: '95000', closeDate: '2026-06-30', ...person });
  await program.advance('PT1M');
  expect(await made()).toMatchObject([{ status: 'Active', details: { dealValue: 95_000 } }]);
});

it('where it is refused to change what is over, the way on is offered with the reason', async () => {
  await lost('partner-led');
  const { activities } = await program.act({
    ...{ person: DIEGO, conversation: 'personal', text: `won ${String(deal.id)}` },
  });
  expect(textOf(activities[0])).toMatch(/was lost by Diego Siciliani on [^]*New deal like this/);
  const other = await program.act({
    person: MEGAN,
    activity: activities[0].id,
    button: 'New deal like this',
  });
  expect(JSON.stringify(other)).not.toContain('Proseware Bank – ');
});

it('of a lead the kind is chosen first; typed it is the same', async () => {
  program = await startProgram();
  deal = await program.sample('customer-inquiry', { customerProfile: { name: 'Proseware Bank' } });
  await program.settle();
  await press('Report as spam');
  expect(buttonsOf(await card())).not.toContain('New deal like this');
  await program.advance('PT2M');
  const choices = await press('New deal like this', undefined, MEGAN);
  expect(dialogOf(choices)).toMatch(/Private deal[^]*Partner-led deal/);
  const form = await press('Private deal', undefined, MEGAN);
  expect(valueOf(form, 'customer')).toBe('Proseware Bank');
  expect(await say(program, MEGAN, `new deal like ${String(deal.id)}`)).toContain('Private deal');
  // Of another department.
  expect(await say(program, LIDIA, `new deal like ${String(deal.id)}`)).not.toContain('Private deal');
});
