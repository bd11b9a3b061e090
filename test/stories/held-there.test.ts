import { DIEGO } from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
const colleague = (email: string): Loose => ({
  firstName: 'Some',
  lastName: 'Body',
  email,
  phoneNumber: '+49 30 1',
});

/** A deal that was accepted in Partner Center itself, with these people on it. */
async function acceptedThere(...emails: string[]): Promise<Loose> {
  await program.sample('customer-inquiry', {
    ...{ status: 'Active', substatus: 'Accepted', acceptedDateTime: '2026-03-02T07:59:00Z' },
    customerProfile: { name: 'Wingtip Sales' },
    team: emails.map(colleague),
  });
  await program.advance('PT10M');
  return cardOf(await program.channel(), 'Wingtip Sales');
}

const signInOf = async (name: string): Promise<string> =>
  ((await program.get('/sandbox/people')) as Loose[]).find((one) => one.name === name).userPrincipalName;

beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.stop());

it('accepted in Partner Center by one of the desk: they hold it here, and have it in their chat', async () => {
  const card = await acceptedThere('nobody@elsewhere.example', (await signInOf(DIEGO)).toUpperCase());
  expect(textOf(card)).toContain(DIEGO);
  expect(buttonsOf(card)).not.toContain('Take over');
  expect(JSON.stringify(await program.chat(DIEGO))).toMatch(/Wingtip Sales[^]*Edit deal/);
});

it('by somebody whom nobody here knows: it can be taken over', async () => {
  const card = await acceptedThere('nobody@elsewhere.example', '');
  expect(buttonsOf(card)).toContain('Take over');
});
