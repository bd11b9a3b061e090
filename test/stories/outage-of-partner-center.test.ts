import { accept, cardsFor, DEAL, DIEGO, fail, health, MEGAN, ON_RECEIVED, noMoreFaults, say } from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;
const customer = (): string => referral.customerProfile.name;
const card = async (): Promise<Loose> => cardOf(await program.channel(), customer());
const cardText = async (): Promise<string> => textOf(await card());
const record = (): string => `/sandbox/partner-center/v1.0/engagements/referrals/${String(referral.id)}`;
/** Somebody edits it in Partner Center itself. */
async function edit(fields: Record<string, unknown>): Promise<void> {
  const operations = Object.entries(fields).map(([path, value]) => ({ op: 'replace', path, value }));
  const { status, body } = await program.patch(record(), operations);
  if (status >= 300) throw new Error(JSON.stringify(body));
}

beforeEach(async () => {
  program = await startProgram();
  referral = await program.sample('customer-inquiry');
  await program.settle();
});
afterEach(() => program.stop());

const ACCEPTED = {
  name: 'Eighty seats',
  status: 'Active',
  substatus: 'Accepted',
  details: {
    dealValue: 40000,
    currency: 'EUR',
    closingDateTime: '2026-04-29T22:00:00Z',
    notes: expect.stringMatching(/^2026-03-\d\d, [\w ]+: Wants a demo$/m),
  },
};

async function expectAcceptedOnce(): Promise<void> {
  const stored = await program.partnerCenter(referral.id);
  expect(stored).toMatchObject(ACCEPTED);
  expect(await cardText()).toContain('✓ Accepted');
  expect((await health(program, 'effects')).state).toBe('ok');
  // Nothing is written any more: all waits between tries are over.
  await program.advance('PT3H');
  expect((await program.partnerCenter(referral.id)).eTag).toBe(stored.eTag);
}

it.each([
  ['429 with Retry-After', { answer: 429, retryAfter: 30, times: 2 }],
  ['500', { answer: 500, times: 2 }],
  ['502', { answer: 502, times: 2 }],
  ['503', { answer: 503, times: 2 }],
  ['a web page', { answer: 'html', times: 2 }],
  ['a connection that is cut', { answer: 'reset', times: 2 }],
  ['412', { answer: 412, times: 2 }],
  ['404', { answer: 404, times: 2 }],
])(
  'an acceptance that Partner Center answers with %s twice is written in the end, once',
  async (_, fault) => {
    await fail(program, { on: 'partner-center', method: 'PATCH', ...fault });
    await accept(program, (await card()).id);
    await program.settle();
    expect(await cardText()).toContain('sending…');
    expect((await program.partnerCenter(referral.id)).status).toBe('New');
    await program.advance('PT30M');
    await expectAcceptedOnce();
  },
);

it.each([
  ['500', { answer: 500 }],
  ['a web page', { answer: 'html' }],
  ['a connection that is cut', { answer: 'reset' }],
])('a write that arrived, with %s instead of its answer, is not written again', async (_, fault) => {
  await fail(program, { on: 'partner-center', method: 'PATCH', after: true, ...fault });
  await accept(program, (await card()).id);
  const { eTag } = await program.partnerCenter(referral.id);
  await program.advance('PT10M');
  await expectAcceptedOnce();
  expect((await program.partnerCenter(referral.id)).eTag).toBe(eTag);
});

it('no answer at all is given up after 8 seconds, looked at, and written', async () => {
  await fail(program, { on: 'partner-center', method: 'PATCH', answer: 'hang' });
  await accept(program, (await card()).id);
  await program.advance('PT5M');
  await expectAcceptedOnce();
});

it('while it answers nothing for hours, people go on; reminders say as of when they speak; health says why', async () => {
  await fail(program, { on: 'partner-center', answer: 503, times: 10_000 });
  await program.advance('PT20H');
  const thread = (await program.channel()).filter((one) => one.thread !== null).map(textOf);
  expect(thread.filter((text) => text.includes(customer())).at(-1)).toContain(
    'As Partner Center had it Mon 09:00.',
  );
  await accept(program, (await card()).id);
  await program.settle();
  expect(await cardText()).toMatch(/sending…[^]*Eighty seats/);
  expect(await health(program, 'partner-center')).toMatchObject({
    state: 'degraded',
    detail: expect.stringContaining('503'),
  });
  expect((await fetch(`${program.url}/health/ready`)).status).toBe(200);
  await noMoreFaults(program);
  await program.advance('PT2H');
  expect((await health(program, 'partner-center')).state).toBe('ok');
  await expectAcceptedOnce();
});

it.each([[401], [403], [404], [429], [500], ['html'], ['reset']])(
  'Partner Center answers %s when it is asked for news: health says so, and what is new comes afterwards, once',
  async (answer) => {
    await fail(program, { on: 'partner-center', method: 'GET', answer, times: 2 });
    const late = (await program.sample('marketing-qualified')).customerProfile.name;
    await program.advance('PT0S');
    expect(await health(program, 'partner-center')).toMatchObject({ state: 'degraded' });
    for (let minutes = 0; minutes < 3; minutes += 1) await program.advance('PT1M');
    const cards = (await program.channel()).filter(
      (one) => one.thread === null && textOf(one).includes(late),
    );
    expect(cards).toHaveLength(1);
    expect(await health(program, 'partner-center')).toMatchObject({ state: 'ok' });
  },
);

it('after a week without an answer its author hears so, with what they wrote, and it is open again', async () => {
  await fail(program, { on: 'partner-center', answer: 503, times: 10_000 });
  await accept(program, (await card()).id);
  await program.advance('P7DT3H');
  await noMoreFaults(program);
  const told = (await cardsFor(program, MEGAN, customer())).map(textOf).join('\n');
  expect(told).toMatch(/could not be brought to Partner Center[^]*Eighty seats/);
  expect(buttonsOf(await card())).toContain('Accept');
  expect((await program.partnerCenter(referral.id)).status).toBe('New');
});

it('signed out, it waits for the sign-in, health says so, and it goes on as soon as Partner Center answers again', async () => {
  await fail(program, { on: 'partner-center', method: 'PATCH', answer: 401 });
  await accept(program, (await card()).id);
  await program.settle();
  expect((await health(program, 'effects')).detail).toContain('1 referrals wait until signed-in');
  expect(await cardText()).toContain('sending…');
  // Anything new there makes it ask: it answers.
  await program.sample('marketing-qualified');
  await program.advance('PT10S');
  await expectAcceptedOnce();
});

it('a refusal is told to its author, with what they wrote, and the referral is open again', async () => {
  const body = { error: { code: 'invalidRequest', message: 'dealValue is too low for this campaign.' } };
  // Together, and then the fields alone.
  await fail(program, { on: 'partner-center', method: 'PATCH', answer: 400, body, times: 2 });
  await accept(program, (await card()).id, DIEGO);
  await program.settle();
  const told = textOf((await cardsFor(program, DIEGO, customer())).at(-1));
  expect(told).toContain(`${customer()}: your change was not taken`);
  expect(told).toContain('Partner Center says: dealValue is too low for this campaign.');
  for (const written of ['Eighty seats', '€40,000', '30 Apr 2026', 'Wants a demo'])
    expect(told).toContain(written);
  expect(buttonsOf(await card())).toEqual(ON_RECEIVED);
  expect(await cardText()).toContain('Nobody has it yet');
  await accept(program, (await card()).id, DIEGO);
  await program.advance('PT10S');
  await expectAcceptedOnce();
});

it('an account that may not write is told apart from a wrong value', async () => {
  await fail(program, { on: 'partner-center', method: 'PATCH', answer: 403 });
  await accept(program, (await card()).id);
  await program.settle();
  const told = textOf((await cardsFor(program, MEGAN, customer())).at(-1));
  expect(told).toContain('Ask your admin for the role "Referrals admin"');
});

it('a referral that Partner Center no longer has is said to be gone, and its author gets back what they wrote', async () => {
  await fail(program, { on: 'partner-center', answer: 404, method: 'PATCH' });
  await fail(program, { on: 'partner-center', answer: 404, method: 'GET', times: 50 });
  await accept(program, (await card()).id);
  await program.settle();
  expect(await cardText()).toContain('Partner Center no longer shows this referral.');
  const told = (await cardsFor(program, MEGAN, customer())).map(textOf).join('\n');
  expect(told).toMatch(/it is no longer there\.[^]*Eighty seats/);
  // Nobody can answer it: it waits in no inbox.
  expect(await say(program, MEGAN, 'inbox')).not.toContain(customer());
});

describe('changed on both sides', () => {
  it('other fields there and here: both stand', async () => {
    await program.act({ person: MEGAN, activity: (await card()).id, button: 'Accept' });
    await fail(program, { on: 'partner-center', method: 'PATCH', answer: 503 });
    await program.act({ person: MEGAN, activity: (await card()).id, button: 'Accept', inputs: DEAL });
    await program.settle();
    await edit({ '/externalReferenceId': 'CRM-7' });
    await program.advance('PT10M');
    expect(await program.partnerCenter(referral.id)).toMatchObject({
      ...ACCEPTED,
      externalReferenceId: 'CRM-7',
    });
    expect(await cardText()).toContain('✓ Accepted');
  });

  it('the same field there and here: what stands there holds, and who wrote here sees both', async () => {
    await fail(program, { on: 'partner-center', method: 'PATCH', answer: 503, retryAfter: 60 });
    await accept(program, (await card()).id);
    await program.advance('PT0S');
    await edit({ '/name': 'Written in Partner Center' });
    await program.advance('PT10M');
    expect(await program.partnerCenter(referral.id)).toMatchObject({
      name: 'Written in Partner Center',
      status: 'Active',
      details: { dealValue: 40000 },
    });
    const told = (await cardsFor(program, MEGAN, customer())).map(textOf).join('\n');
    expect(told).toContain('was changed here and in Partner Center at the same time');
    expect(told).toMatch(/Yours[^]*Eighty seats[^]*Written in Partner Center/);
  });

  it('accepted there while it was on its way from here: told who wrote, with what they wrote', async () => {
    await fail(program, { on: 'partner-center', method: 'PATCH', answer: 503, retryAfter: 60 });
    await accept(program, (await card()).id);
    await program.advance('PT0S');
    await edit({
      '/name': 'From the portal',
      '/details/dealValue': 10,
      '/details/currency': 'USD',
      '/details/closingDateTime': '2026-04-01T00:00:00Z',
      '/status': 'Active',
      '/substatus': 'Accepted',
    });
    await program.advance('PT10M');
    expect((await program.partnerCenter(referral.id)).name).toBe('From the portal');
    expect(await cardText()).toContain('From the portal');
    const told = (await cardsFor(program, MEGAN, customer())).map(textOf).join('\n');
    expect(told).toMatch(/changed here and in Partner Center|somebody has answered it there/);
    expect(told).toContain('Eighty seats');
  });

  it('declined there while it was on its way from here: it is over, and what was written is given back', async () => {
    await fail(program, { on: 'partner-center', method: 'PATCH', answer: 503, retryAfter: 60 });
    await accept(program, (await card()).id);
    await program.advance('PT0S');
    await edit({ '/status': 'Closed', '/substatus': 'Declined', '/statusReason': 'Others' });
    await program.advance('PT10M');
    expect((await program.partnerCenter(referral.id)).substatus).toBe('Declined');
    expect(buttonsOf(await card())).toEqual(['New deal like this', 'Details', 'Open in Partner Center']);
    const told = (await cardsFor(program, MEGAN, customer())).map(textOf).join('\n');
    expect(told).toMatch(/nothing can be changed any more[^]*Eighty seats/);
  });
});
