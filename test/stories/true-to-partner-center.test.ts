import { accept, cardsFor, DEAL, fail, MEGAN } from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.stop());

const cardText = async (customer: string): Promise<string> =>
  textOf(cardOf(await program.channel(), customer));

describe('what its answers mean', () => {
  let referral: Loose;
  let customer: string;
  beforeEach(async () => {
    referral = await program.sample('customer-inquiry');
    customer = referral.customerProfile.name;
    await program.settle();
  });

  it("a gateway's 403 takes no acceptance back: it is looked at once more, and written", async () => {
    await fail(program, { on: 'partner-center', method: 'PATCH', answer: 'gateway' });
    await accept(program, cardOf(await program.channel(), customer).id);
    await program.settle();
    expect(await cardText(customer)).toMatch(/Sen(?:ding|t) to Partner Center/);
    await program.advance('PT10M');
    expect(await cardText(customer)).toContain('Confirmed by Partner Center');
    expect(await program.partnerCenter(referral.id)).toMatchObject({ status: 'Active', name: DEAL.name });
  });

  it('a conflict said twice of a record that nobody has changed is a refusal', async () => {
    await fail(program, { on: 'partner-center', method: 'PATCH', answer: 409, times: 2 });
    await accept(program, cardOf(await program.channel(), customer).id);
    await program.advance('PT10M');
    const told = (await cardsFor(program, MEGAN, customer)).map(textOf).join('\n');
    expect(told).toMatch(/did not take your change[^]*Eighty seats/);
    expect(buttonsOf(cardOf(await program.channel(), customer))).toContain('Accept');
  });

  it('a list that takes no filter is read newest first: what is new comes, once', async () => {
    await fail(program, { on: 'partner-center', answer: 'no-filter', times: 100 });
    const late = (await program.sample('marketing-qualified')).customerProfile.name;
    await program.advance('PT10M');
    const cards = (await program.channel()).filter(
      (one) => one.thread === null && textOf(one).includes(late),
    );
    expect(cards).toHaveLength(1);
  });
});
