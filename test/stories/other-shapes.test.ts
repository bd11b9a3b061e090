import { accept, DEAL, DIEGO, fail, MEGAN, noMoreFaults, repliesTo, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

/** Partner Center's records in the other shapes that occur: consents with capitals, values as text, null for whatever is nothing. */
const SHAPES = ['pascal-consent', 'text-values', 'nulls'];

let program: Program;
beforeAll(async () => {
  program = await startProgram();
  await program.settle();
});
afterAll(() => program.stop());
afterEach(() => noMoreFaults(program));

const inOtherShapes = async (): Promise<void> => {
  for (const answer of SHAPES) await fail(program, { on: 'partner-center', answer });
};

async function comes(kind: string, name: string, over: Loose = {}): Promise<Loose> {
  const sample = await program.sample(kind, { customerProfile: { name }, ...over });
  await program.settle();
  return { sample, card: cardOf(await program.channel(), name) };
}

it('the API sends them so, each by itself', async () => {
  const own = { details: { dealValue: 40_000, customerRequestedContact: true }, team: [] };
  const { id } = await program.sample('partner-led', own);
  const plain = await program.partnerCenter(id);
  expect(plain).toMatchObject({ team: [], consent: { consentToShareReferralWithMicrosoftSellers: true } });
  expect(plain.updatedDateTime).toMatch(/\.\d{7}Z$/);
  await inOtherShapes();
  const sent = await program.partnerCenter(id);
  expect(sent.consent).toMatchObject({ ConsentToShareReferralWithMicrosoftSellers: true });
  expect(sent.details).toMatchObject({ dealValue: '40000', customerRequestedContact: 'true' });
  expect(sent).toMatchObject({ id, team: null, tags: null, isSpam: null, registrations: null });
  const list = await program.get('/sandbox/partner-center/v1.0/engagements/referrals');
  expect(list.value.find((one: Loose) => one.id === id)).toEqual(sent);
});

it('a lead in them has its card, and is accepted', async () => {
  await inOtherShapes();
  const { sample, card } = await comes('customer-inquiry', 'Null Ltd', {
    details: { customerRequestedContact: true },
  });
  expect(textOf(card)).toContain('asks to be contacted');
  await accept(program, card.id);
  await program.advance('PT10M');
  expect(textOf(cardOf(await program.channel(), 'Null Ltd'))).toMatch(/✓ Accepted[^]*40,000/);
  expect((await repliesTo(program, card.id)).join()).not.toContain('Changed in Partner Center');
  await noMoreFaults(program);
  expect(await program.partnerCenter(sample.id)).toMatchObject({
    status: 'Active',
    details: { dealValue: 40_000, currency: DEAL.currency },
  });
});

it('a deal is the kind that it was, and another shape of it is no change', async () => {
  const { card } = await comes('partner-led', 'Shape Ltd', {
    details: { dealValue: 12_000, currency: 'EUR' },
    createdDateTime: '2026-03-02T08:00:00Z',
  });
  const before = textOf(card);
  expect(before).toContain('12,000');
  await inOtherShapes();
  await program.sample('customer-inquiry');
  await program.advance('PT10M');
  expect(await say(program, MEGAN, 'show shape ltd')).toContain('12,000');
  expect(textOf(cardOf(await program.channel(), 'Shape Ltd'))).toBe(before);
  expect(await repliesTo(program, card.id)).toEqual([]);
});

it('what Microsoft’s sellers may see is written, and read back as done', async () => {
  await inOtherShapes();
  const { sample, card } = await comes('private', 'Private Ltd', { createdDateTime: '2026-03-02T08:00:00Z' });
  const press = { person: DIEGO, activity: card.id, button: "Show it to Microsoft's sellers" };
  await program.act(press);
  await program.act({ ...press, inputs: {} });
  await program.advance('PT20M');
  const now = textOf(cardOf(await program.channel(), 'Private Ltd'));
  expect(now).toContain('✓');
  const happened = (await say(program, DIEGO, 'show private ltd')).split('What happened')[1] ?? '';
  expect(happened.match(/sent|wrote|written|confirmed/gi)).toHaveLength(2);
  await noMoreFaults(program);
  expect((await program.partnerCenter(sample.id)).consent).toMatchObject({
    consentToShareReferralWithMicrosoftSellers: true,
  });
});
