import { MEGAN } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

async function comes(name: string, member: Loose, over: Loose = {}): Promise<Loose> {
  const team = [
    { firstName: 'Kim', lastName: 'Akers', email: 'kim@x.example', phoneNumber: '+49228', ...member },
  ];
  await program.sample('customer-inquiry', { customerProfile: { name, team }, ...over });
  await program.settle();
  return cardOf(await program.channel(), name);
}

it('an address that Partner Center found wrong is marked on the card and beside the contact', async () => {
  const card = await comes('Wrong Ltd', { emailValidationStatus: 'Invalid', phoneValidationStatus: 'Valid' });
  expect(textOf(card)).toContain("The customer's e-mail looks wrong");
  expect(textOf(card)).not.toContain('phone number looks wrong');
  const contacts = await program.act({ person: MEGAN, activity: card.id, button: 'Contact' });
  expect(JSON.stringify(contacts)).toContain("The customer's e-mail looks wrong");
});

it('words that nobody knows, and none at all, mark nothing', async () => {
  for (const [n, status] of ['Unknown', '', null, 7, {}, ['Invalid']].entries()) {
    const card = await comes(`Odd ${String(n)} Ltd`, {
      emailValidationStatus: status,
      phoneValidationStatus: status,
    });
    expect(textOf(card)).not.toContain('looks wrong');
  }
});
