import { MANAGER, say } from './doing';
import { cardOf, startProgram, type Loose, type Program } from './program';
import { changedThere, marksIn, route } from './under-a-form';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

describe('people', () => {
  const ANA = {
    firstName: 'Ana',
    lastName: 'Ruiz',
    phoneNumber: '+34 911 111111',
    email: 'ana@adatum.example',
  };
  let at = 0;
  let id: string;
  let press: Loose;
  beforeEach(async () => {
    const customerProfile = { name: `People Under ${String((at += 1))}`, team: [ANA] };
    ({ id } = await program.sample('partner-led', { customerProfile }));
    await program.settle();
    press = { person: MANAGER, activity: cardOf(await program.channel(), customerProfile.name).id };
  });
  afterEach(() => program.act({ person: MANAGER, dialog: 'close' }));
  const anaThere = async (): Promise<Loose> => (await program.partnerCenter(id)).customerProfile.team[0];

  it('whoever is changed here and there: the one part that both wrote is asked about', async () => {
    await program.act({ ...press, button: 'Details' });
    await say(program, MANAGER, `change person people under ${String(at)}`);
    for (const words of ['ana ruiz', 'skip', 'skip', '+34 911 222222', 'skip'])
      await say(program, MANAGER, words);
    await changedThere(program, id, {
      '/customerProfile/team/0/phoneNumber': '+34 911 333333',
      '/customerProfile/team/0/lastName': 'Ruiz Mora',
    });
    const told = await say(program, MANAGER, 'save');
    expect(told).toContain('+34 911 111111 → +34 911 333333. Save again to write yours: +34 911 222222.');
    await say(program, MANAGER, 'save');
    await program.settle();
    expect(await anaThere()).toMatchObject({ lastName: 'Ruiz Mora', phoneNumber: '+34 911 222222' });
  });

  it('somebody added there meanwhile is not written over by the same person added here', async () => {
    const ben = {
      firstName: 'Ben',
      lastName: 'Smith',
      phone: '+1 206 555 0100',
      email: 'Ben@adatum.example',
    };
    await program.act({ ...press, button: 'Add customer contact' });
    const there = {
      firstName: 'Ben',
      lastName: 'Smith',
      phoneNumber: '+1 206 555 0199',
      email: 'ben@adatum.example',
    };
    await program.patch(route(id), [{ op: 'add', path: '/customerProfile/team/-', value: there }]);
    await program.advance('PT5M');
    const told = marksIn(await program.act({ ...press, button: 'Save', inputs: { ...ben, consent: 'no' } }));
    expect(told).toContain('– → +1 206 555 0199. Save again to write yours: +1 206 555 0100.');
    expect(JSON.stringify(await program.partnerCenter(id))).not.toContain('0100');
  });

  it('Microsoft gets a contact as it stands by now where nobody wrote there', async () => {
    await program.act({ ...press, button: 'Invite Microsoft' });
    await changedThere(program, id, { '/customerProfile/team/0/phoneNumber': '+34 911 444444' });
    const inputs = { consent: 'yes', help: 'GeneralOrOther' };
    await program.act({ ...press, button: 'Invite Microsoft', inputs });
    await program.settle();
    expect((await anaThere()).phoneNumber).toBe('+34 911 444444');
  });
});

it('a step is not gone on from once the deal is closed: the form says so, with what was typed', async () => {
  const customerProfile = { name: 'Closed Under', team: [] };
  const { id } = await program.sample('partner-led', { customerProfile });
  await program.settle();
  const press = { person: MANAGER, activity: cardOf(await program.channel(), 'Closed Under').id };
  await program.act({ ...press, button: 'Invite Microsoft' });
  const { status } = await program.patch(route(id), [
    { op: 'replace', path: '/status', value: 'Closed' },
    { op: 'replace', path: '/substatus', value: 'Lost' },
    { op: 'replace', path: '/statusReason', value: 'Others' },
  ]);
  expect(status).toBe(204);
  await program.advance('PT5M');
  const inputs = { consent: 'yes', help: 'GeneralOrOther' };
  const answer = JSON.stringify(await program.act({ ...press, button: 'Next', inputs }));
  expect(answer).toContain('Closed Under was lost');
});
