import { accept, cardsFor, DEAL, fail, health, MEGAN, noMoreFaults, repliesTo, say } from './doing';
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
    expect(await cardText(customer)).toMatch(/sending…|not yet confirmed/);
    await program.advance('PT10M');
    expect(await cardText(customer)).toContain('✓ Accepted');
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

describe('its sign-in', () => {
  it('without multi-factor authentication is named in health and to the admins, once, and what waits goes on afterwards', async () => {
    const referral = await program.sample('customer-inquiry');
    await program.settle();
    await fail(program, { on: 'partner-center', answer: 'mfa', times: 10_000 });
    await accept(program, cardOf(await program.channel(), referral.customerProfile.name).id);
    await program.advance('PT3H');
    expect(await health(program, 'partner-center')).toMatchObject({
      state: 'degraded',
      detail: expect.stringContaining('Sign in again with multi-factor authentication'),
    });
    const told = (await program.chat(MEGAN)).map(textOf).filter((text) => text.includes('multi-factor'));
    expect(told).toHaveLength(1);
    await noMoreFaults(program);
    await program.advance('PT2H');
    expect(await program.partnerCenter(referral.id)).toMatchObject({ status: 'Active' });
    expect((await health(program, 'partner-center')).state).toBe('ok');
  });
});

describe('what a record is', () => {
  it('its card opens the referral itself; one that Partner Center does not know has no link and claims nothing', async () => {
    const referral = await program.sample('customer-inquiry');
    await program.post(
      '/api/referrals',
      { id: 'bare', createdDateTime: '2026-03-02T07:00:00Z', customerProfile: { name: 'Bare Ltd' } },
      { authorization: 'Bearer sandbox' },
    );
    await program.settle();
    const known = JSON.stringify(cardOf(await program.channel(), referral.customerProfile.name));
    expect(known).toContain(`${program.url}/#partner-center/${String(referral.id)}`);
    const bare = cardOf(await program.channel(), 'Bare Ltd');
    expect(JSON.stringify(bare)).not.toContain('Action.OpenUrl');
    expect(textOf(bare)).not.toMatch(/from the customer|inquiry/i);
  });

  it("Microsoft's record of a co-sell deal gets no card, and its day is the desk's", async () => {
    const deal = await program.sample('co-sell-outbound');
    await program.advance('PT10M');
    const cards = (await program.channel()).filter(
      (one) => one.thread === null && textOf(one).includes(deal.customerProfile.name),
    );
    expect(cards).toHaveLength(1);
    expect(textOf(cards[0])).toContain('1 May 2026');
  });

  it('a marketplace lead says which store and what the customer pressed, and how to reach them', async () => {
    const lead = await program.sample('marketplace-lead', { referralSource: 'AzureMarketplace' });
    await program.settle();
    const { name } = lead.customerProfile;
    expect(await say(program, MEGAN, `show ${name}`)).toContain(
      'Marketplace lead, from Azure Marketplace (asked to be contacted)',
    );
    expect(buttonsOf(cardOf(await program.channel(), name))).toContain('Contact');
    expect(await say(program, MEGAN, `contact ${name}`)).toContain(lead.customerProfile.team[0].email);
  });

  it('of another kind by a consent: the thread says so, once', async () => {
    const deal = await program.sample('private');
    await program.settle();
    await program.patch(`/sandbox/partner-center/v1.0/engagements/referrals/${String(deal.id)}`, [
      { op: 'replace', path: '/consent/consentToShareReferralWithMicrosoftSellers', value: true },
    ]);
    await program.advance('PT10M');
    const card = cardOf(await program.channel(), deal.customerProfile.name);
    const said = (await repliesTo(program, card.id)).filter((text) => text.includes('another kind'));
    expect(said).toEqual([expect.stringMatching(/Before: Private deal\. Now: Partner-led deal\./)]);
  });
});
