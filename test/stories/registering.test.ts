import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';
import { fillIn } from './filling-in';
import { cardsFor, DIEGO, MEGAN, say } from './doing';

let program: Program;
let deal: Loose;
afterEach(() => program.stop());

const customer = (): string => deal.customerProfile.name;
const card = async (): Promise<Loose> => cardOf(await program.channel(), customer());
const record = (): Promise<Loose> => program.partnerCenter(deal.id);
const press = async (button: string, inputs?: Loose, person = DIEGO): Promise<Loose> =>
  program.act({ person, activity: (await card()).id, button, ...(inputs ? { inputs } : {}) });
/** As Microsoft, or the customer, would change a record there. */
const there = (id: string, operations: readonly Loose[]) =>
  program.patch(`/sandbox/partner-center/v1.0/engagements/referrals/${id}`, operations);
const replace = (path: string, value: unknown) => ({ op: 'replace', path, value });

async function begin(kind: string, details: Loose): Promise<void> {
  program = await startProgram();
  deal = await program.sample(kind, { customerProfile: { name: 'Proseware Bank' }, details });
  await program.settle();
}

/** Diego is one of its colleagues. */
async function won(after = 'P4D'): Promise<void> {
  await program.advance(after);
  await say(program, DIEGO, 'won proseware');
  await say(program, DIEGO, 'save');
  await program.advance('PT2M');
  expect(await record()).toMatchObject({ status: 'Closed', substatus: 'Won' });
}

const FILLED = {
  ...{ contractValue: '90,000', currency: 'USD', solutionValue: '60,000', term: 'Finite' },
  ...{ signed: '2026-02-02', starts: '2026-02-03', ends: '2027-02-02' },
  ...{ onAzure: 'yes', tenant: 'Customer', pricing: 'Other', marketplace: 'no', marketplaceDay: '' },
};
const fills = async (over: Loose = {}): Promise<Loose> =>
  fillIn(program, { person: DIEGO, activity: (await card()).id }, 'Register deal', filled(over));
const filled = (over: Loose = {}): Loose => ({
  ...{ solution: deal.details.requirements.solutions[0].id, ...FILLED },
  ...over,
});

describe('a partner-led deal of more than 25,000 dollars', () => {
  beforeEach(() => begin('partner-led', { dealValue: 90_000, currency: 'USD' }));

  it('says in Details what a registration needs, before it is won', async () => {
    const text = await say(program, DIEGO, 'show proseware');
    expect(text).toContain('✅ A value of at least $25,000');
    expect(text).toMatch(/❌ Won no earlier than 3 days after it was made: from/);
    expect(buttonsOf(await card())).not.toContain('Register deal');
  });

  it('is registered once it is won, by its card; what Microsoft says then is on the card', async () => {
    await won();
    expect(buttonsOf(await card())).toContain('Register deal');
    await press('Register deal');
    const early = await fills({ starts: '2026-02-01' });
    expect(textOf({ attachments: [{ content: early.dialog.card }] })).toMatch(
      /Step 1 of 2[^]*cannot be before/,
    );
    const much = await fills({ solutionValue: '95,000' });
    expect(textOf({ attachments: [{ content: much.dialog.card }] })).toMatch(
      /Step 2 of 2[^]*cannot be more than/,
    );
    expect((await record()).registrations).toEqual([]);
    await press('Register deal', { solutionValue: '60,000' });
    await program.advance('PT1M');
    expect(await record()).toMatchObject({
      ...{ status: 'Closed', substatus: 'Won', registrationStatus: 'ReviewPending' },
      registrations: [
        {
          type: 'AzureIPCoSell',
          contract: {
            ...{ value: 90_000, currency: 'USD', term: 'Finite' },
            ...{ signDateTime: '2026-02-02T00:00:00Z', endDateTime: '2027-02-02T00:00:00Z' },
          },
          solutionDetails: [
            {
              value: 60_000,
              isDeployedOnAzure: true,
              primaryDeploymentOn: 'Customer',
              pricingModel: 'Other',
            },
          ],
        },
      ],
    });
    expect(textOf(await card())).toContain('Microsoft is looking at it');
    expect(buttonsOf(await card())).not.toContain('Register deal');
    expect(await say(program, DIEGO, `register ${String(deal.id)}`)).not.toMatch(/Contract value/);
  });

  it('is registered in typed words', async () => {
    await won();
    expect(await say(program, DIEGO, `register ${String(deal.id)}`)).toMatch(
      /Register Proseware[^]*Contract value/,
    );
    expect(await say(program, DIEGO, 'contract value 95k')).toMatch(/95,000/);
    await say(program, DIEGO, 'save');
    await program.advance('PT1M');
    expect((await record()).registrations[0].contract.value).toBe(95_000);
  });

  it('when Microsoft asks for more, its owner reads what, in private', async () => {
    await won();
    await press('Register deal');
    await fills();
    await program.advance('PT1M');
    await there(deal.id, [
      replace('/registrations/0/status', 'ActionRequired'),
      replace('/registrations/0/statusReason', 'The contract names no solution.'),
    ]);
    await program.advance('PT10M');
    expect(textOf(await card())).toContain('Microsoft asks for more');
    const told = (await cardsFor(program, DIEGO, customer())).map(textOf);
    expect(told.filter((text) => text.includes('The contract names no solution'))).not.toEqual([]);
    const reminded = async (): Promise<number> =>
      (await cardsFor(program, DIEGO, customer()))
        .map(textOf)
        .filter((text) => /still asks for more/.test(text)).length;
    await program.advance('P4D');
    expect(await reminded()).toBe(1);
    await program.advance('P7D');
    expect(await reminded()).toBe(2);
    await program.advance('P30D');
    expect(await reminded()).toBe(2);
  });

  it('is for those on it: a colleague who is not reads whose it is', async () => {
    await won();
    await press('Register deal', undefined, MEGAN);
    await press('Register deal', filled(), MEGAN);
    await program.advance('PT1M');
    expect((await record()).registrations).toEqual([]);
  });

  it('won too soon: no button, and the words say what is missing', async () => {
    await program.advance('PT1H');
    await press('Close deal');
    await press('Mark won');
    await press('Mark won', { goes: 'now' });
    await program.advance('PT2M');
    expect(await record()).toMatchObject({ status: 'Closed', substatus: 'Won' });
    expect(buttonsOf(await card())).not.toContain('Register deal');
    expect(await say(program, DIEGO, `register ${String(deal.id)}`)).toMatch(/won too soon/);
  });
});

it('won too soon, it waits by itself until it can be registered, and can be undone until then', async () => {
  await begin('partner-led', { dealValue: 90_000, currency: 'USD' });
  await program.advance('PT1H');
  expect(await say(program, DIEGO, 'won proseware')).toMatch(/by itself, so that it can be registered/);
  await say(program, DIEGO, 'save');
  await program.advance('P1D');
  expect(await record()).toMatchObject({ status: 'Active' });
  expect(textOf(await card())).toMatch(
    /Won by Diego[^]*goes to Partner Center [^]*so that it can be registered/,
  );
  await press('Undo');
  await program.settle();
  expect(buttonsOf(await card())).toContain('Close deal');
  await say(program, DIEGO, 'won proseware');
  await say(program, DIEGO, 'save');
  await program.advance('P2D');
  expect(await record()).toMatchObject({ status: 'Closed', substatus: 'Won' });
  expect(buttonsOf(await card())).toContain('Register deal');
});

it('a small deal, or one in a currency without a rate: refused, or left to the person', async () => {
  await begin('partner-led', { dealValue: 9_000, currency: 'USD' });
  await won();
  expect(await say(program, DIEGO, `register ${String(deal.id)}`)).toMatch(/value that is high enough/);
  deal = await program.sample('partner-led', {
    customerProfile: { name: 'Proseware Labs' },
    details: { dealValue: 9_000, currency: 'CHF' },
  });
  await program.settle();
  expect(await say(program, DIEGO, 'show proseware labs')).toMatch(/🔍 A value of at least .*please check/);
});

it('a solution without an id of the catalogue: Details says so before it is won, in the same words as the refusal', async () => {
  const requirements = { solutions: [{ name: 'Made to measure', type: 'Name' }] };
  await begin('partner-led', { dealValue: 90_000, currency: 'USD', requirements });
  expect(await say(program, DIEGO, 'show proseware')).toMatch(/❌ A solution of yours with an id/);
  await won();
  expect(await say(program, DIEGO, `register ${String(deal.id)}`)).toMatch(/a solution with an id/);
});

it('what is not won yet is not somebody’s: its owner reads how far it is', async () => {
  await begin('partner-led', { dealValue: 90_000, currency: 'USD' });
  expect(await say(program, DIEGO, 'register proseware')).toMatch(/is not closed yet/);
});

it('a private deal cannot be registered, and Details says why', async () => {
  await begin('private', { dealValue: 90_000, currency: 'USD' });
  expect(await say(program, DIEGO, 'show proseware')).toContain('❌ Shared with Microsoft');
  await won();
  expect(buttonsOf(await card())).not.toContain('Register deal');
  expect(await say(program, DIEGO, `register ${String(deal.id)}`)).toMatch(/private/);
});

it("a private deal is shown to Microsoft's sellers, for good: it is partner-led then", async () => {
  await begin('private', { dealValue: 90_000, currency: 'USD' });
  const { dialog } = await press("Show it to Microsoft's sellers");
  expect(JSON.stringify(dialog.card)).toContain('This cannot be taken back');
  await press("Show it to Microsoft's sellers", {});
  await program.advance('PT1M');
  expect((await record()).consent).toMatchObject({ consentToShareReferralWithMicrosoftSellers: true });
  expect(await say(program, DIEGO, 'show proseware')).toContain('✅ Shared with Microsoft');
});
