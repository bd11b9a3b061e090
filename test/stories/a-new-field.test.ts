/** @program-of-its-own */
import { MARGIN } from '../support/margin-row';
import { accept, DEAL, DIEGO, fail, MEGAN, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
afterEach(() => program.stop());

const keyOf = (word: string): string => `forms.accept.${MARGIN.id}.${word}`;
const card = async (customer: string): Promise<Loose> => cardOf(await program.channel(), customer);

describe('a new row in the table of fields, in the running program', () => {
  let lead: Loose;
  beforeEach(async () => {
    program = await startProgram();
    lead = await program.sample('customer-inquiry', {
      customerProfile: { name: 'Margin Ltd' },
      details: { partnerMargin: '1200', currency: 'EUR' },
    });
    await program.settle();
  });

  it('is asked for in the dialog, checked, written, read back, and stands on the card', async () => {
    const { id } = await card('Margin Ltd');
    expect(textOf(await card('Margin Ltd'))).toContain('€1,200');
    const opened = await program.act({ person: MEGAN, activity: id, button: 'Accept' });
    expect(JSON.stringify(opened)).toContain(keyOf('label'));
    const wrong = await accept(program, id, MEGAN, { ...DEAL, margin: 'much' });
    expect(JSON.stringify(wrong)).toContain('amount');
    await program.act({
      person: MEGAN,
      activity: id,
      button: 'Accept',
      inputs: { ...DEAL, margin: '1,500' },
    });
    await program.settle();
    expect(await program.partnerCenter(lead.id)).toMatchObject({
      status: 'Active',
      details: { dealValue: 40000, partnerMargin: 1500 },
    });
    expect(textOf(await card('Margin Ltd'))).toContain('€1,500');
    expect(textOf(await card('Margin Ltd'))).toContain('✓ Accepted');
  });

  it('is typed by its name and by what else people call it, and found by a search', async () => {
    await say(program, DIEGO, 'accept margin ltd');
    expect(await say(program, DIEGO, 'profit 1700')).toContain('€1,700');
    for (const text of ['Deal', '40k eur', '30 april 2026', 'skip', 'save']) await say(program, DIEGO, text);
    await program.settle();
    expect(await program.partnerCenter(lead.id)).toMatchObject({ details: { partnerMargin: 1700 } });
    expect(await say(program, DIEGO, 'search 1700')).toContain('Margin Ltd');
  });

  it('that Partner Center does not take comes back in the words of the change', async () => {
    const { id } = await card('Margin Ltd');
    await fail(program, { on: 'partner-center', method: 'PATCH', answer: 400, times: 5 });
    await accept(program, id, MEGAN, { ...DEAL, margin: '1,500' });
    await program.settle();
    const told = (await program.chat(MEGAN)).map(textOf).join('\n');
    expect(told).toContain(`fields.${MARGIN.id}`);
    expect(told).toContain('€1,500');
  });
});

it('is checked at the intake as its kind is', async () => {
  program = await startProgram();
  const bearer = { authorization: 'Bearer sandbox' };
  const record = {
    ...{ id: 'm-1', createdDateTime: '2026-03-02T07:00:00Z', customerProfile: { name: 'Intake Ltd' } },
    details: { partnerMargin: 'much' },
  };
  const refused = await program.post('/api/referrals', record, bearer);
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    400,
    expect.stringContaining('/details/partnerMargin'),
  ]);
});
