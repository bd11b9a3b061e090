import { accept, cardsFor, DIEGO, MANAGER, MEGAN, repliesTo, say } from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;
const customer = (): string => referral.customerProfile.name;
const card = async (): Promise<Loose> => cardOf(await program.channel(), customer());
const record = (): Promise<Loose> => program.partnerCenter(referral.id);

/** What Partner Center wants to know at Accept. */
const DEAL_OPS = [
  { op: 'replace', path: '/name', value: 'Eighty seats' },
  { op: 'replace', path: '/details/dealValue', value: 40_000 },
  { op: 'replace', path: '/details/currency', value: 'EUR' },
  { op: 'replace', path: '/details/closingDateTime', value: '2026-04-30T00:00:00Z' },
];

/** A button of the card, and what stands in the dialog then. */
const press = async (button: string, person = MEGAN, inputs?: Loose): Promise<Loose> =>
  program.act({ person, activity: (await card()).id, button, ...(inputs ? { inputs } : {}) });

beforeEach(async () => {
  program = await startProgram();
  referral = await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
  await program.settle();
});
afterEach(() => program.stop());

async function accepted(): Promise<void> {
  await accept(program, (await card()).id);
  await program.advance('PT1M');
}

describe('a decline', () => {
  const declined = async (): Promise<Loose> => {
    await press('Decline');
    return press('Decline and tell the customer', MEGAN, { reason: '5' });
  };

  it('stays here for a minute: Undo on the card or in the dialog, and nothing has left', async () => {
    const { dialog } = await declined();
    expect(JSON.stringify(dialog.card)).toContain('Undo');
    await program.settle();
    expect(textOf(await card())).toMatch(/not sent yet, can be undone until/);
    expect(buttonsOf(await card())).toEqual(['Undo', 'Details', 'Open in Partner Center']);
    expect(await say(program, MEGAN, 'undo')).toMatch(/Write "undo" and some words of it/);
    expect(await say(program, MEGAN, 'undo wingtip')).toMatch(/Taken back: Wingtip Sales/);
    expect(await say(program, MEGAN, 'undo wingtip')).toMatch(/nothing left to do/);
    expect(await say(program, MEGAN, 'report as spam wingtip')).toMatch(/Reported as spam/);
    await press('Undo');
    await program.advance('PT5M');
    expect(await record()).toMatchObject({ status: 'New' });
    expect(buttonsOf(await card())).toContain('Accept');
  });

  it('of somebody else cannot be undone by a colleague, but by a manager', async () => {
    await declined();
    expect(JSON.stringify(await press('Undo', DIEGO))).toMatch(/only|Only|owner/i);
    await program.settle();
    expect(buttonsOf(await card())).toContain('Undo');
    await press('Undo', MANAGER);
    await program.settle();
    expect(buttonsOf(await card())).toContain('Accept');
  });

  it('is final once it has left: who comes later reads by whom and when it ended', async () => {
    await declined();
    expect(await say(program, DIEGO, 'accept wingtip')).toMatch(/by Megan Bowen, not sent yet/);
    await program.advance('PT2M');
    expect(await record()).toMatchObject({ status: 'Closed', substatus: 'Declined' });
    expect(await say(program, DIEGO, `accept ${referral.id}`)).toMatch(
      /was declined by Megan Bowen on 2 Mar 2026, \d\d:\d\d \(Not a customer\)\. Nothing can be changed/,
    );
  });

  it('does not wait when less than an hour is left to answer', async () => {
    await program.advance('PT23H30M');
    await declined();
    await program.advance('PT5S');
    expect(await record()).toMatchObject({ status: 'Closed', substatus: 'Declined' });
  });

  it('taken back, a reminder that came due meanwhile is not lost', async () => {
    await program.advance('PT19H59M40S');
    await declined();
    await program.advance('PT30S');
    await press('Undo');
    await program.advance('PT5S');
    const replies = (await repliesTo(program, (await card()).id)).join('\n');
    expect(replies).toMatch(/Answer by|left to answer/i);
  });

  it('stays for as long as the desk has chosen', async () => {
    const { activities } = await program.act({ person: MANAGER, conversation: 'Referrals', text: 'bind' });
    const activity = activities[0].id;
    await program.act({ person: MANAGER, activity, button: 'Save', inputs: { undo: '10' } });
    await program.settle();
    await declined();
    await program.advance('PT9M');
    expect(await record()).toMatchObject({ status: 'New' });
    await program.advance('PT2M');
    expect(await record()).toMatchObject({ status: 'Closed', substatus: 'Declined' });
  });

  it('as spam is one press', async () => {
    await press('Report as spam');
    await program.advance('PT2M');
    expect(await record()).toMatchObject({ status: 'Closed', substatus: 'Declined' });
    expect(textOf(await card())).toContain('spam');
  });
});

describe('an accepted deal', () => {
  beforeEach(accepted);

  it('is marked won by its owner, with the value that it came to, and then it is final', async () => {
    expect(await say(program, MEGAN, 'won wingtip')).toMatch(/Mark Wingtip Sales won[^]*Final value/);
    expect(await say(program, MEGAN, 'value 55k')).toMatch(/55,000/);
    await say(program, MEGAN, 'save');
    await program.advance('PT2M');
    expect(await record()).toMatchObject({
      ...{ status: 'Closed', substatus: 'Won' },
      details: { dealValue: 55_000, currency: 'EUR' },
    });
    expect(textOf(await card())).toMatch(/€55,000(?![^]*closes)/);
    expect(await say(program, MEGAN, `lost ${referral.id}`)).toMatch(/was won by Megan Bowen on /);
  });

  it('is asked about a value that was changed there before its end has left; what is kept goes with the end', async () => {
    await say(program, MEGAN, 'won wingtip 70k');
    await say(program, MEGAN, 'save');
    const path = `/sandbox/partner-center/v1.0/engagements/referrals/${String(referral.id)}`;
    await program.patch(path, [{ op: 'replace', path: '/details/dealValue', value: 1 }]);
    await program.advance('PT20S');
    const asked = (await program.chat(MEGAN)).find((one: Loose) => JSON.stringify(one).includes('Keep mine'));
    expect(textOf(asked)).toMatch(/unless you keep yours[^]*70,000/);
    await program.act({ person: MEGAN, activity: asked?.id, button: 'Keep mine' });
    await program.advance('PT5M');
    expect(await record()).toMatchObject({
      ...{ status: 'Closed', substatus: 'Won' },
      details: { dealValue: 70_000 },
    });
    expect(textOf(await card())).toMatch(/70,000/);
  });

  it('is lost with a reason, unless that is undone', async () => {
    await say(program, MEGAN, 'lost wingtip');
    await say(program, MEGAN, 'another vendor');
    await say(program, MEGAN, 'skip');
    await say(program, MEGAN, 'save');
    await program.settle();
    await press('Undo');
    await program.advance('PT2M');
    expect(await record()).toMatchObject({ status: 'Active', substatus: 'Accepted' });
    expect(textOf(await card())).toContain('Megan Bowen');
  });

  it('is not ended by somebody who is not on it', async () => {
    expect(await say(program, DIEGO, 'won wingtip')).toMatch(/Megan Bowen/);
    await say(program, DIEGO, 'save');
    await program.advance('PT2M');
    expect(await record()).toMatchObject({ status: 'Active' });
  });

  it('is edited: only what was changed is written', async () => {
    await press('Edit deal');
    await press('Save', MEGAN, { crmId: 'OPP-1', dealValue: '41000' });
    await program.advance('PT1M');
    expect(await record()).toMatchObject({ externalReferenceId: 'OPP-1', details: { dealValue: 41_000 } });
    expect(await say(program, MEGAN, 'edit wingtip')).toMatch(/Edit Wingtip Sales[^]*41,000/);
    await say(program, MEGAN, 'value 42k');
    await say(program, MEGAN, 'save');
    await program.advance('PT1M');
    expect((await record()).details.dealValue).toBe(42_000);
  });

  it('with a close date that is past can have its other fields changed', async () => {
    await program.advance('P70D');
    await press('Edit deal');
    const { dialog } = await press('Save', MEGAN, { crmId: 'OPP-2' });
    expect(JSON.stringify(dialog ?? '')).not.toMatch(/past/);
    await program.advance('PT1M');
    expect((await record()).externalReferenceId).toBe('OPP-2');
  });

  it('gets notes: in the record for all, or for the desk alone, as chosen last', async () => {
    await say(program, MEGAN, 'note wingtip');
    await say(program, MEGAN, 'Wants 120 seats');
    await say(program, MEGAN, '2');
    await say(program, MEGAN, 'save');
    await program.advance('PT1M');
    expect((await record()).details.notes).not.toContain('120 seats');
    expect(await say(program, MEGAN, 'show wingtip')).toContain('Wants 120 seats');
    await say(program, MEGAN, 'note wingtip');
    expect(await say(program, MEGAN, 'Second thing')).toMatch(/Here only/);
    await say(program, MEGAN, '1');
    await say(program, MEGAN, 'save');
    await program.advance('PT1M');
    expect((await record()).details.notes).toMatch(/Wants a demo\n2026.*Megan Bowen: Second thing/);
  });
});

it('a deal accepted in Partner Center is taken over, and its new owner has a copy', async () => {
  const path = `/sandbox/partner-center/v1.0/engagements/referrals/${String(referral.id)}`;
  const set = (field: string, value: string) => ({ op: 'replace', path: field, value });
  await program.patch(path, [set('/status', 'Active'), set('/substatus', 'Accepted'), ...DEAL_OPS]);
  await program.advance('PT10M');
  expect(buttonsOf(await card())).toContain('Take over');
  await press('Take over', DIEGO);
  await program.settle();
  expect(textOf(await card())).toContain('Diego Siciliani');
  expect(buttonsOf(await card())).not.toContain('Take over');
  expect(await cardsFor(program, DIEGO, customer())).toHaveLength(1);
});
