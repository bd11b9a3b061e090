import { fail, MEGAN, repliesTo, say } from './doing';
import { textOf } from './program';
import {
  ANA,
  card,
  eachWithProgram,
  filledIn,
  HELP,
  invited,
  messages,
  NOBODY,
  press,
  program,
  sampled,
  theirs,
} from './invitations';

eachWithProgram();

describe('what is missing', () => {
  const BARE = { ...NOBODY, details: { requirements: { solutions: [] } } };

  it('stands on the card before Microsoft can be invited, until it is there', async () => {
    await sampled('partner-led', BARE);
    const missing = 'Missing before Microsoft can be invited: a customer contact, a solution';
    expect(textOf(await card())).toContain(missing);
    await say(program, MEGAN, 'add solution adatum');
    await say(program, MEGAN, 'Factory Insights');
    await say(program, MEGAN, '1');
    await say(program, MEGAN, 'save');
    await program.settle();
    expect(textOf(await card())).toMatch(/can be invited: a customer contact(?!, )/);
  });

  it('is said to who invites all the same', async () => {
    await sampled('partner-led', BARE);
    expect(await say(program, MEGAN, 'invite adatum')).toContain('Missing: a solution.');
  });
});

describe('inviting Microsoft', () => {
  it('a partner-led deal: until when it may answer, and what it gets; the deal is co-sell then', async () => {
    const deal = await sampled('partner-led', NOBODY);
    const form = await press('Invite Microsoft');
    expect(form).toContain('Microsoft has until 16 Mar 2026 to decide; help is not guaranteed.');
    expect(await filledIn({ consent: 'yes', ...HELP, ...ANA })).toContain('becomes a co-sell deal');
    await program.settle();
    const [theirRecord, ...more] = await theirs(deal);
    expect(more).toEqual([]);
    expect(theirRecord).toMatchObject({
      ...{ type: 'Shared', substatus: 'Pending' },
      customerProfile: { team: [{ firstName: 'Ana', email: 'ana@adatum.example' }] },
      inviteContext: { assistanceRequestCode: 'ProofOfConceptOrDemo', notes: 'They renew in June' },
    });
    expect(await program.partnerCenter(deal.id)).toMatchObject({
      type: 'Shared',
      customerProfile: { team: [{ email: 'ana@adatum.example' }] },
    });
    expect(textOf(await card())).toMatch(/Microsoft: Has until Mon 16 Mar 09:00 to answer/);
    expect(await repliesTo(program, (await card()).id)).toEqual([]);
  });

  it('a private deal is shown to the sellers by it, with the contact that it has', async () => {
    const deal = await invited('private');
    expect(await theirs(deal)).toHaveLength(1);
    await program.advance('PT10M');
    // What was done here and comes back is no news.
    expect(await repliesTo(program, (await card()).id)).toEqual([]);
    expect((await program.partnerCenter(deal.id)).consent).toMatchObject({
      consentToShareReferralWithMicrosoftSellers: true,
    });
    expect(await say(program, MEGAN, 'show adatum')).toContain('Outbound co-sell opportunity');
  });

  it('without the customer’s word nothing is sent, and it says why', async () => {
    const deal = await sampled('partner-led', NOBODY);
    await press('Invite Microsoft');
    expect(await press('Next', { consent: 'no' })).toContain('Nothing was sent.');
    await program.settle();
    expect(await theirs(deal)).toEqual([]);
    expect(await program.partnerCenter(deal.id)).toMatchObject({ type: 'Independent', eTag: deal.eTag });
  });

  it('bad input is told beside its field, and nothing is sent', async () => {
    const deal = await sampled('partner-led', NOBODY);
    await press('Invite Microsoft');
    const answer = await filledIn({ consent: 'yes', ...HELP, ...ANA, contactEmail: 'ana' });
    expect(answer).toContain('This is not an e-mail address.');
    await program.settle();
    expect(await theirs(deal)).toEqual([]);
  });

  it('whose answer is lost is looked for, and never sent twice', async () => {
    const deal = await sampled('partner-led', NOBODY);
    await fail(program, { on: 'partner-center', method: 'POST', answer: 'reset', after: true, times: 1 });
    await press('Invite Microsoft');
    await filledIn({ consent: 'yes', ...HELP, ...ANA });
    await program.advance('PT30M');
    expect(await theirs(deal)).toHaveLength(1);
    expect(textOf(await card())).toContain('Microsoft: Has until');
  });

  it('is not sent when Partner Center does not take the contact', async () => {
    const deal = await sampled('partner-led', NOBODY);
    await fail(program, { on: 'partner-center', method: 'PATCH', answer: 400, times: 1 });
    await press('Invite Microsoft');
    await filledIn({ consent: 'yes', ...HELP, ...ANA });
    await program.advance('PT10M');
    expect(await theirs(deal)).toEqual([]);
    expect(await messages()).toContain('did not take your change');
    expect(JSON.stringify(await card())).toContain('Invite Microsoft');
  });

  it('that is refused waits to be sent again, or is left', async () => {
    const deal = await sampled('partner-led', NOBODY);
    await fail(program, { on: 'partner-center', method: 'POST', answer: 400, times: 1 });
    await press('Invite Microsoft');
    await filledIn({ consent: 'yes', ...HELP, ...ANA });
    await program.settle();
    expect(await messages()).toContain("Microsoft's invitation was not taken");
    expect(await press('Go on without Microsoft')).toContain('goes on without Microsoft');
    await program.settle();
    expect(textOf(await card())).not.toContain('was not taken');
    expect(await theirs(deal)).toEqual([]);
  });

  it('in typed words', async () => {
    const deal = await sampled('partner-led', NOBODY);
    expect(await say(program, MEGAN, 'invite adatum')).toContain('Has the customer agreed?');
    expect(await say(program, MEGAN, '1')).toContain('What help would you like from Microsoft?');
    expect(await say(program, MEGAN, '3')).toContain('first name of the customer');
    await say(program, MEGAN, 'Ana');
    await say(program, MEGAN, 'Silva');
    await say(program, MEGAN, '+351 21 1234567');
    expect(await say(program, MEGAN, 'ana@adatum.example')).toContain("What should Microsoft's seller know?");
    expect(await say(program, MEGAN, 'skip')).toContain('Microsoft has until 16 Mar 2026 to decide');
    expect(await say(program, MEGAN, 'save')).toContain('becomes a co-sell deal');
    await program.settle();
    expect(await theirs(deal)).toHaveLength(1);
  });
});
