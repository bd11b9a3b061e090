import { fail, MEGAN, noMoreFaults, repliesTo, say } from './doing';
import { textOf, type Loose } from './program';
import {
  ANA,
  card,
  eachWithProgram,
  filledIn,
  HELP,
  messages,
  NOBODY,
  press,
  program,
  sampled,
  theirs,
} from './invitations';

eachWithProgram();

const BEN = {
  firstName: 'Ben',
  lastName: 'Roca',
  phoneNumber: '+351 21 7654321',
  email: 'ben@adatum.example',
};

/** Somebody changes it in Partner Center, which the desk may write to again then. */
async function there(deal: Loose, path: string, value: unknown): Promise<void> {
  const route = `/sandbox/partner-center/v1.0/engagements/referrals/${deal.id}`;
  const { status } = await program.patch(route, [{ op: 'replace', path, value }]);
  expect(status).toBe(204);
  await noMoreFaults(program);
  await program.advance('PT3H');
}

/** Invited while Partner Center does not take that; then Ben stands there instead of whomever. */
async function overwritten(method: string): Promise<Loose> {
  const deal = await sampled('partner-led', NOBODY);
  await fail(program, { on: 'partner-center', by: 'desk', method, answer: 503, times: 50 });
  await press('Invite Microsoft');
  await filledIn({ consent: 'yes', ...HELP, ...ANA });
  await program.advance('PT1M');
  await there(deal, '/customerProfile/team', [BEN]);
  return deal;
}

it('overwritten while the invitation waits: nobody is invited with it, and it is asked for again', async () => {
  const deal = await overwritten('POST');
  expect(await theirs(deal)).toEqual([]);
  expect(await messages()).toContain('Microsoft is not invited to Adatum Corporation');
  expect(textOf(await card())).toContain('Microsoft is not invited: the customer');
  expect(await say(program, MEGAN, 'send again adatum')).not.toContain('Is this right?');
  const form = await press('Invite Microsoft');
  expect(form).toContain('They renew in June');
  expect(form).toContain('ben@adatum.example');
  expect(await filledIn({ consent: 'yes' })).toContain('becomes a co-sell deal');
  await program.settle();
  const [record, ...more] = await theirs(deal);
  expect(more).toEqual([]);
  expect(record).toMatchObject({
    customerProfile: { team: [{ email: 'ben@adatum.example' }] },
    inviteContext: { assistanceRequestCode: 'ProofOfConceptOrDemo', notes: 'They renew in June' },
  });
  expect(textOf(await card())).toMatch(/Microsoft: Has until/);
});

it('overwritten before the contact is written: whom the customer’s word is about is written, too, and it goes', async () => {
  const [record] = await theirs(await overwritten('PATCH'));
  const named = expect.objectContaining({ email: ANA.contactEmail });
  expect(record.customerProfile.team).toContainEqual(named);
});

it('another phone under the same address is another contact; her author is told once and asked nothing else', async () => {
  const deal = await sampled('partner-led', { customerProfile: { team: [{ ...BEN, phoneNumber: '' }] } });
  await fail(program, { on: 'partner-center', by: 'desk', method: 'PATCH', answer: 503, times: 50 });
  await press('Invite Microsoft');
  const asked = { contactPhone: '+351 21 1111111', contactLastName: 'Roca' };
  await filledIn({ consent: 'yes', ...HELP, ...asked });
  await program.advance('PT1M');
  await there(deal, '/customerProfile/team/0/phoneNumber', '+351 21 2222222');
  expect(await theirs(deal)).toEqual([]);
  const told = await messages();
  expect(told.match(/Microsoft is not invited to/g)).toHaveLength(1);
  expect(told).not.toContain('changed here and in Partner Center');
  expect(await press('Go on without Microsoft')).toContain('goes on without Microsoft');
  await program.settle();
  expect(textOf(await card())).not.toContain('Microsoft is not invited:');
});

it('a phone that Partner Center writes its own way is the same', async () => {
  const deal = await sampled('partner-led', NOBODY);
  await fail(program, { on: 'partner-center', by: 'desk', method: 'POST', answer: 503, times: 50 });
  await press('Invite Microsoft');
  await filledIn({ consent: 'yes', ...HELP, ...ANA });
  await program.advance('PT1M');
  await there(deal, '/customerProfile/team/0/phoneNumber', '+351211234567');
  expect(await theirs(deal)).toHaveLength(1);
  expect(await repliesTo(program, (await card()).id)).not.toContain('not invited');
});
