import { fail, MEGAN, say } from './doing';
import { card, inPartnerCenter, made } from './new-deals';
import { startProgram, type Loose, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.stop());

const SHARED = {
  consent: 'yes',
  help: 'QuotesOrLicensing',
  contactFirstName: 'Ana',
  contactLastName: 'Silva',
  contactPhone: '+351 21 1234567',
  contactEmail: 'ana@adventure.example',
  helpNotes: 'They renew in June',
};

const MICROSOFT = { organizationId: 'msft', inviteContext: { assistanceRequestCode: 'QuotesOrLicensing' } };

describe('a co-sell deal', () => {
  it('is two records: its own with the contact, and the one that Microsoft is invited by', async () => {
    await made(program, SHARED, 'Co-sell deal');
    await program.settle();
    const records = await inPartnerCenter(program);
    expect(records).toHaveLength(2);
    expect(records).toContainEqual(expect.objectContaining({ organizationId: 'msft' }));
    const ours = records.find((one) => one.organizationId !== 'msft');
    expect(ours).toMatchObject({
      type: 'Shared',
      customerProfile: { team: [{ email: 'ana@adventure.example' }] },
    });
    expect(await card(program)).toContain('✓ Accepted');
  });

  it('whose invitation fails says so, goes on trying, and invites once', async () => {
    // Both posts are taken, and neither answer comes.
    await fail(program, { on: 'partner-center', method: 'POST', answer: 'reset', after: true, times: 2 });
    await made(program, SHARED, 'Co-sell deal');
    await program.advance('PT30M');
    const records = await inPartnerCenter(program);
    expect(records.map((one) => one.organizationId === 'msft').sort()).toEqual([false, true]);
    expect(records.find((one) => one.organizationId === 'msft')).toMatchObject(MICROSOFT);
    expect(await card(program)).toContain('✓ Accepted');
  });

  it('without the customer’s word is a private one, and nobody gets the contact', async () => {
    const { activity, dialog } = await made(program, { ...SHARED, contactPhone: 'none' }, 'Co-sell deal');
    expect(JSON.stringify(dialog.card)).toContain('This is not a phone number.');
    const press = (button: string, inputs: Loose = {}): Promise<Loose> =>
      program.act({ person: MEGAN, activity: dialog.activity ?? activity, button, inputs });
    await press('Back');
    await press('Back');
    await press('Next', { consent: 'no' });
    await press('Save');
    await program.settle();
    const [record, ...more] = await inPartnerCenter(program);
    expect(more).toEqual([]);
    expect(record.type).toBe('Independent');
    expect(JSON.stringify(record)).not.toContain('ana@adventure.example');
  });

  it('asks for what Microsoft needs only where it is invited', async () => {
    const answer = await made(
      program,
      { ...SHARED, contactEmail: 'nobody', contactPhone: '' },
      'Co-sell deal',
    );
    expect(JSON.stringify(answer)).toContain('This is not an e-mail address.');
    expect(JSON.stringify(answer)).toContain('Please fill this in.');
    await program.settle();
    expect(await inPartnerCenter(program)).toEqual([]);
  });
});

it('a partner-led deal may be seen by Microsoft’s sellers, and nobody is invited', async () => {
  await made(program, { consent: 'yes' }, 'Partner-led deal');
  await program.settle();
  const [record, ...more] = await inPartnerCenter(program);
  expect(more).toEqual([]);
  expect(record.consent.consentToShareReferralWithMicrosoftSellers).toBe(true);
  expect(await say(program, MEGAN, `show ${record.id}`)).toContain('Partner-led deal');
});
