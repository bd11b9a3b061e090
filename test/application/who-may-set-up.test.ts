import type { Person } from '../../src/domain/person/person';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
let megan: Person;
let diego: Person;
let nestor: Person;
afterEach(() => desk.close());

async function begin(options: Parameters<typeof openDesk>[0] = {}): Promise<void> {
  desk = await openDesk({ connected: false, ...options });
  megan = await desk.person('megan', { email: 'megan@partner.example' });
  diego = await desk.person('diego');
  nestor = await desk.person('nestor');
}

describe('who may set up', () => {
  const place = {
    channel: '19:sales',
    team: 'team',
    tenant: 't',
    serviceUrl: 'https://smba/',
    name: 'Sales',
  };
  const open = (by: Person) => desk.useCases.operate.beginOnDesk('bind', place, desk.teams.roster, by);

  it('nobody knows who added the app: the first one binds, then only they and the managers they named', async () => {
    await begin();
    const form = await open(megan);
    if (form.kind !== 'form') throw new Error(form.kind);
    const answers = { ...form.values, managers: nestor.id };
    await desk.useCases.operate.answer(form.draft, megan, { kind: 'sheet', answers });
    expect((await open(nestor)).kind).toBe('form');
    expect(await open(diego)).toMatchObject({ kind: 'admin-only' });
  });

  it.each(['en-GB', 'xx'])(
    'is filled in so that it can be saved where the setting is the language %s',
    async (language) => {
      await begin({ settings: { language } });
      const form = await open(megan);
      if (form.kind !== 'form') throw new Error(form.kind);
      const input = { kind: 'sheet', answers: form.values } as const;
      expect(await desk.useCases.operate.answer(form.draft, megan, input)).toMatchObject({
        desk: { language: 'en' },
      });
    },
  );

  it('who opened the form and may no longer is refused at Save', async () => {
    await begin();
    const form = await open(diego);
    if (form.kind !== 'form') throw new Error(form.kind);
    await desk.useCases.desks.installed('team', 'https://smba/', megan);
    const answers = { ...form.values, managers: diego.id };
    expect(await desk.useCases.operate.answer(form.draft, diego, { kind: 'sheet', answers })).toMatchObject({
      kind: 'admin-only',
    });
  });

  it('admins are named in the settings: nobody else', async () => {
    await begin({ settings: { admins: ['MEGAN@partner.example'] } });
    expect((await open(megan)).kind).toBe('form');
    expect(await open(diego)).toMatchObject({ kind: 'admin-only' });
  });

  it('an admin is known by the name they sign in with, before Teams has told anything else of them', async () => {
    await begin({ settings: { admins: ['Diego@tenant.example', '19@other.example'] } });
    const roster = desk.teams.roster;
    desk.teams.roster = roster.map((member) =>
      member.aadObjectId === 'diego'
        ? { ...member, email: 'd.siciliani@mail.example', userPrincipalName: 'diego@tenant.example' }
        : member,
    );
    expect((await open(diego)).kind).toBe('form');
    expect(await open(megan)).toMatchObject({ kind: 'admin-only' });
    desk.teams.roster = [];
    expect(await open(diego)).toMatchObject({ kind: 'admin-only' });
  });

  it('who was chosen and has left the team stays chosen when the desk is set up again', async () => {
    await begin();
    const left = await desk.bind('19:sales', [megan, diego], [nestor]);
    expect(left.answers.map((one) => one.name)).toEqual(['megan', 'diego']);
    desk.teams.roster = desk.teams.roster.filter((member) => member.aadObjectId !== 'diego');
    expect((await desk.bind('19:sales', [megan, diego])).answers.map((one) => one.name)).toEqual([
      'megan',
      'diego',
    ]);
  });
});
