import { accept, DEAL, MEGAN, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;
const record = (): Promise<Loose> => program.partnerCenter(referral.id);
const card = async (): Promise<Loose> => cardOf(await program.channel(), 'Wingtip Sales');

/** Megan says it all in her chat; what the bot answers last. */
async function says(...lines: readonly string[]): Promise<string> {
  let last = '';
  for (const line of lines) last = await say(program, MEGAN, line);
  return last;
}

async function accepted(kind: string): Promise<void> {
  referral = await program.sample(kind, { customerProfile: { name: 'Wingtip Sales' } });
  await program.settle();
  await accept(
    program,
    (await card()).id,
    MEGAN,
    kind.startsWith('co-sell') ? { ...DEAL, phone: '+49 30 1234' } : DEAL,
  );
  await program.advance('PT1M');
}

beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.stop());

const ANA = ['Ana', 'Bowman', '+49 30 1234567', 'ana@partner.example'];

describe('the people of a lead', () => {
  beforeEach(() => accepted('customer-inquiry'));

  it('a colleague is added, gets another number, and is taken off again', async () => {
    expect(await says('add colleague wingtip', 'somebody else', ...ANA)).toMatch(
      /Add a colleague to Wingtip Sales/,
    );
    expect(await says('save')).toMatch(/The colleague is on Wingtip Sales now/);
    await program.advance('PT1M');
    expect((await record()).team).toContainEqual(expect.objectContaining({ email: 'ana@partner.example' }));
    await says('change person wingtip', 'ana bowman', 'skip', 'skip', '+49 30 7654321', 'skip', 'save');
    await program.advance('PT1M');
    expect((await record()).team).toContainEqual(
      expect.objectContaining({ firstName: 'Ana', phoneNumber: '+49 30 7654321' }),
    );
    await says('remove wingtip', 'ana bowman', 'save');
    await program.advance('PT1M');
    expect(JSON.stringify((await record()).team)).not.toContain('ana@partner.example');
  });

  it('a contact is added by the dialog; wrong fields say so, and what was written stays', async () => {
    const press = async (button: string, inputs?: Loose): Promise<Loose> =>
      program.act({ person: MEGAN, activity: (await card()).id, button, ...(inputs ? { inputs } : {}) });
    await press('Add customer contact');
    const ben = { firstName: 'Ben', lastName: 'Smith', phone: '12', email: 'ben@wingtip', consent: 'yes' };
    const { dialog } = await press('Save', ben);
    expect(JSON.stringify(dialog.card)).toMatch(/phone number[^]*e-mail/i);
    await press('Save', { ...ben, phone: '+1 206 555 0100', email: 'ben@wingtip.example' });
    await program.advance('PT1M');
    expect((await record()).customerProfile.team).toContainEqual(
      expect.objectContaining({ firstName: 'Ben', email: 'ben@wingtip.example' }),
    );
  });

  it('"add contact" asks whose', async () => {
    expect(await says('add contact wingtip')).toMatch(/add colleague wingtip.*add customer contact wingtip/);
  });

  it('a solution has a name and whose it is', async () => {
    await says('add solution wingtip', 'Backup for 80 seats', '1', 'save');
    await program.advance('PT1M');
    expect((await record()).details.requirements.solutions).toContainEqual({
      name: 'Backup for 80 seats',
      type: 'Name',
    });
    expect(textOf(await card())).toContain('Backup for 80 seats');
  });
});

describe('a co-sell deal', () => {
  beforeEach(() => accepted('co-sell-inbound'));

  it('keeps its last colleague, and its contacts as Microsoft has them', async () => {
    const names = (await record()).team.map(
      (one: Loose) => `${String(one.firstName)} ${String(one.lastName)}`,
    );
    for (const name of names.slice(1)) {
      await says('remove wingtip', name, 'save');
      await program.advance('PT1M');
    }
    expect(await says('remove wingtip', names[0], 'save')).toMatch(/At least one must stay/);
    expect(await says('add customer contact wingtip')).toMatch(/cannot be changed any more/);
  });
});
