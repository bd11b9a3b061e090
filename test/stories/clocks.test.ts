import {
  accept,
  cardsFor,
  LIDIA,
  MANAGER,
  MEGAN,
  ON_RECEIVED,
  offForDays,
  repliesTo,
  say,
  threadOf,
} from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;
const customer = (): string => referral.customerProfile.name;
const card = async (): Promise<Loose> => cardOf(await program.channel(), customer());
const replies = async (): Promise<string[]> => repliesTo(program, (await card()).id);
const managerCards = (): Promise<Loose[]> => cardsFor(program, MANAGER, customer());
const lastFor = async (person: string): Promise<string> =>
  textOf((await cardsFor(program, person, customer())).at(-1));

async function begin(details: Loose = {}, env = {}): Promise<void> {
  program = await startProgram(env);
  referral = await program.sample('customer-inquiry', { details });
  await program.settle();
}
const AT = '<at>Megan Bowen</at>';

afterEach(() => program.stop());

describe('the 24 hours to answer', () => {
  beforeEach(() => begin({ customerRequestedContact: false }));

  it('12 hours before the end the card says so, 4 hours before the thread, 2 hours before the manager', async () => {
    await program.advance('PT11H50M');
    expect(textOf(await card())).toContain('New lead · answer by Tue 09:00\n');
    await program.advance('PT10M');
    expect(JSON.stringify((await card()).attachments)).toContain('"color":"Warning"');
    expect(await replies()).toEqual([]);
    await program.advance('PT8H');
    expect(await replies()).toEqual([
      `${AT} Nobody has answered ${customer()} yet. Answer by Tue 09:00 — 4 hours left.`,
    ]);
    expect(await managerCards()).toEqual([]);
    await program.advance('PT2H');
    const [told] = await managerCards();
    expect(textOf(told)).toContain(`${customer()}: 2 hours left to answer`);
    expect(textOf(told)).toContain('Answer by Tue 09:00. Who answers: Megan Bowen.');
    // In a chat it is one person's card: it can be a favourite of theirs.
    expect(buttonsOf(told)).toEqual([...ON_RECEIVED.slice(0, -1), 'Favourite', ...ON_RECEIVED.slice(-1)]);
    expect(await replies()).toHaveLength(1);
  });

  it('once they are over the card and the manager know it; it can still be accepted, and is reminded of no more', async () => {
    await program.advance('PT24H');
    expect(textOf(await card())).toContain('New lead · overdue since Tue 09:00');
    // The one before, of two hours left, was taken off.
    expect(await managerCards()).toHaveLength(1);
    expect(await lastFor(MANAGER)).toContain(`${customer()}: nobody has answered in time`);
    await accept(program, (await card()).id);
    const before = (await replies()).length;
    await program.advance('P13D');
    expect(await replies()).toHaveLength(before);
    expect(await managerCards()).toHaveLength(1);
    // It has gone on with the referral.
    expect(buttonsOf((await managerCards())[0])).toContain('Close deal');
    expect(await lastFor(MANAGER)).not.toContain('nobody has answered');
    expect(textOf(await card())).not.toMatch(/nswer by|xpires/);
  });

  it('a reminder mentions who answers, by the id that Teams knows them by', async () => {
    await program.advance('PT20H');
    const [reminder] = await threadOf(program, (await card()).id);
    const megan = (await program.get('/sandbox/people')).find((one: Loose) => one.name === MEGAN);
    expect(reminder.entities).toEqual([
      { type: 'mention', text: AT, mentioned: { id: megan.id, name: MEGAN } },
    ]);
  });
});

describe('the 72 hours to contact a customer who asks for it', () => {
  beforeEach(() => begin({ customerRequestedContact: true }));

  it('are reminded of after 1 and 4 hours and 24 and 4 hours before the end, where the manager hears too', async () => {
    await program.advance('PT4H');
    const asks = `${AT} ${customer()} asks to be contacted. Contact them by Thu 09:00`;
    const press = 'Press Contact to see how, and I called when you have.';
    expect(await replies()).toEqual([
      `${asks} — 2 days 23 hours left. ${press}`,
      `${asks} — 2 days 20 hours left. ${press}`,
    ]);
    await program.advance('PT44H');
    expect((await replies()).at(-1)).toBe(`${asks} — 1 day left. ${press}`);
    await program.advance('PT20H');
    expect((await replies()).at(-1)).toBe(`${asks} — 4 hours left. ${press}`);
    expect(await lastFor(MANAGER)).toContain(`${customer()}: 4 hours left to contact them`);
  });

  it('outlast Accept: the owner is reminded then, and the card says so on', async () => {
    await accept(program, (await card()).id, 'Diego Siciliani');
    expect(textOf(await card())).toContain('🔥 Asks to be contacted · contact by Thu 09:00');
    await program.advance('PT4H');
    const told = await threadOf(program, (await card()).id);
    expect(told).toHaveLength(2);
    expect(told.map((one) => one.entities[0].mentioned.name)).toEqual(['Diego Siciliani', 'Diego Siciliani']);
  });

  const called = async (id: string, result: string): Promise<void> => {
    await program.act({ person: 'Diego Siciliani', activity: id, button: 'Contact' });
    await program.act({ person: 'Diego Siciliani', activity: id, button: 'I called' });
    await program.act({ person: 'Diego Siciliani', activity: id, button: 'Save', inputs: { result } });
    await program.settle();
  };

  it('go on when nobody was reached: flame and reminders stay, and the thread knows who tried', async () => {
    await called((await card()).id, 'not-reached');
    expect(textOf(await card())).toContain('🔥');
    expect(textOf(await card())).toContain('Diego Siciliani, Mon 09:00: not reached');
    expect((await replies()).at(-1)).toBe(`Diego Siciliani has called ${customer()} and did not reach them.`);
    await program.advance('PT72H');
    expect((await replies()).filter((text) => text.includes('asks to be contacted'))).not.toEqual([]);
  });

  it('end when they were reached, before Accept as well: no flame, no reminder, and the thread knows who did', async () => {
    await called((await card()).id, 'reached');
    expect(textOf(await card())).not.toContain('🔥');
    expect((await replies()).at(-1)).toBe(`Diego Siciliani has called ${customer()} and reached them.`);
    await program.advance('PT72H');
    expect((await replies()).filter((text) => text.includes('contact them'))).toEqual([]);
    expect((await managerCards()).map(textOf).join()).not.toContain('to contact them');
  });

  it('over, the flame turns into what is overdue', async () => {
    await program.advance('PT72H');
    expect(textOf(await card())).toContain('asks to be contacted · overdue since Tue 09:00');
    await accept(program, (await card()).id);
    expect(textOf(await card())).toContain('Contact overdue since Thu 09:00');
    expect(textOf(await card())).not.toContain('🔥');
  });

  it('are no matter of somebody outside the team', async () => {
    const { id } = await card();
    const answer = await program.act({ person: LIDIA, activity: id, button: 'Contact', unchecked: true });
    expect(JSON.stringify(answer)).toContain('This belongs to a desk that you are not a member of.');
    expect(JSON.stringify(answer)).not.toContain(referral.customerProfile.team[0].email);
  });
});

describe('the 14 days', () => {
  const expiring = ['6 days 20 hours', '3 days', '1 day', '4 hours'];

  it('are reminded of at 7, 3 and 1 days and 4 hours before the end; the manager hears the last three', async () => {
    await begin({ customerRequestedContact: false });
    const heard: (string | undefined)[] = [];
    for (const wait of ['P10D', 'P1D', 'P2D', 'PT20H']) {
      await program.advance(wait);
      const cards = await managerCards();
      expect(cards).toHaveLength(1);
      heard.push(/: (.*) left before/.exec(textOf(cards[0]))?.[1]);
    }
    expect(heard).toEqual([undefined, ...expiring.slice(1)]);
    await program.advance('PT3H');
    const told = (await replies()).filter((text) => text.includes('expires'));
    expect(told.map((text) => /— (.*) left/.exec(text)?.[1])).toEqual(['7 days', ...expiring.slice(1)]);
  });

  it('end where Partner Center says so: the card is archived, thread and manager hear it once, it is in the archive', async () => {
    await begin({ customerRequestedContact: false });
    await program.advance('P14D');
    await program.settle();
    expect(textOf(await card())).toContain('Nobody answered in time');
    expect(buttonsOf(await card())).toEqual(['New deal like this', 'Details', 'Open in Partner Center']);
    const said = `${customer()} has expired: nobody answered before its date. Nothing can be changed any more.`;
    const told = (await replies()).filter((text) => text.includes('has expired'));
    expect(told).toEqual([said]);
    const heard = (await managerCards()).map(textOf);
    expect(heard.filter((text) => text.includes(said))).toHaveLength(1);
    expect(await say(program, MEGAN, 'archive')).toMatch(new RegExp(`${customer()}[^]*Expired`));
    expect(await say(program, MEGAN, 'inbox')).not.toContain(customer());
    await program.advance('P30D');
    expect(await replies()).toHaveLength(5 + 1);
  });

  it('are those of the record where it names another end', async () => {
    program = await startProgram();
    referral = await program.sample('marketing-qualified', { expirationDateTime: '2026-03-07T08:00:00Z' });
    await program.settle();
    await program.advance('P2D');
    expect(textOf(await card())).toContain('Expires Sat 09:00');
    expect((await replies()).at(-1)).toContain(`${customer()} expires Sat 09:00 — 3 days left.`);
    await program.advance('P3D');
    expect(textOf(await card())).toContain('Nobody answered in time');
  });

  it('end by themselves where the desk stands alone', async () => {
    program = await startProgram({ PARTNER_CENTER: 'none', INTAKE_KEY: 'k' });
    const lead = {
      id: 'alone-1',
      createdDateTime: '2026-03-02T08:00:00Z',
      customerProfile: { name: 'Alone Ltd' },
    };
    const key = { authorization: 'Bearer k' };
    expect((await program.post('/api/referrals', lead, key)).status).toBe(201);
    await program.advance('P14D');
    const alone = cardOf(await program.channel(), 'Alone Ltd');
    expect(textOf(alone)).toContain('Nobody answered in time');
    expect((await repliesTo(program, alone.id)).filter((text) => text.includes('has expired'))).toHaveLength(
      1,
    );
    expect(await say(program, MEGAN, 'archive')).toContain('Alone Ltd');
  });
});

describe('after an outage', () => {
  it('of 70 hours one message to each says how things stand now', async () => {
    await begin({ customerRequestedContact: true });
    await program.stop();
    await offForDays(program.folder, 70 / 24);
    program = await startProgram({}, program.folder);
    await program.settle();
    expect(await replies()).toEqual([
      `${AT} Nobody has answered ${customer()} yet. The answer was due Tue 09:00: accept or decline it now. Contact by Thu 09:00.`,
    ]);
    expect(await managerCards()).toHaveLength(1);
    expect(await lastFor(MANAGER)).toContain('The answer was due Tue 09:00');
  });

  it('longer than the 14 days it is over, with one message', async () => {
    await begin({ customerRequestedContact: true });
    await program.stop();
    await offForDays(program.folder, 15);
    program = await startProgram({}, program.folder);
    await program.settle();
    expect(textOf(await card())).toContain('Nobody answered in time');
    expect((await replies()).filter((text) => !text.includes('has expired'))).toEqual([]);
    expect(await managerCards()).toHaveLength(1);
  });
});
