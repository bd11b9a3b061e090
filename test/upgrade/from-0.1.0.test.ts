import { accept, cardsFor, DIEGO, MEGAN, repliesTo, say } from '../stories/doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from '../stories/program';
import { databaseOf } from './kept';

const ADMIN = 'Irvin Sayers';
const PRADEEP = 'Pradeep Gupta';

let program: Program;
afterEach(() => program.stop());

const startFrom = async (name: string, env: Record<string, string> = {}): Promise<void> => {
  program = await startProgram(env, databaseOf('0.1.0', name));
};
const card = async (customer: string): Promise<Loose> => cardOf(await program.channel(), customer);
const cardsOf = async (customer: string): Promise<Loose[]> =>
  (await program.channel()).filter(
    (one) => one.from.bot && !one.thread && JSON.stringify(one.attachments).includes(customer),
  );
const recordOf = async (customer: string): Promise<Loose> => {
  const { value } = await program.get('/sandbox/partner-center/v1.0/engagements/referrals?$top=200');
  return value.find((one: Loose) => one.customerProfile.name === customer);
};

describe('a desk of 0.1.0, stopped in the middle of its work', () => {
  beforeEach(() => startFrom('sandbox'));
  /** What it waited for has come: the app is in the team, its owner takes messages, Teams and Partner Center answer. */
  const allIsBack = async (): Promise<void> => {
    await program.post('/sandbox/team/bot', { installed: true });
    await program.post(`/sandbox/people/${encodeURIComponent(PRADEEP)}/block`, { blocked: false });
    await program.advance('PT2H');
    await program.settle();
  };

  it('lists and shows what was there', async () => {
    await program.post('/sandbox/team/bot', { installed: true });
    const inbox = await say(program, MEGAN, 'inbox');
    expect(inbox).toContain('Kind customer-inquiry GmbH');
    expect(await say(program, MEGAN, 'my active deals')).toContain('Confirmed GmbH');
    const archive = await say(program, MEGAN, 'archive');
    for (const name of ['Won', 'Lost', 'Declined', 'Expired']) expect(archive).toContain(`${name} GmbH`);
    expect(await say(program, DIEGO, 'search reached')).toContain('Reached GmbH');
    expect(await say(program, DIEGO, 'show confirmed gmbh')).toContain('Confirmed deal');
  });

  it('what was owed is done, once', async () => {
    await allIsBack();
    for (const name of ['Retried card', 'Parked card', 'Kind sales-qualified', 'Pending', 'Unconfirmed'])
      expect([name, await cardsOf(`${name} GmbH`)]).toEqual([name, [expect.anything()]]);
    expect(await cardsFor(program, PRADEEP, 'Parked copy GmbH')).not.toEqual([]);
    expect((await repliesTo(program, (await card('Parked GmbH')).id)).join()).toContain(
      'Nobody has answered',
    );
    expect((await program.get('/health/ready')).parts).toContainEqual(
      expect.objectContaining({ name: 'effects', detail: expect.not.stringContaining('wait') }),
    );
  });

  it('what had not reached Partner Center reaches it, and is confirmed', async () => {
    await allIsBack();
    for (const name of ['Pending', 'Unconfirmed', 'Signed out']) {
      expect(await recordOf(`${name} GmbH`)).toMatchObject({ status: 'Active', name: `${name} deal` });
      expect(textOf(await card(`${name} GmbH`))).toContain('✓ Accepted');
    }
    for (const name of ['Pending no', 'Unconfirmed no'])
      expect(await recordOf(`${name} GmbH`)).toMatchObject({ status: 'Closed', substatus: 'Declined' });
  });

  it('a form that was open goes on where it was', async () => {
    await program.post('/sandbox/team/bot', { installed: true });
    expect(await say(program, ADMIN, '30 april 2026')).toMatch(/looking for|notes/i);
    expect(await say(program, ADMIN, 'They want a pilot')).toContain('Half a deal');
    await say(program, ADMIN, 'save');
    await program.settle();
    expect(await recordOf('Kind sales-qualified GmbH')).toMatchObject({
      status: 'Active',
      name: 'Half a deal',
    });
  });

  it('a new referral is accepted, declined, called; the next reminder comes', async () => {
    await allIsBack();
    await accept(program, (await card('Kind customer-inquiry GmbH')).id);
    const declined = (await card('Kind marketing-qualified GmbH')).id;
    await program.act({ person: DIEGO, activity: declined, button: 'Decline' });
    await program.act({
      ...{ person: DIEGO, activity: declined, button: 'Decline and tell the customer' },
      inputs: { reason: '5' },
    });
    await program.settle();
    expect(await recordOf('Kind customer-inquiry GmbH')).toMatchObject({ status: 'Active' });
    expect(await recordOf('Kind marketing-qualified GmbH')).toMatchObject({ substatus: 'Declined' });
    const late = (await card('Kind joint-planning GmbH')).id;
    const before = await repliesTo(program, late);
    await program.advance('P8D');
    expect((await repliesTo(program, late)).length).toBeGreaterThan(before.length);
  });
});

it('a desk of 0.1.0 that stands alone goes on', async () => {
  await startFrom('alone', { PARTNER_CENTER: 'none' });
  expect(await say(program, MEGAN, 'my active deals')).toContain('Taken Ltd');
  expect(await say(program, MEGAN, 'archive')).toMatch(/(?=[^]*Expired Ltd)[^]*Refused Ltd/);
  await accept(program, (await card('New Ltd')).id);
  await program.settle();
  expect(await say(program, MEGAN, 'my active deals')).toContain('New Ltd');
});

it('referrals that waited for a desk under 0.1.0 are shown when there is one', async () => {
  await startFrom('unbound', { PARTNER_CENTER: 'none' });
  await program.settle();
  for (const name of ['Waiting a Ltd', 'Waiting b Ltd']) expect(await cardsOf(name)).toHaveLength(1);
});
