import type { Person } from '../../src/domain/person/person';
import { T0, lead } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
let megan: Person;
let diego: Person;
let nestor: Person;
afterEach(() => desk.close());

const customer = {
  name: 'Tailspin Toys',
  team: [{ firstName: 'Kim', phoneNumber: '+49 1', email: 'kim@example.com' }],
};

async function begin(options: Parameters<typeof openDesk>[0] = {}): Promise<void> {
  desk = await openDesk({ connected: false, ...options });
  [megan, diego, nestor] = [
    await desk.person('megan', { email: 'megan@partner.example' }),
    await desk.person('diego'),
    await desk.person('nestor'),
  ];
}

async function accept(by: Person, over: Record<string, string> = {}): Promise<string> {
  const form = await desk.useCases.openForm('accept', 'acme/r-1', by);
  if (form.kind !== 'form') return form.kind === 'ended' ? form.outcome.kind : form.kind;
  const answers = { ...form.values, dealValue: '40000', ...over };
  const end = await desk.useCases.answerForm(form.draft, by, { kind: 'sheet', answers });
  return end.kind === 'ended' ? end.outcome.kind : end.kind;
}

describe('before any desk is bound', () => {
  beforeEach(() => begin());

  it('nobody sees a referral: no list, no search, no card, no form, no contact', async () => {
    await desk.useCases.receiveReferral(lead({ customerProfile: customer }));
    expect(await desk.useCases.list('inbox', '', megan)).toMatchObject({ rows: [], total: 0, bound: false });
    expect(await desk.useCases.list('search', 'tailspin', megan)).toMatchObject({ rows: [], bound: false });
    expect(await desk.useCases.find('tailspin', megan)).toEqual({ kind: 'none' });
    expect(await desk.useCases.find('r-1', megan)).toEqual({ kind: 'none' });
    expect(await desk.useCases.view('acme/r-1', megan)).toEqual({ kind: 'no-desk' });
    expect(await desk.useCases.contacts('acme/r-1', megan, 'c')).toEqual({ kind: 'no-desk' });
    expect(await accept(megan)).toBe('no-desk');
  });
});

describe('at a desk', () => {
  beforeEach(async () => {
    await begin();
    await desk.bind('19:sales', [megan], [nestor]);
    await desk.useCases.receiveReferral(lead({ customerProfile: customer }));
    await desk.at(T0);
  });

  const stranger = async (): Promise<Person> => {
    const one = await desk.person('stranger');
    desk.teams.roster = desk.teams.roster.filter((member) => member.aadObjectId !== 'stranger');
    return one;
  };

  it('who is not in its team sees and does nothing', async () => {
    const other = await stranger();
    expect(await desk.useCases.list('inbox', '', other)).toEqual({ kind: 'not-yours' });
    expect(await desk.useCases.find('tailspin', other)).toEqual({ kind: 'none' });
    expect(await desk.useCases.view('acme/r-1', other)).toEqual({ kind: 'not-yours' });
    expect(await desk.useCases.contacts('acme/r-1', other, 'c')).toEqual({ kind: 'not-yours' });
    expect(await accept(other)).toBe('not-yours');
  });

  it('contacts: while received for every seller, then for owner, managers and colleagues by e-mail', async () => {
    expect(await desk.useCases.contacts('acme/r-1', diego, 'c1')).toMatchObject({
      kind: 'contacts',
      contacts: [{ email: 'kim@example.com' }],
    });
    const colleague = {
      firstName: 'Megan',
      lastName: 'Bowen',
      phone: '+49 123456',
      email: 'Megan@Partner.example',
    };
    expect(await accept(nestor, colleague)).toBe('accepted');
    expect(await desk.useCases.contacts('acme/r-1', diego, 'c2')).toEqual({
      kind: 'owner-only',
      owner: 'nestor',
    });
    expect(await desk.useCases.contacts('acme/r-1', megan, 'c3')).toMatchObject({ kind: 'contacts' });
    expect(await desk.useCases.contacts('acme/r-1', nestor, 'c4')).toMatchObject({ kind: 'contacts' });
    await desk.at(T0 + 1);
    expect(desk.teams.notices('contacting')).toHaveLength(1);
  });

  it('a colleague is known by the address that the roster has', async () => {
    desk.teams.roster = desk.teams.roster.map((member) =>
      member.aadObjectId === 'diego' ? { ...member, email: 'diego@partner.example' } : member,
    );
    const colleague = {
      firstName: 'Diego',
      lastName: 'Siciliani',
      phone: '+49 123456',
      email: 'Diego@partner.example',
    };
    expect(await accept(megan, colleague)).toBe('accepted');
    expect(await desk.useCases.contacts('acme/r-1', diego, 'c1')).toMatchObject({ kind: 'contacts' });
  });

  it('who says "I called" is told of nobody who accepts meanwhile; who declines is', async () => {
    await desk.useCases.openForm('accept', 'acme/r-1', megan);
    expect(await desk.useCases.openForm('called', 'acme/r-1', diego)).not.toHaveProperty('alsoOpen');
    expect(await desk.useCases.openForm('decline', 'acme/r-1', diego)).toMatchObject({ alsoOpen: 'megan' });
  });

  it("a form is its author's only", async () => {
    const form = await desk.useCases.openForm('accept', 'acme/r-1', megan);
    if (form.kind !== 'form') throw new Error(form.kind);
    expect(await desk.useCases.readForm(form.draft, diego)).toEqual({ kind: 'not-found' });
    expect(await desk.useCases.answerForm(form.draft, diego, { kind: 'cancel' })).toEqual({
      kind: 'not-found',
    });
  });

  it('two people save: one owns it, the other is told who and gets back what they wrote', async () => {
    const mine = await desk.useCases.openForm('accept', 'acme/r-1', diego);
    if (mine.kind !== 'form') throw new Error(mine.kind);
    expect(await accept(megan)).toBe('accepted');
    const answers = { ...mine.values, dealValue: '7' };
    expect(await desk.useCases.answerForm(mine.draft, diego, { kind: 'sheet', answers })).toMatchObject({
      outcome: { kind: 'taken', by: { name: 'megan' }, at: T0 },
      wrote: { dealValue: '7' },
    });
  });

  it('Save delivered twice at the same moment is one acceptance and one answer', async () => {
    const form = await desk.useCases.openForm('accept', 'acme/r-1', megan);
    if (form.kind !== 'form') throw new Error(form.kind);
    const save = () =>
      desk.useCases.answerForm(form.draft, megan, {
        kind: 'sheet',
        answers: { ...form.values, dealValue: '40000' },
      });
    const ends = await Promise.all([save(), save(), save()]);
    for (const end of [...ends, await save()]) expect(end).toMatchObject({ outcome: { kind: 'accepted' } });
    expect((await desk.referral()).audit.filter((line) => line.what === 'accepted')).toHaveLength(1);
  });

  it('a form whose Save was done while the program ended begins anew when it is opened again', async () => {
    const form = await desk.useCases.openForm('called', 'acme/r-1', megan);
    if (form.kind !== 'form') throw new Error(form.kind);
    const open = await desk.store.get('draft', form.draft);
    await desk.useCases.answerForm(form.draft, megan, { kind: 'sheet', answers: { result: 'not-reached' } });
    const closed = await desk.store.get('draft', form.draft);
    if (!open || !closed) throw new Error('there is no draft');
    await desk.store.save('draft', { ...open, version: closed.version });

    const again = await desk.useCases.openForm('called', 'acme/r-1', megan);
    if (again.kind !== 'form') throw new Error(again.kind);
    await desk.useCases.answerForm(again.draft, megan, { kind: 'sheet', answers: { result: 'reached' } });
    expect((await desk.referral()).own.called?.result).toBe('reached');
  });

  it('"my active deals" has what one owns, also at a desk that one is not in', async () => {
    expect(await accept(megan)).toBe('accepted');
    await desk.bind('19:other', [nestor]);
    desk.teams.roster = [];
    expect(await desk.useCases.list('my-active-deals', '', megan)).toMatchObject({
      total: 1,
      sums: [{ currency: 'EUR', value: '40000' }],
    });
  });
});

describe('who may set up', () => {
  const place = {
    channel: '19:sales',
    team: 'team',
    tenant: 't',
    serviceUrl: 'https://smba/',
    name: 'Sales',
  };
  const open = (by: Person) => desk.useCases.openBind(place, desk.teams.roster, by);

  it('nobody knows who added the app: the first one binds, then only they and the managers they named', async () => {
    await begin();
    const form = await open(megan);
    if (form.kind !== 'form') throw new Error(form.kind);
    const answers = { ...form.values, managers: nestor.id };
    await desk.useCases.answerForm(form.draft, megan, { kind: 'sheet', answers });
    expect((await open(nestor)).kind).toBe('form');
    expect(await open(diego)).toEqual({ kind: 'admin-only' });
  });

  it.each(['en-GB', 'xx'])(
    'is filled in so that it can be saved where the setting is the language %s',
    async (language) => {
      await begin({ settings: { language } });
      const form = await open(megan);
      if (form.kind !== 'form') throw new Error(form.kind);
      const input = { kind: 'sheet', answers: form.values } as const;
      expect(await desk.useCases.answerForm(form.draft, megan, input)).toMatchObject({
        desk: { language: 'en' },
      });
    },
  );

  it('who opened the form and may no longer is refused at Save', async () => {
    await begin();
    const form = await open(diego);
    if (form.kind !== 'form') throw new Error(form.kind);
    await desk.useCases.teamInstalled('team', 'https://smba/', megan);
    const answers = { ...form.values, managers: diego.id };
    expect(await desk.useCases.answerForm(form.draft, diego, { kind: 'sheet', answers })).toEqual({
      kind: 'admin-only',
    });
  });

  it('admins are named in the settings: nobody else', async () => {
    await begin({ settings: { admins: ['MEGAN@partner.example'] } });
    expect((await open(megan)).kind).toBe('form');
    expect(await open(diego)).toEqual({ kind: 'admin-only' });
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
    expect(await open(megan)).toEqual({ kind: 'admin-only' });
    desk.teams.roster = [];
    expect(await open(diego)).toEqual({ kind: 'admin-only' });
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
