import { accept, DIEGO, MEGAN, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
const hears = (text: string): Promise<string> => say(program, MEGAN, text);

async function comes(name: string, contact?: string, more: Loose = {}): Promise<Loose> {
  const team = contact === undefined ? [] : [{ firstName: contact, lastName: 'Berg', email: 'x@y.example' }];
  const referral = await program.sample('customer-inquiry', {
    customerProfile: { name, team },
    ...more,
  });
  await program.settle();
  return referral;
}

async function acceptedByDiego(name: string, more: Loose = {}): Promise<void> {
  await comes(name, undefined, more);
  await accept(program, cardOf(await program.channel(), name).id, DIEGO);
  await program.settle();
}

/** What is said under a customer's card, with a mention. */
async function underCard(name: string, text: string): Promise<string> {
  const { id } = cardOf(await program.channel(), name);
  const { activities } = await program.act({ person: MEGAN, conversation: 'Referrals', thread: id, text });
  return activities.map(textOf).join('\n');
}

beforeEach(async () => {
  program = await startProgram();
  await hears('hello');
});
afterEach(() => program.stop());

describe('words that name a customer', () => {
  it('mean them, in whatever stage, before a contact of that name: why it is not possible is said, nothing is opened', async () => {
    await acceptedByDiego('Nod Publishers');
    await comes('Contoso', 'Nodberg');
    const answer = await hears('decline nod');
    expect(answer).toMatch(/^Nod Publishers is Diego Siciliani's since Mon \d\d:\d\d\./m);
    expect(answer).not.toMatch(/Contoso|Why do you decline/);
    expect(await hears('5')).toMatch(/I do not know/);
  });

  it('are asked about when they fit several customers as well', async () => {
    await acceptedByDiego('Nod Publishers');
    await comes('Nod Books');
    expect(await hears('decline nod')).toMatch(/Which one do you mean\?[^]*Nod/);
  });

  it('mean, of one customer, the referral that it can be done to', async () => {
    await acceptedByDiego('Litware');
    await comes('Litware');
    expect(await hears('accept litware')).toMatch(/^Accept Litware\. What shall the deal be called/);
  });

  it('show that referral when nothing else is said', async () => {
    await comes('Litware Insurance', 'Nodberg');
    expect(await hears('Litware Insurance!')).toMatch(/Litware Insurance[^]*nswer by/);
    expect(await hears('litw')).toMatch(/Litware Insurance[^]*nswer by/);
    expect(await hears('nodberg')).toMatch(/I do not know "nodberg"/);
    expect(await hears('inbx')).toMatch(/Did you mean/);
  });
});

describe('an answer said with the command', () => {
  it('works at once where one answer is all', async () => {
    await comes('Wingtip Toys', undefined, { details: { customerRequestedContact: true } });
    expect(await hears('called wingtip reached')).toMatch(
      /^Noted\. Thank you for contacting Wingtip Toys\./m,
    );
    await program.settle();
    expect(await hears('show wingtip')).toMatch(/Megan Bowen, Mon \d\d:\d\d: reached/);
    expect(await hears('called wingtip toys not reached')).toMatch(/Wingtip Toys/);
    await program.settle();
    expect(await hears('show wingtip')).toMatch(/Megan Bowen, Mon \d\d:\d\d: not reached/);
  });

  it('fills in its field where more is asked, and is nothing where it is no answer', async () => {
    await comes('Wingtip Toys');
    expect(await hears('accept wingtip zebra')).toMatch(/Nothing matches "wingtip zebra"/);
    expect(await hears('accept wingtip 40k eur')).toMatch(/Accept Wingtip Toys\. Noted:.*40,000.*be called/);
  });
});

describe('said under a card', () => {
  it('means that referral', async () => {
    await comes('Litware');
    await comes('Fabrikam');
    expect(await underCard('Litware', 'show')).toMatch(/Litware/);
    expect(await underCard('Litware', 'accept')).toMatch(/goes on in our personal chat/);
    expect(textOf((await program.chat(MEGAN)).at(-1))).toMatch(/^Accept Litware\./);
    await hears('cancel');
    expect(await underCard('Fabrikam', 'called reached')).toMatch(/answered in our personal chat/);
    expect(textOf((await program.chat(MEGAN)).at(-1))).toMatch(/Thank you for contacting Fabrikam/);
  });

  it('of one that somebody holds says whose it is', async () => {
    await acceptedByDiego('Litware');
    await underCard('Litware', 'decline');
    expect(textOf((await program.chat(MEGAN)).at(-1))).toMatch(/^Litware is Diego Siciliani's since/m);
  });
});

describe('lists', () => {
  it('inbox begins with what is overdue; expiring has answers, contacts and expiry within three days', async () => {
    const soon = '2026-03-04T08:00:00Z';
    await comes('Adatum', undefined, { expirationDateTime: '2026-03-20T08:00:00Z' });
    await acceptedByDiego('Relecloud', { details: { customerRequestedContact: true } });
    expect(await hears('expiring')).toMatch(/Adatum/);
    expect(await hears('expiring')).toMatch(/Relecloud/);
    await program.advance('P1D');
    await comes('Proseware', undefined, { expirationDateTime: soon });
    const inbox = await hears('inbox');
    expect(inbox.indexOf('Adatum')).toBeGreaterThan(-1);
    expect(inbox.indexOf('Adatum')).toBeLessThan(inbox.indexOf('Proseware'));
    const expiring = await hears('expiring');
    expect(expiring).toMatch(/Proseware/);
    expect(expiring).not.toMatch(/Adatum/);
  });
});

it('a deal of one’s own is found also when its desk cannot be reached; others read why theirs is not', async () => {
  await acceptedByDiego('Nod Publishers');
  await comes('Nod Books');
  await program.post('/sandbox/team/bot', { installed: false });
  await program.settle();
  for (const words of ['show nod', 'Nod Publishers', 'edit nod publishers'])
    expect(await say(program, DIEGO, words)).toContain('Nod Publishers');
  expect(await say(program, DIEGO, 'show nod books')).not.toContain('Nod Books');
  expect(await hears('show nod publishers')).toMatch(/taken out of its team|no longer reach|cannot reach/);
});
