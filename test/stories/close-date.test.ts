import { accept, DEAL, DIEGO, MEGAN, repliesTo, say } from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;
const card = async (): Promise<Loose> => cardOf(await program.channel(), 'Wingtip Sales');
const record = (): Promise<Loose> => program.partnerCenter(referral.id);
const replies = async (): Promise<string[]> => repliesTo(program, (await card()).id);
const press = async (button: string, inputs?: Loose, person = MEGAN): Promise<Loose> =>
  program.act({ person, activity: (await card()).id, button, ...(inputs ? { inputs } : {}) });
const asked = async (): Promise<string[]> => (await replies()).filter((text) => text.includes('close date'));

/** Accepted by Megan on a Monday, to be closed on Thursday of the week after. */
beforeEach(async () => {
  program = await startProgram({ TIME_ZONE: 'Europe/Berlin' });
  const details = { customerRequestedContact: false };
  referral = await program.sample('customer-inquiry', {
    customerProfile: { name: 'Wingtip Sales' },
    details,
  });
  await program.settle();
  await accept(program, (await card()).id, MEGAN, { ...DEAL, closeDate: '2026-03-12' });
  await program.advance('PT1M');
});
afterEach(() => program.stop());

describe('before its close date', () => {
  it('an accepted deal shows Close deal, which leads to Mark won and Mark lost', async () => {
    expect(buttonsOf(await card()).slice(0, 3)).toEqual(['Edit deal', 'Add note', 'Close deal']);
    expect(buttonsOf(await card())).not.toContain('Mark won');
    const { dialog } = await press('Close deal');
    expect(textOf({ attachments: [{ content: dialog.card }] })).toMatch(
      /How did it end[^]*Mark won[^]*Mark lost/,
    );
    const form = await press('Mark lost');
    expect(JSON.stringify(form.dialog.card)).toContain('Reason');
    await press('Mark lost', { reason: '1' });
    await program.advance('PT2M');
    expect(await record()).toMatchObject({ status: 'Closed', substatus: 'Lost' });
  });

  it('"close wingtip" asks which; somebody who is not on it reads whose it is', async () => {
    const { activities } = await program.act({
      person: MEGAN,
      conversation: 'personal',
      text: 'close wingtip',
    });
    expect(textOf(activities.at(-1))).toMatch(/Close the deal with Wingtip Sales[^]*Mark won[^]*Mark lost/);
    expect(await say(program, DIEGO, 'close wingtip')).toContain('Megan Bowen');
    expect(await say(program, MEGAN, 'close')).toContain('Wingtip Sales');
  });

  it('cannot be postponed by 30 days: nothing asks for it', async () => {
    expect(buttonsOf(await card())).not.toContain('+30 days');
    expect(textOf(await card())).toContain('closes 12 Mar 2026');
  });

  it('three days before, it is in the list of what runs out', async () => {
    await program.advance('P6D');
    expect(await say(program, MEGAN, 'expiring')).not.toContain('Wingtip');
    await program.advance('P2D');
    expect(await say(program, MEGAN, 'expiring')).toMatch(/Wingtip Sales[^]*closes 12 Mar 2026/);
  });
});

describe('past its close date', () => {
  beforeEach(() => program.advance('P11D'));

  it('its card says so in the title, with one press for each end; its owner is asked in the morning, a week and three weeks later', async () => {
    expect(textOf(await card())).toContain('close date was Thu 12 Mar');
    expect(buttonsOf(await card()).slice(0, 5)).toEqual([
      'Mark won',
      'Mark lost',
      '+30 days',
      'Edit deal',
      'Add note',
    ]);
    expect(buttonsOf(await card())).not.toContain('Close deal');
    expect(await asked()).toHaveLength(1);
    expect((await asked())[0]).toMatch(
      /^<at>Megan Bowen<\/at> The close date of Wingtip Sales was Thu 12 Mar/,
    );
    await program.advance('P6D');
    expect(await asked()).toHaveLength(1);
    await program.advance('P1D');
    expect(await asked()).toHaveLength(2);
    await program.advance('P14D');
    expect(await asked()).toHaveLength(3);
    await program.advance('P20D');
    expect(await asked()).toHaveLength(3);
  });

  it('a list marks it', async () => {
    expect(await say(program, MEGAN, 'my deals')).toContain('close date was Thu 12 Mar');
  });

  it('+30 days is one press, from today at the desk, and goes to Partner Center; Edit changes it again', async () => {
    await press('+30 days');
    await program.advance('PT1M');
    // 13 March in Bonn, whatever day it is in Greenwich.
    expect((await record()).details.closingDateTime).toBe('2026-04-11T22:00:00Z');
    expect(textOf(await card())).toContain('closes 12 Apr 2026');
    expect(buttonsOf(await card())).toContain('Close deal');
    await press('Edit deal');
    await press('Save', { closeDate: '2026-04-15' });
    await program.advance('PT1M');
    expect((await record()).details.closingDateTime).toBe('2026-04-14T22:00:00Z');
  });

  it('nobody else on the team moves it, and nobody is asked once it is won', async () => {
    await press('+30 days', undefined, DIEGO);
    await program.advance('PT1M');
    expect((await record()).details.closingDateTime).toBe('2026-03-11T23:00:00Z');
    await press('Mark won');
    await press('Mark won', {});
    await program.advance('P30D');
    expect(await record()).toMatchObject({ status: 'Closed', substatus: 'Won' });
    expect(await asked()).toHaveLength(1);
  });
});
