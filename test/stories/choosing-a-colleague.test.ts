import { accept, DEAL, MEGAN, say } from './doing';
import { dialogOf } from './filling-in';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;
afterEach(() => program.stop());

const card = async (): Promise<Loose> => cardOf(await program.channel(), 'Wingtip Sales');
const press = async (button: string, inputs: Loose = {}): Promise<Loose> =>
  program.act({ person: MEGAN, activity: (await card()).id, button, inputs });
const team = async (): Promise<Loose[]> => (await program.partnerCenter(referral.id)).team;
const shown = async (): Promise<string> =>
  textOf({ attachments: [{ content: (await dialogOf(program, MEGAN))?.card }] });

const inputOf = async (id: string): Promise<Loose> => {
  const found: Loose[] = [];
  JSON.stringify((await dialogOf(program, MEGAN)).card, (_, part: Loose) => {
    if (part?.id === id) found.push(part);
    return part;
  });
  return found[0];
};
const valueFor = async (name: string): Promise<string> =>
  (await inputOf('colleague'))?.choices.find(({ title }: Loose) => title === name)?.value;

async function received(kind: string): Promise<void> {
  program = await startProgram();
  referral = await program.sample(kind, { customerProfile: { name: 'Wingtip Sales' } });
  await program.settle();
}

async function accepted(): Promise<void> {
  await received('customer-inquiry');
  await accept(program, (await card()).id, MEGAN, DEAL);
  await program.advance('PT1M');
}

const DIEGO_PHONE = { phone: '+49 228 5550199' };

describe('adding a colleague', () => {
  beforeEach(accepted);

  it('is one choice; of whom something is not known, only that is asked, and it is remembered', async () => {
    await press('Add colleague');
    expect(await inputOf('firstName')).toBeUndefined();
    expect(await inputOf('colleague')).toMatchObject({
      style: 'filtered',
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' },
    });
    await press('Save', { colleague: await valueFor('Diego Siciliani') });
    expect([await inputOf('firstName'), await inputOf('email')]).toEqual([undefined, undefined]);
    expect(await shown()).not.toContain('⚠');
    await press('Save', DIEGO_PHONE);
    await program.advance('PT1M');
    expect(await team()).toContainEqual(
      expect.objectContaining({ firstName: 'Diego', phoneNumber: DIEGO_PHONE.phone }),
    );
    const other = await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Two' } });
    await program.settle();
    const there = cardOf(await program.channel(), 'Wingtip Two').id;
    await accept(program, there, MEGAN, DEAL);
    await program.act({ person: MEGAN, activity: there, button: 'Add colleague' });
    const colleague = await valueFor('Diego Siciliani');
    await program.act({ person: MEGAN, activity: there, button: 'Save', inputs: { colleague } });
    await program.advance('PT1M');
    expect((await program.partnerCenter(other.id)).team).toContainEqual(
      expect.objectContaining({ firstName: 'Diego', phoneNumber: DIEGO_PHONE.phone }),
    );
  });

  it('somebody else is written in full, and bad input is told beside its field', async () => {
    await press('Add colleague');
    await press('Save', { colleague: 'other' });
    expect(await shown()).not.toContain('⚠');
    const ana = { firstName: 'Ana', lastName: 'Bowman', phone: '12', email: 'ana@partner' };
    await press('Save', ana);
    expect(await shown()).toMatch(/not a phone number[^]*not an e-mail address/);
    await press('Save', {
      ...ana,
      firstName: '\u202e',
      phone: '+49 30 1234567',
      email: 'ana@partner.example',
    });
    expect(await shown()).toContain('Please fill this in.');
    await press('Save', { firstName: '${x} **Ana**' });
    await program.advance('PT1M');
    expect(await team()).toContainEqual(
      expect.objectContaining({ firstName: '${x} **Ana**', email: 'ana@partner.example' }),
    );
    await press('Add colleague');
    expect(await valueFor('${x} **Ana** Bowman')).toBeUndefined();
  });

  it('who has changed their mind gets the parts of whom they choose then', async () => {
    await press('Add colleague');
    await press('Save', { colleague: 'other' });
    await press('Save', { colleague: await valueFor('Diego Siciliani'), ...DIEGO_PHONE });
    await program.advance('PT1M');
    expect(await team()).toContainEqual(
      expect.objectContaining({ firstName: 'Diego', ...{ phoneNumber: DIEGO_PHONE.phone } }),
    );
  });

  it('whoever is not in the roster is none of those offered', async () => {
    await press('Add colleague');
    await press('Save', { colleague: '00000000-0000-0000-0000-000000000000' });
    expect(await shown()).toContain('Please choose one of those offered.');
    expect(await team()).toEqual([]);
  });

  it('in typed words by name, and only what is missing is asked', async () => {
    expect(await say(program, MEGAN, 'add colleague wingtip')).toContain('Who is it?');
    expect(await say(program, MEGAN, 'diego')).toContain('phone');
    expect(await say(program, MEGAN, DIEGO_PHONE.phone)).toMatch(
      /Diego[^]*Is this right|Is this right[^]*Diego/,
    );
    await say(program, MEGAN, 'save');
    await program.advance('PT1M');
    expect(await team()).toContainEqual(expect.objectContaining({ firstName: 'Diego' }));
  });
});

it('accepting co-sell starts with whoever accepts, and another one may be chosen', async () => {
  await received('co-sell-inbound');
  await press('Accept');
  expect(await inputOf('firstName')).toMatchObject({ value: 'Megan' });
  await press('Accept', { ...DEAL, colleague: await valueFor('Diego Siciliani') });
  expect(await inputOf('firstName')).toMatchObject({ value: 'Diego' });
  await press('Accept', DIEGO_PHONE);
  await program.advance('PT1M');
  expect((await team()).at(-1)).toMatchObject({ firstName: 'Diego', phoneNumber: DIEGO_PHONE.phone });
});
