import { accept, DEAL, DIEGO, LIDIA, MEGAN, ON_RECEIVED, repliesTo, say } from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;
const card = async (): Promise<Loose> => cardOf(await program.channel(), referral.customerProfile.name);

beforeEach(async () => {
  program = await startProgram();
  referral = await program.sample('customer-inquiry');
  await program.settle();
});
afterEach(() => program.stop());

const untouched = async (): Promise<void> => {
  await program.settle();
  expect((await program.partnerCenter(referral.id)).status).toBe('New');
  expect(buttonsOf(await card())).toEqual(ON_RECEIVED);
  expect(await repliesTo(program, (await card()).id)).toEqual([]);
};

/** Every input of a card by its id, with what stands beside it. */
function fieldsOf(dialog: Loose): Record<string, { value: string; problem: string }> {
  const found: Record<string, { value: string; problem: string }> = {};
  const walk = (part: Loose): void => {
    if (Array.isArray(part)) part.forEach(walk);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
    const input = (part.items ?? []).find((one: Loose) => String(one.type).startsWith('Input.'));
    if (input)
      found[input.id] = { value: input.value, problem: textOf({ attachments: [{ content: part }] }) };
    else Object.values(part).forEach(walk);
  };
  walk(dialog.card);
  return found;
}

describe('the accept form', () => {
  const LONG = 'x'.repeat(10_000);
  it.each([
    ['an empty name', 'name', '   ', '', 'Please fill this in.'],
    ['a value below zero', 'dealValue', '-5', '-5', 'The value cannot be below zero.'],
    [
      'a value of 10^30',
      'dealValue',
      `1${'0'.repeat(30)}`,
      `1${'0'.repeat(30)}`,
      'This is too large an amount.',
    ],
    ['1e30 as a value', 'dealValue', '1e30', '1e30', 'This is'],
    ['an unknown currency', 'currency', 'XYZ', 'XYZ', 'This is not a currency.'],
    ['a close date past', 'closeDate', '2026-03-01', '2026-03-01', 'This date is past.'],
    ['a close date that is none', 'closeDate', '2026-02-31', '2026-02-31', 'This is not a date.'],
    ['words as a date', 'closeDate', 'soon', 'soon', 'This is not a date.'],
    ['10,000 characters of notes', 'notes', LONG, LONG, 'This is too long: at most 4000 characters.'],
  ])('%s: said beside the field, with all that was sent still there', async (_, id, sent, kept, problem) => {
    const activity = (await card()).id;
    await program.act({ person: MEGAN, activity, button: 'Accept' });
    const inputs = { ...DEAL, crmId: 'CRM-1', [id]: sent };
    const answer = await program.act({ person: MEGAN, activity, button: 'Accept', inputs, unchecked: true });
    const fields = fieldsOf(answer.dialog);
    expect(fields[id]?.problem).toContain(`⚠ ${problem}`);
    expect(fields[id]?.value.trim()).toBe(kept);
    for (const [other, value] of Object.entries({ ...DEAL, crmId: 'CRM-1' }).filter(
      ([name]) => name !== id,
    )) {
      expect([other, fields[other]?.value]).toEqual([other, value]);
      expect(fields[other]?.problem).not.toContain('⚠');
    }
    await untouched();
    const put = { ...DEAL, crmId: 'CRM-1' };
    await program.act({ person: MEGAN, activity, button: 'Accept', inputs: put, unchecked: true });
    await program.settle();
    expect((await program.partnerCenter(referral.id)).status).toBe('Active');
  });

  it('many wrong fields are told at once', async () => {
    const activity = (await card()).id;
    const bad = { name: '', dealValue: 'lots', currency: '€€', closeDate: '1.1.1', notes: 'fine' };
    await program.act({ person: MEGAN, activity, button: 'Accept' });
    const answer = await program.act({
      person: MEGAN,
      activity,
      button: 'Accept',
      inputs: bad,
      unchecked: true,
    });
    expect(JSON.stringify(answer.dialog.card).match(/⚠/g)).toHaveLength(4);
    expect(JSON.stringify(answer.dialog.card)).toMatch(
      /Please look again at: .*Estimated value.*What you wrote is kept\./,
    );
  });
});

/** Its actions that reach the bot. */
const sent = (base: Loose): Loose[] =>
  base.attachments[0].content.actions.filter((one: Loose) => one.type !== 'Action.OpenUrl');

describe('a card action', () => {
  const saveOf = (dialog: Loose): Loose => dialog.card.actions.find((one: Loose) => one.title === 'Accept');

  it("with another person's draft saves nothing, and shows nothing of it", async () => {
    const activity = (await card()).id;
    const { dialog } = await program.act({ person: MEGAN, activity, button: 'Accept' });
    await program.act({ person: DIEGO, activity, button: 'Accept' });
    const action = saveOf(dialog);
    const answer = await program.act({ person: DIEGO, activity, action, inputs: DEAL });
    expect(JSON.stringify(answer)).toContain('This form is over, or it is somebody else');
    await untouched();
  });

  it('by somebody outside the team does nothing and shows nothing', async () => {
    const activity = (await card()).id;
    const base = await card();
    for (const action of sent(base)) {
      const answer = await program.act({ person: LIDIA, activity, action, unchecked: true });
      expect(JSON.stringify(answer)).toContain('you are not a member');
      expect(JSON.stringify(answer)).not.toContain(referral.customerProfile.team[0].email);
    }
    await untouched();
  });

  it("of another tenant, with a team member's own object id, does nothing and shows nothing", async () => {
    const base = await card();
    const megan = (await program.get('/sandbox/people')).find((one: Loose) => one.name === MEGAN);
    const tenant = { id: '00000000-0000-0000-0000-00000000000f' };
    for (const { data } of sent(base)) {
      const { status, body } = await program.post('/api/messages', {
        type: 'invoke',
        name: 'task/fetch',
        channelId: 'msteams',
        serviceUrl: `${program.url}/sandbox/teams`,
        from: { id: megan.id, name: MEGAN, aadObjectId: megan.aadObjectId },
        recipient: { id: '28:bot' },
        conversation: { id: base.conversation, conversationType: 'channel', tenantId: tenant.id },
        channelData: { tenant },
        replyToId: base.id,
        value: { data },
      });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain('you are not a member');
    }
    await untouched();
  });

  it.each([
    ['a referral that is not there', { referral: 'sandbox/none' }],
    ['a prototype as referral', { referral: '__proto__' }],
    ['an unknown verb', { do: 'drop-tables' }],
    ['a verb that every object has', { do: 'constructor' }],
    ['a later format', { v: 99 }],
    ['5,000 characters', { words: 'x'.repeat(5_000) }],
  ])('forged with %s is answered in words and does nothing', async (_, forged) => {
    const base = await card();
    const [action] = base.attachments[0].content.actions;
    const data = { ...action.data, desk: { ...action.data.desk, ...forged } };
    const answer = await program.act({ person: MEGAN, activity: base.id, action: { ...action, data } });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer)).toMatch(/out of date|not here/);
    await untouched();
  });

  it('of a card that was left open for days does what is still possible, or says how things stand', async () => {
    const old = await card();
    const [acceptOfOld] = old.attachments[0].content.actions;
    await program.advance('PT25H');
    const press = { person: DIEGO, activity: old.id, action: acceptOfOld };
    expect((await program.act(press)).dialog.title).toContain('Accept');
    await program.act({ person: DIEGO, dialog: 'close' });
    await accept(program, old.id, MEGAN);
    await program.settle();
    expect(JSON.stringify(await program.act(press))).toContain('Megan Bowen was first');
  });
});

describe('an activity', () => {
  const whole = (): Loose => ({
    type: 'message',
    id: 'raw-1',
    text: 'help',
    channelId: 'msteams',
    serviceUrl: `${program.url}/sandbox/teams`,
    from: { id: '29:raw', name: 'Raw', aadObjectId: '00000000-0000-0000-0000-00000000000a' },
    recipient: { id: '28:bot' },
    conversation: { id: 'a:raw', conversationType: 'personal' },
  });
  const send = (activity: Loose) => program.post('/api/messages', activity);

  it.each(['type', 'from', 'conversation'])('without %s is refused, and told why', async (name) => {
    const { [name]: _, ...rest } = whole();
    expect(await send(rest)).toMatchObject({
      status: 400,
      body: { status: 400, reference: expect.any(String) },
    });
    await untouched();
  });

  it('without text is answered with help', async () => {
    const { text: _, ...rest } = whole();
    expect((await send(rest)).status).toBe(200);
    const answer = await program.act({ person: MEGAN, conversation: 'personal', text: ' ' });
    expect(answer.activities.map(textOf).join()).toContain('What you can write');
  });

  it('with a service URL of somebody else gets no answer, there or anywhere', async () => {
    const answer = await send({ ...whole(), serviceUrl: 'https://evil.example/teams' });
    expect(answer.body).toBeUndefined();
    await untouched();
  });
});

describe('the intake', () => {
  const key = { authorization: 'Bearer sandbox' };
  const lead = (over: Loose = {}): Loose => ({
    id: 'in-1',
    createdDateTime: '2026-03-02T08:00:00Z',
    updatedDateTime: '2026-03-02T08:00:00Z',
    customerProfile: { name: 'Tailwind Ltd' },
    ...over,
  });
  const bring = (body: unknown) => program.post('/api/referrals', body, key);

  it('of the same referral twice, and of an older state of it, is one card and no change', async () => {
    expect(await bring(lead())).toMatchObject({ status: 201, body: { id: 'in-1', result: 'created' } });
    expect(await bring(lead())).toMatchObject({ status: 200, body: { result: 'unchanged' } });
    const newer = { updatedDateTime: '2026-03-02T09:00:00Z', details: { notes: 'Newer' } };
    expect(await bring(lead(newer))).toMatchObject({ status: 200, body: { result: 'updated' } });
    const older = { updatedDateTime: '2026-03-01T00:00:00Z', details: { notes: 'Older' } };
    expect(await bring(lead(older))).toMatchObject({ status: 200, body: { result: 'unchanged' } });
    await program.settle();
    const cards = (await program.channel()).filter((one) => JSON.stringify(one).includes('Tailwind Ltd'));
    expect(cards).toHaveLength(1);
    expect(textOf(cards[0])).toContain('Newer');
  });

  it('of 1,001 at once is refused whole', async () => {
    const many = Array.from({ length: 1_001 }, (_, n) =>
      lead({ id: `n-${String(n)}`, customerProfile: { name: `Crowd ${String(n)}` } }),
    );
    expect((await bring(many)).status).toBe(400);
    expect(await say(program, MEGAN, 'search crowd')).toContain('Nothing matches');
  });
});
