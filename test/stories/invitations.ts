import { cardsFor, MEGAN } from './doing';
import { fillIn } from './filling-in';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

export let program: Program;

/** A program for each test of the file. */
export function eachWithProgram(): void {
  beforeEach(async () => {
    program = await startProgram();
  });
  afterEach(() => program.stop());
}

export const CUSTOMER = 'Adatum Corporation';
const LIST = '/sandbox/partner-center/v1.0/engagements/referrals';

export const card = async (): Promise<Loose> => cardOf(await program.channel(), CUSTOMER);

const MEGAN_THERE = {
  ...{ firstName: 'Megan', lastName: 'Bowen', phoneNumber: '+49 228 5550100' },
  email: 'megan.bowen@contoso-partner.example',
};

/** A deal of Megan's: she is on it in Partner Center. */
export const sampled = async (kind: string, over: Loose = {}): Promise<Loose> => {
  const customerProfile = { name: CUSTOMER, ...over.customerProfile };
  const made = await program.sample(kind, { team: [MEGAN_THERE], ...over, customerProfile });
  await program.settle();
  return made;
};

/** Microsoft's records of the deal, the newest last. */
export const theirs = async ({ engagementId }: Loose): Promise<Loose[]> =>
  (await program.get(`${LIST}?$orderby=createdDateTime asc`)).value.filter(
    (one: Loose) => one.engagementId === engagementId && one.organizationId === 'msft',
  );

export const press = async (button: string, inputs?: Loose): Promise<string> =>
  JSON.stringify(
    await program.act({ person: MEGAN, activity: (await card()).id, button, ...(inputs ? { inputs } : {}) }),
  );

/** Fills the open form in and ends it. */
export const filledIn = async (inputs: Loose, button = 'Invite Microsoft'): Promise<string> =>
  JSON.stringify(await fillIn(program, { person: MEGAN, activity: (await card()).id }, button, inputs));

export const HELP = { help: 'ProofOfConceptOrDemo', helpNotes: 'They renew in June' };
export const ANA = {
  contactFirstName: 'Ana',
  contactLastName: 'Silva',
  contactPhone: '+351 21 1234567',
  contactEmail: 'ana@adatum.example',
};
export const NOBODY = { customerProfile: { team: [] } };

export async function invited(kind = 'partner-led', over: Loose = {}, inputs: Loose = {}): Promise<Loose> {
  const deal = await sampled(kind, over);
  await press('Invite Microsoft');
  await filledIn({ consent: 'yes', ...HELP, ...inputs });
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
export async function answers(deal: Loose, yes: boolean, reason = ''): Promise<void> {
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

export const messages = async (): Promise<string> =>
  (await cardsFor(program, MEGAN, CUSTOMER)).map(textOf).join('\n');
