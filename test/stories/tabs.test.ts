import { accept, DEAL, DIEGO, LIDIA, MEGAN, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
const hears = (text: string): Promise<string> => say(program, MEGAN, text);

async function comes(kind: string, name: string, more: Loose = {}): Promise<void> {
  await program.sample(kind, { customerProfile: { name, team: [] }, ...more });
  await program.settle();
}

async function accepted(name: string, inputs: Loose = DEAL, person = MEGAN): Promise<void> {
  await comes('customer-inquiry', name);
  await accept(program, cardOf(await program.channel(), name).id, person, inputs);
  await program.settle();
}

/** What a button of the newest message in a person's chat answers. */
async function press(button: string): Promise<string> {
  const activity = (await program.chat(MEGAN)).at(-1)?.id;
  const answer = await program.act({ person: MEGAN, activity, button });
  return JSON.stringify(answer);
}

beforeEach(async () => {
  program = await startProgram();
  await hears('hello');
});
afterEach(() => program.stop());

describe("Partner Center's tabs", () => {
  beforeEach(async () => {
    await comes('marketplace-lead', 'Adatum');
    await comes('customer-inquiry', 'Litware');
    await comes('sales-qualified', 'Relecloud');
    await comes('co-sell-inbound', 'Proseware');
    await comes('private', 'Munson');
  });

  it('leads: those of marketplaces and inquiries, and those that Microsoft qualified', async () => {
    const all = await hears('leads');
    for (const name of ['Adatum', 'Litware', 'Relecloud']) expect(all).toContain(name);
    expect(all).not.toMatch(/Proseware|Munson/);
    expect(all).toContain('4 referrals'); // The sandbox has Tailspin Toys, an inquiry.
    expect(await hears('Leads marketplace, please')).toMatch(/3 referrals/);
    expect(await hears('qualified leads')).toMatch(/1 referral\b[^]*Relecloud/);
  });

  it('co-sell: what others invited to, and what was brought', async () => {
    expect(await hears('co-sell')).toMatch(/2 referrals/);
    expect(await hears('co-sell inbound')).toMatch(/1 referral\b[^]*Proseware/);
    expect(await hears('outbound')).toMatch(/1 referral\b[^]*Munson/);
  });

  it('have a button for each of their parts', async () => {
    await hears('leads');
    const qualified = await press('Qualified');
    expect(qualified).toContain('Relecloud');
    expect(qualified).not.toMatch(/Adatum|Litware/);
  });

  it('hold what is open, and say what comes next when that is nothing', async () => {
    const id = cardOf(await program.channel(), 'Relecloud').id;
    await program.act({ person: MEGAN, activity: id, button: 'Decline' });
    await program.act({
      person: MEGAN,
      activity: id,
      button: 'Decline and tell the customer',
      inputs: { reason: '5' },
    });
    await program.settle();
    expect(await hears('leads qualified')).toMatch(
      /No lead that Microsoft qualified is open\. Write "leads"/,
    );
    expect(await hears('leads')).not.toContain('Relecloud');
  });

  it('are shown to nobody of another desk', async () => {
    for (const tab of ['leads', 'co-sell', 'leads marketplace', 'my active deals without crm id'])
      expect(await say(program, LIDIA, tab)).not.toMatch(/Adatum|Litware|Relecloud|Proseware|Munson/);
  });

  it('stand in help', async () => {
    const { activities } = await program.act({
      person: MEGAN,
      conversation: 'personal',
      text: 'all commands',
    });
    const words = activities.map((one: Loose) => textOf(one) + JSON.stringify(one.attachments)).join();
    expect(words).toMatch(/"leads"/);
    expect(words).toMatch(/"co-sell"/);
    expect(words).toMatch(/"my active deals without crm id"/);
  });
});

describe('my active deals without CRM id', () => {
  it('are those that lack it, until it is there', async () => {
    await accepted('Fabrikam', { ...DEAL, crmId: 'CRM-7' });
    await accepted('Nod Publishers');
    await accepted('Wingtip', DEAL, DIEGO);
    const without = await hears('my active deals without crm id');
    expect(without).toMatch(/Nod Publishers/);
    expect(without).not.toMatch(/Fabrikam|Wingtip/);
    await hears('edit nod');
    expect(await hears('crm id CRM-8')).toMatch(/CRM-8/);
    await hears('save');
    await program.settle();
    expect(await hears('my deals without CRM id')).toMatch(/No deal that you hold lacks its CRM id/);
  });
});

describe('Details', () => {
  it('say in a sentence what the kind means', async () => {
    await comes('sales-qualified', 'Relecloud');
    expect(await hears('show relecloud')).toMatch(
      /Sales qualified: a Microsoft seller chose you, but does not stay in the deal\./,
    );
  });
});
