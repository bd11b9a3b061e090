import { MANAGER, MEGAN } from './doing';
import { cardOf, startProgram, type Loose, type Program } from './program';

const CUSTOMER = 'Wingtip & Söhne';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await program.sample('customer-inquiry', {
    organizationName: 'Adatum Consulting',
    customerProfile: {
      name: CUSTOMER,
      team: [{ firstName: 'Kim', lastName: '{seller}', email: 'kim@wingtip.example' }],
    },
  });
  await program.settle();
});
afterEach(() => program.stop());

async function ruled(letter: string): Promise<string> {
  const { activities } = await program.act({ person: MANAGER, conversation: 'Referrals', text: 'bind' });
  const activity = activities[0].id;
  return JSON.stringify(
    await program.act({ person: MANAGER, activity, button: 'Save', inputs: { letter }, unchecked: true }),
  );
}

/** The link of the first contact's `E-mail`. */
async function link(): Promise<string> {
  const activity = cardOf(await program.channel(), CUSTOMER).id;
  const answer: Loose = await program.act({ person: MEGAN, activity, button: 'Contact' });
  await program.act({ person: MEGAN, dialog: 'close' });
  return /mailto:[^"]+/.exec(JSON.stringify(answer))?.[0] ?? '';
}
const body = async (): Promise<string> => new URL(await link()).searchParams.get('body') ?? '';

it("a desk's own first letter is filled in, to the letter; emptied, it is the built-in one again", async () => {
  await ruled('Dear {contact} of { Customer },\n\nabout {product}: call me.\n{seller}, {company}');
  expect(await body()).toBe(
    'Dear Kim {seller} of Wingtip & Söhne,\r\n\r\nabout Azure: call me.\r\nMegan Bowen, Adatum Consulting',
  );
  await ruled('  ');
  expect(await body()).toMatch(/^Hello Kim/);
});

it('what stands in braces and is not known is refused, with what there is; nothing of it is lost or kept', async () => {
  const answer = await ruled('Dear {name}, {customer} and {} ${contact}');
  expect(answer).toContain(
    'Nothing is known for {name}. There are: {customer} {contact} {seller} {company} {product}',
  );
  expect(answer).toContain('Dear {name}, {customer} and {} ${contact}');
  expect(await body()).toMatch(/^Hello Kim/);
});

it('too long a letter is refused; one that is long as a link is cut, between two characters', async () => {
  expect(await ruled('x'.repeat(1_501))).toContain('at most 1500 characters');
  await ruled('👩🏽‍💻{contact}'.repeat(100));
  const url = await link();
  expect(url.length).toBeLessThanOrEqual(2_000);
  expect(url.length).toBeGreaterThan(1_950);
  expect(new URL(url).searchParams.get('body')).toMatch(/…$/);
});

it('what is no letter at all is harmless', async () => {
  await ruled('<script>**&body=x&bcc=y@z.example {contact} \u202E#');
  expect([...new URL(await link()).searchParams.keys()]).toEqual(['subject', 'body']);
  expect(await body()).toBe('<script>**&body=x&bcc=y@z.example Kim {seller} #');
});
