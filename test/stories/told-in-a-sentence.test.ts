import { accept, LIDIA, MEGAN, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;
const record = (): Promise<Loose> => program.partnerCenter(referral.id);

async function lead(name: string): Promise<void> {
  referral = await program.sample('customer-inquiry', { customerProfile: { name, team: [] } });
  await program.settle();
}

async function deal(name: string): Promise<void> {
  await lead(name);
  await accept(program, cardOf(await program.channel(), name).id);
  await program.advance('PT1M');
}

/** Says it in the personal chat; the form that it fills in. */
async function tells(text: string, person = MEGAN): Promise<Loose> {
  const { activities } = await program.act({ person, conversation: 'personal', text });
  return activities.at(-1);
}

/** What stands in the form's inputs, by id; empty ones left out. */
function inputsOf(activity: Loose): Loose {
  const found: [string, string][] = [];
  const walk = (node: Loose): void => {
    if (typeof node !== 'object' || node === null) return;
    if (typeof node.type === 'string' && node.type.startsWith('Input.') && node.value)
      found.push([node.id, node.value]);
    Object.values(node).forEach((one) => {
      walk(one as Loose);
    });
  };
  walk(activity.attachments?.[0]?.content);
  return Object.fromEntries(found);
}

beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.stop());

describe('what came of a call, told in one sentence', () => {
  it('fills in a form; nothing changes before Save, then all of it is kept', async () => {
    await deal('Litware Ltd.');
    const before = await record();
    const form = await tells('called litware, wants 120 seats, 55k, by 31/3');
    expect(textOf(form)).toMatch(/Litware Ltd\.: what came of it/);
    expect(inputsOf(form)).toMatchObject({
      ...{ dealValue: '55000', currency: 'EUR', result: 'reached' },
      notes: 'wants 120 seats, 55k, by 31/3',
    });
    await program.advance('PT1M');
    expect((await record()).eTag).toBe(before.eTag);
    const inputs = { ...inputsOf(form), dealValue: '56k' };
    const done = await program.act({ person: MEGAN, activity: form.id, button: 'Save', inputs });
    expect(JSON.stringify(done)).toMatch(/Kept, on Litware Ltd\./);
    await program.advance('PT1M');
    const after = await record();
    expect(after.details).toMatchObject({
      dealValue: 56_000,
      closingDateTime: expect.stringContaining('-03-'),
    });
    expect(after.details.notes).toMatch(/Megan Bowen: wants 120 seats, 55k, by 31\/3/);
    expect(await say(program, MEGAN, 'show litware')).toMatch(/Called\s+Megan Bowen, .*: reached/);
  });

  it('a new one is accepted by it, and says so before', async () => {
    await lead('Fabrikam');
    const form = await tells('fabrikam: they have 40k eur until end of march');
    expect(textOf(form)).toMatch(/It accepts the referral/);
    const done = await program.act({
      ...{ person: MEGAN, activity: form.id, button: 'Accept' },
      inputs: inputsOf(form),
    });
    expect(JSON.stringify(done)).toMatch(/Kept, on Fabrikam/);
    await program.advance('PT1M');
    expect(await record()).toMatchObject({ status: 'Active', details: { dealValue: 40_000 } });
  });

  it('a mail with a signature brings the contact, too', async () => {
    await deal('Wingtip Sales');
    const form = await tells(
      'Hi Megan,\n\nwe take 80 seats for 30k.\n\nKind regards\nKim Akers\nWingtip Sales\n+49 30 1234567\nkim@wingtip.example',
    );
    const inputs = inputsOf(form);
    expect(inputs).toMatchObject({
      ...{ dealValue: '30000', notes: 'we take 80 seats for 30k.' },
      ...{ contactFirstName: 'Kim', contactLastName: 'Akers', contactEmail: 'kim@wingtip.example' },
    });
    await program.act({ person: MEGAN, activity: form.id, button: 'Save', inputs });
    await program.advance('PT1M');
    expect((await record()).customerProfile.team).toContainEqual(
      expect.objectContaining({ firstName: 'Kim', email: 'kim@wingtip.example' }),
    );
  });

  it('a mail of somebody new there is known by the company under it, or by a colleague’s address', async () => {
    await deal('Proseware Care');
    const signed = 'Hi Megan,\n\nwe take 80 seats for 30k.\n\nBest regards\nPaul Cannon\nIT Lead\n';
    const byCompany = await tells(`${signed}Proseware Care\n+49 30 1234567\npaul@tt-mail.example`);
    expect(inputsOf(byCompany)).toMatchObject({ dealValue: '30000', contactEmail: 'paul@tt-mail.example' });
    const team = [
      { firstName: 'Kim', lastName: 'Akers', phoneNumber: '+49 1', email: 'kim@relecloud-group.example' },
    ];
    referral = await program.sample('customer-inquiry', { customerProfile: { name: 'RC Holding', team } });
    await program.settle();
    const byColleague = await tells(`${signed}+49 30 1234567\npaul@relecloud-group.example`);
    expect(textOf(byColleague)).toMatch(/RC Holding: what came of it/);
    expect(await say(program, MEGAN, `${signed}paul@gmail.com`)).toMatch(/cannot tell whose mail/);
  });

  it('half a contact is refused in the form, and nothing is kept', async () => {
    await deal('Wingtip Sales');
    const before = (await record()).eTag;
    const form = await tells('met wingtip, 30k, in march');
    const inputs = { ...inputsOf(form), contactFirstName: 'Kim', dealValue: 'much' };
    const again = await program.act({ person: MEGAN, activity: form.id, button: 'Save', inputs });
    expect(JSON.stringify(again)).toMatch(/A person needs first name[^]*Kim/);
    await program.advance('PT1M');
    expect((await record()).eTag).toBe(before);
  });

  it('of several that may be meant one is chosen, and what was told is not lost', async () => {
    await deal('Wingtip Toys');
    await deal('Wingtip Sales');
    const asked = await tells('called wingtip, wants a demo, 70k');
    expect(textOf(asked)).toMatch(/Wingtip Toys[^]*Wingtip Sales|Wingtip Sales[^]*Wingtip Toys/);
    const { activities, ...shown } = await program.act({
      ...{ person: MEGAN, activity: asked.id, button: 'Choose Wingtip Sales' },
    });
    expect(JSON.stringify([activities, shown])).toMatch(/70000[^]*wants a demo|wants a demo[^]*70000/);
  });

  it('names, commands and strangers get what they got before', async () => {
    await deal('Litware Ltd.');
    expect(await say(program, MEGAN, 'Litware Ltd.')).not.toMatch(/what came of it/);
    expect(await say(program, MEGAN, 'called litware reached')).toMatch(/Thank you for contacting/);
    expect(await say(program, MEGAN, 'search litware, 40k')).not.toMatch(/what came of it/);
    expect(await say(program, LIDIA, 'called litware, wants 120 seats, 40k')).not.toMatch(/what came of it/);
    expect(
      await say(program, MEGAN, 'Hello,\nno idea whose.\nRegards\nKim Akers\nk@nowhere.example'),
    ).toMatch(/cannot tell whose mail/);
    const inChannel = { person: MEGAN, conversation: 'Referrals', text: 'called litware, wants 40k' };
    expect(JSON.stringify(await program.act(inChannel))).not.toMatch(/what came of it/);
  });
});

describe('told of a customer whom nobody here knows', () => {
  const told = 'called contoso, wants 120 seats, 40k, in march';

  async function pressed(activity: string, button = 'Private deal'): Promise<Loose> {
    const { dialog } = await program.act({ person: MEGAN, activity, button });
    return { attachments: [{ content: dialog.card }] };
  }

  it('offers a new deal with all of it filled in; it is made once the form is saved', async () => {
    const offer = await tells(told);
    expect(textOf(offer)).toMatch(/I know no open referral of contoso[^]*Private deal[^]*Co-sell deal/);
    expect(inputsOf(await pressed(offer.id))).toMatchObject({ customer: 'contoso' });
    const press = (button: string, inputs: Loose): Promise<Loose> =>
      program.act({ person: MEGAN, activity: offer.id, button, inputs });
    const next = await press('Next', { customer: 'Contoso GmbH', country: 'DE' });
    const filled = { attachments: [{ content: next.dialog.card }] };
    expect(inputsOf(filled)).toMatchObject({
      ...{ dealValue: '40000', currency: 'EUR', closeDate: '2026-03-31' },
      notes: 'wants 120 seats, 40k, in march',
    });
    await press('Save', { solution: 'Seats', phone: '+49 228 1234567' });
    await program.settle();
    const all = (await program.get('/sandbox/partner-center/v1.0/engagements/referrals')).value;
    const made = all.find((one: Loose) => one.customerProfile.name === 'Contoso GmbH');
    expect(made.details).toMatchObject({ dealValue: 40_000, notes: expect.stringContaining('120 seats') });
  });

  it('one who was a customer before is filled in, too', async () => {
    const address = { city: 'Berlin', country: 'DE' };
    const past = { status: 'Closed', substatus: 'Won', customerProfile: { name: 'Contoso AG', address } };
    await program.sample('customer-inquiry', past);
    await program.settle();
    const form = await pressed((await tells(told)).id);
    expect(inputsOf(form)).toMatchObject({ seenBefore: 'Contoso AG, Berlin, DE', customer: 'Contoso AG' });
  });

  it.each(['spoke with contoso, they want a demo', 'met contoso: 70k'])(
    '%s: offers it, too',
    async (text) => {
      expect(textOf(await tells(text))).toContain('I know no open referral of contoso');
    },
  );

  it('nothing but a name, a channel, and who has no desk are told that it is not known', async () => {
    expect(await say(program, MEGAN, 'called contoso')).toContain('I know no referral of contoso');
    expect(await say(program, LIDIA, told)).not.toContain('Private deal');
    const there = await program.act({ person: MEGAN, conversation: 'Referrals', text: told });
    expect(JSON.stringify(there)).not.toContain('Private deal');
  });

  it('hostile words stay words', async () => {
    const offer = await tells('called ${x}[a](http://evil.example)\u202E, wants 40k');
    expect(textOf(offer)).not.toContain('\u202E');
    expect(inputsOf(await pressed(offer.id)).customer).toContain('${x}');
  });
});
