import { ON_RECEIVED } from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;
const customer = (): string => referral.customerProfile.name;
const card = async (person?: string): Promise<Loose> => cardOf(await program.channel(person), customer());

beforeEach(async () => {
  program = await startProgram();
  referral = await program.sample('customer-inquiry', {
    details: { customerRequestedContact: true, notes: 'Call us about 80 seats' },
  });
  await program.settle();
});
afterEach(() => program.stop());

const DEAL = {
  name: 'Eighty seats',
  dealValue: '40,000',
  currency: 'EUR',
  closeDate: '2026-04-30',
  notes: 'Wants a demo',
};

async function expectConfirmed(): Promise<void> {
  expect(await program.partnerCenter(referral.id)).toMatchObject({
    name: 'Eighty seats',
    status: 'Active',
    substatus: 'Accepted',
    details: { dealValue: 40000, currency: 'EUR', closingDateTime: '2026-04-29T22:00:00Z' },
  });
  expect(textOf(await card())).toMatch(/✓ Accepted/);
  expect(textOf(await card())).toContain('Megan Bowen');
}

it('a new referral is one card with its sentence, its deadline and its buttons, and no contact data', async () => {
  const posted = await card();
  expect(textOf(posted)).toContain('🔥 New lead, asks to be contacted · answer by Tue 09:00');
  expect(textOf(posted)).toContain('Call us about 80 seats');
  expect(posted.summary).toContain(`New lead: ${customer()}`);
  expect(buttonsOf(posted)).toEqual(ON_RECEIVED);
  expect(JSON.stringify(posted)).not.toContain(referral.customerProfile.team[0].email);
  expect((await program.channel()).filter((one) => one.from.bot && one.id === posted.id)).toHaveLength(1);
});

it('Accept in a dialog: the card changes for all, first sent, then confirmed; the owner has the deal in the chat', async () => {
  const { id } = await card();
  const { dialog } = await program.act({ person: 'Megan Bowen', activity: id, button: 'Accept' });
  expect(dialog.title).toContain('Accept');
  await program.act({ person: 'Megan Bowen', activity: id, button: 'Accept', inputs: DEAL });
  await program.advance('PT0S');
  expect(textOf(await card())).toMatch(/not yet confirmed|sending…/);
  await program.settle();
  await expectConfirmed();
  expect(textOf((await program.chat('Megan Bowen')).at(-1))).toContain('Eighty seats');
  expect((await card()).updates).toBeGreaterThan(0);
});

it('Accept in typed words: one question after another, everything repeated back, then saved', async () => {
  const say = async (text: string): Promise<string> => {
    const { activities } = await program.act({ person: 'Megan Bowen', conversation: 'personal', text });
    return activities.map((one: Loose) => textOf(one)).join('\n');
  };
  expect(await say(`accept ${customer()}`)).toMatch(/What shall the deal be called/);
  expect(await say('Eighty seats')).toMatch(/What is the deal worth/);
  expect(await say('soon')).toMatch(/amount|number|value/i);
  expect(await say('40k eur')).toMatch(/close/i);
  expect(await say('30 april')).toMatch(/looking for|notes/i);
  const summary = await say('Wants a demo');
  expect(summary).toContain('Eighty seats');
  expect(summary).toContain('40,000');
  await say('save');
  await program.settle();
  await expectConfirmed();
});

it('two people save at once: one owner, the other is told who was first and gets back what they wrote', async () => {
  const { id } = await card();
  const people = ['Megan Bowen', 'Diego Siciliani'];
  for (const person of people) await program.act({ person, activity: id, button: 'Accept' });
  const answers = await Promise.all(
    people.map((person) =>
      program.act({ person, activity: id, button: 'Accept', inputs: { ...DEAL, name: `By ${person}` } }),
    ),
  );
  await program.settle();
  const [owner] = /Megan Bowen|Diego Siciliani/.exec(textOf(await card())) ?? [];
  const loser = people.findIndex((person) => person !== owner);
  const told = JSON.stringify(answers[loser]);
  expect(told).toContain(owner);
  expect(told).toContain(`By ${people[loser] ?? ''}`);
  expect((await program.partnerCenter(referral.id)).name).toBe(`By ${owner ?? ''}`);
});

it('Save delivered twice is one acceptance', async () => {
  const { id } = await card();
  await program.act({ person: 'Megan Bowen', activity: id, button: 'Accept' });
  const { body } = await program.act({
    person: 'Megan Bowen',
    activity: id,
    button: 'Accept',
    inputs: DEAL,
    repeat: 2,
  });
  await program.settle();
  await expectConfirmed();
  expect(JSON.stringify(body)).not.toMatch(/taken|already/i);
});

it('Decline: with a reason, the card says so, Partner Center has it, the owner-less referral is archived', async () => {
  const { id } = await card();
  const { dialog } = await program.act({ person: 'Diego Siciliani', activity: id, button: 'Decline' });
  expect(JSON.stringify(dialog.card)).toContain('Decline and tell the customer');
  await program.act({
    person: 'Diego Siciliani',
    activity: id,
    button: 'Decline and tell the customer',
    inputs: { reason: '5' },
  });
  await program.settle();
  expect(buttonsOf(await card())).toEqual(['Undo', 'Details', 'Open in Partner Center']);
  await program.advance('PT1M');
  expect(await program.partnerCenter(referral.id)).toMatchObject({ status: 'Closed', substatus: 'Declined' });
  expect(textOf(await card())).toMatch(/declined/i);
  expect(buttonsOf(await card())).toEqual(['New deal like this', 'Details', 'Open in Partner Center']);
});

it('Contact: name, phone and e-mail for that person only; the thread says who is contacting the customer', async () => {
  const { id } = await card();
  const { dialog } = await program.act({ person: 'Diego Siciliani', activity: id, button: 'Contact' });
  expect(JSON.stringify(dialog.card)).toContain(referral.customerProfile.team[0].email);
  await program.settle();
  const thread = (await program.channel()).filter((one) => one.thread === id);
  expect(thread.map(textOf).join('\n')).toMatch(/Diego Siciliani.*contacting/);
  expect(JSON.stringify(await program.channel())).not.toContain(referral.customerProfile.team[0].email);
});

it('accepted in Partner Center itself: the card follows', async () => {
  await program.patch(`/sandbox/partner-center/v1.0/engagements/referrals/${referral.id}`, [
    { op: 'replace', path: '/name', value: 'From the portal' },
    { op: 'replace', path: '/details/dealValue', value: 10 },
    { op: 'replace', path: '/details/currency', value: 'USD' },
    { op: 'replace', path: '/details/closingDateTime', value: '2026-04-01T00:00:00Z' },
    { op: 'replace', path: '/status', value: 'Active' },
    { op: 'replace', path: '/substatus', value: 'Accepted' },
  ]);
  await program.settle();
  expect(textOf(await card())).toContain('From the portal');
  expect(buttonsOf(await card())).toContain('I called');
});

it('"my active deals" in the channel and in the chat', async () => {
  const { id } = await card();
  await program.act({ person: 'Megan Bowen', activity: id, button: 'Accept' });
  await program.act({ person: 'Megan Bowen', activity: id, button: 'Accept', inputs: DEAL });
  await program.settle();
  const { activities } = await program.act({
    person: 'Megan Bowen',
    conversation: 'personal',
    text: 'my active deals',
  });
  expect(activities.map(textOf).join('\n')).toMatch(/40,000[^]*Eighty seats/);
  const other = await program.act({
    person: 'Diego Siciliani',
    conversation: 'Referrals',
    text: 'My active deals, please!',
  });
  expect(other.activities.map(textOf).join('\n')).toMatch(/no /i);
});
