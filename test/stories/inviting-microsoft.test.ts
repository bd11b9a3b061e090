import { cardsFor, fail, MEGAN, repliesTo, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.stop());

const CUSTOMER = 'Adatum Corporation';
const LIST = '/sandbox/partner-center/v1.0/engagements/referrals';

const card = async (): Promise<Loose> => cardOf(await program.channel(), CUSTOMER);

/** A deal of Megan's. */
const sampled = async (kind: string, over: Loose = {}): Promise<Loose> => {
  const customerProfile = { name: CUSTOMER, ...over.customerProfile };
  const made = await program.sample(kind, { ...over, customerProfile });
  await program.settle();
  await program.act({ person: MEGAN, activity: (await card()).id, button: 'Take over' });
  await program.settle();
  return made;
};

/** Microsoft's records of the deal, the newest last. */
const theirs = async ({ engagementId }: Loose): Promise<Loose[]> =>
  (await program.get(`${LIST}?$orderby=createdDateTime asc`)).value.filter(
    (one: Loose) => one.engagementId === engagementId && one.organizationId === 'msft',
  );

const press = async (button: string, inputs?: Loose): Promise<string> =>
  JSON.stringify(
    await program.act({ person: MEGAN, activity: (await card()).id, button, ...(inputs ? { inputs } : {}) }),
  );

const HELP = { help: 'ProofOfConceptOrDemo', helpNotes: 'They renew in June' };
const ANA = {
  contactFirstName: 'Ana',
  contactLastName: 'Silva',
  contactPhone: '+351 21 1234567',
  contactEmail: 'ana@adatum.example',
};
const NOBODY = { customerProfile: { team: [] } };

async function invited(kind = 'partner-led', over: Loose = {}, inputs: Loose = {}): Promise<Loose> {
  const deal = await sampled(kind, over);
  await press('Invite Microsoft');
  await press('Invite Microsoft', { consent: 'yes', ...HELP, ...inputs });
  await program.settle();
  return deal;
}

const replace = (path: string, value: unknown) => ({ op: 'replace', path, value });
const SELLER = {
  firstName: 'Joni',
  lastName: 'Sherman',
  email: 'joni@microsoft.example',
  phoneNumber: '+1 1',
};

/** Microsoft's seller answers the newest invitation. */
async function answers(deal: Loose, yes: boolean, reason = ''): Promise<void> {
  const [newest] = (await theirs(deal)).reverse();
  const operations = yes
    ? [
        replace('/status', 'Active'),
        replace('/substatus', 'Accepted'),
        { op: 'add', path: '/team/-', value: SELLER },
      ]
    : [replace('/status', 'Closed'), replace('/substatus', 'Declined'), replace('/statusReason', reason)];
  const { status, body } = await program.patch(`${LIST}/${newest.id}`, operations);
  if (status >= 300) throw new Error(JSON.stringify(body));
  await program.settle();
}

const messages = async (): Promise<string> =>
  (await cardsFor(program, MEGAN, CUSTOMER)).map(textOf).join('\n');

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
    expect(await press('Invite Microsoft', { consent: 'yes', ...HELP, ...ANA })).toContain(
      'becomes a co-sell deal',
    );
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
    expect((await repliesTo(program, (await card()).id)).join('\n')).toContain(
      'Before: Partner-led deal. Now: Outbound co-sell opportunity.',
    );
  });

  it('a private deal is shown to the sellers by it, with the contact that it has', async () => {
    const deal = await invited('private');
    expect(await theirs(deal)).toHaveLength(1);
    expect((await program.partnerCenter(deal.id)).consent).toMatchObject({
      consentToShareReferralWithMicrosoftSellers: true,
    });
    expect(await say(program, MEGAN, 'show adatum')).toContain('Outbound co-sell opportunity');
  });

  it('without the customer’s word nothing is sent, and it says why', async () => {
    const deal = await sampled('partner-led', NOBODY);
    await press('Invite Microsoft');
    expect(await press('Invite Microsoft', { consent: 'no' })).toContain('Nothing was sent.');
    await program.settle();
    expect(await theirs(deal)).toEqual([]);
    expect(await program.partnerCenter(deal.id)).toMatchObject({ type: 'Independent', eTag: deal.eTag });
  });

  it('bad input is told beside its field, and nothing is sent', async () => {
    const deal = await sampled('partner-led', NOBODY);
    await press('Invite Microsoft');
    const answer = await press('Invite Microsoft', { consent: 'yes', ...HELP, ...ANA, contactEmail: 'ana' });
    expect(answer).toContain('This is not an e-mail address.');
    await program.settle();
    expect(await theirs(deal)).toEqual([]);
  });

  it('whose answer is lost is looked for, and never sent twice', async () => {
    const deal = await sampled('partner-led', NOBODY);
    await fail(program, { on: 'partner-center', method: 'POST', answer: 'reset', after: true, times: 1 });
    await press('Invite Microsoft');
    await press('Invite Microsoft', { consent: 'yes', ...HELP, ...ANA });
    await program.advance('PT30M');
    expect(await theirs(deal)).toHaveLength(1);
    expect(textOf(await card())).toContain('Microsoft: Has until');
  });

  it('is not sent when Partner Center does not take the contact', async () => {
    const deal = await sampled('partner-led', NOBODY);
    await fail(program, { on: 'partner-center', method: 'PATCH', answer: 400, times: 1 });
    await press('Invite Microsoft');
    await press('Invite Microsoft', { consent: 'yes', ...HELP, ...ANA });
    await program.advance('PT10M');
    expect(await theirs(deal)).toEqual([]);
    expect(await messages()).toContain('did not take your change');
    expect(JSON.stringify(await card())).toContain('Invite Microsoft');
  });

  it('that is refused waits to be sent again, or is left', async () => {
    const deal = await sampled('partner-led', NOBODY);
    await fail(program, { on: 'partner-center', method: 'POST', answer: 400, times: 1 });
    await press('Invite Microsoft');
    await press('Invite Microsoft', { consent: 'yes', ...HELP, ...ANA });
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

describe("Microsoft's answer", () => {
  it('yes: the seller’s name and e-mail are on the card, and in a message to the owner', async () => {
    const deal = await invited();
    await answers(deal, true);
    expect(textOf(await card())).toContain('Microsoft: Joni Sherman, joni@microsoft.example');
    expect(await messages()).toContain('Their seller: Joni Sherman joni@microsoft.example');
    expect((await repliesTo(program, (await card()).id)).join('\n')).not.toContain('joni@');
    expect(JSON.stringify(await card())).not.toContain('Invite again');
  });

  it('no: the owner is told why, and invites again; the old no is not taken for the new answer', async () => {
    const deal = await invited();
    await answers(deal, false, 'No Microsoft seller manages this customer directly');
    expect(await messages()).toContain('Microsoft declined to take part');
    expect(await messages()).toContain('No Microsoft seller manages this customer directly');
    await press('Invite again');
    await press('Invite again', { help: 'GeneralOrOther', helpNotes: 'They signed a letter of intent' });
    await program.settle();
    expect((await theirs(deal)).map(({ substatus }) => substatus)).toEqual(['Declined', 'Pending']);
    expect(textOf(await card())).toContain('Microsoft: Has until');
    await answers(deal, true);
    expect(textOf(await card())).toContain('Microsoft: Joni Sherman');
  });

  it('none in 14 days: the owner is told, and goes on alone; the card stops asking', async () => {
    const deal = await invited();
    await program.advance('P15D');
    expect((await theirs(deal))[0].substatus).toBe('Expired');
    const told = (await cardsFor(program, MEGAN, CUSTOMER)).filter((one) =>
      textOf(one).includes('Microsoft did not answer in time'),
    );
    expect(told).toHaveLength(1);
    expect(textOf(await card())).toContain('Microsoft: Did not answer in time');
    await program.act({ person: MEGAN, activity: told[0]?.id, button: 'Go on without Microsoft' });
    await program.settle();
    expect(textOf(await card())).not.toContain('Microsoft: Did not answer');
    expect(await say(program, MEGAN, 'show adatum')).toContain('we go on without Microsoft');
    expect(await say(program, MEGAN, 'invite again adatum')).toContain('What help would you like');
  });
});

describe('no answer for a week', () => {
  const asked = async (): Promise<Loose[]> =>
    (await cardsFor(program, MEGAN, CUSTOMER)).filter((one) =>
      textOf(one).includes('partner development manager can ask'),
    );

  it('the owner gets one message, with a mail to be copied or sent', async () => {
    await invited();
    await program.advance('P6DT23H');
    expect(await asked()).toEqual([]);
    await program.advance('PT2H');
    const [message, ...more] = await asked();
    expect(more).toEqual([]);
    expect(textOf(message)).toContain('Could you help us to find who looks after this customer');
    const mail = JSON.stringify(message).match(/mailto:[^"]*/)?.[0] ?? '';
    expect(decodeURIComponent(mail)).toContain(
      'Co-sell with Adatum Corporation: no answer from Microsoft yet',
    );
    await program.advance('P3D');
    expect(await asked()).toHaveLength(1);
  });

  it('nobody is reminded of what Microsoft has answered', async () => {
    await answers(await invited(), true);
    await program.advance('P8D');
    expect(await asked()).toEqual([]);
  });
});
