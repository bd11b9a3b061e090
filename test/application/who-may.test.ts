import type { Outcome } from '../../src/domain/referral/inputs';
import type { Person } from '../../src/domain/person/person';
import { T0, lead } from '../domain/builders';
import { openDesk, PRESS, type Desk0 } from './support';

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

const cameOf = (outcome: Outcome): string => (outcome.kind === 'done' ? outcome.did : outcome.kind);

async function accept(by: Person, over: Record<string, string> = {}): Promise<string> {
  const form = await desk.useCases.operate.begin('accept', 'acme/r-1', by, PRESS);
  if (form.kind !== 'form') return form.kind === 'ended' ? cameOf(form.outcome) : form.kind;
  const answers = { ...form.values, dealValue: '40000', ...over };
  const end = await desk.useCases.operate.answer(form.draft, by, { kind: 'sheet', answers });
  return end.kind === 'ended' ? cameOf(end.outcome) : end.kind;
}

describe('before any desk is bound', () => {
  beforeEach(() => begin());

  it('nobody sees a referral: no list, no search, no card, no form, no contact', async () => {
    await desk.useCases.receive.intake(lead({ customerProfile: customer }));
    expect(await desk.useCases.lists.page('inbox', '', megan)).toMatchObject({
      rows: [],
      total: 0,
      bound: false,
    });
    expect(await desk.useCases.lists.page('search', 'tailspin', megan)).toMatchObject({
      rows: [],
      bound: false,
    });
    expect(await desk.useCases.lists.find('tailspin', megan)).toEqual({
      kind: 'none',
      why: { kind: 'no-desk' },
    });
    expect(await desk.useCases.lists.find('r-1', megan)).toEqual({ kind: 'none', why: { kind: 'no-desk' } });
    expect(await desk.useCases.lists.one('acme/r-1', megan)).toEqual({ kind: 'no-desk' });
    expect(await desk.useCases.operate.begin('contact', 'acme/r-1', megan, { id: 'c' })).toEqual({
      kind: 'no-desk',
    });
    expect(await accept(megan)).toBe('no-desk');
  });
});

describe('at a desk', () => {
  beforeEach(async () => {
    await begin();
    await desk.bind('19:sales', [megan], [nestor]);
    await desk.useCases.receive.intake(lead({ customerProfile: customer }));
    await desk.at(T0);
  });

  const stranger = async (): Promise<Person> => {
    const one = await desk.person('stranger');
    desk.teams.roster = desk.teams.roster.filter((member) => member.aadObjectId !== 'stranger');
    return one;
  };

  it('who is not in its team sees and does nothing', async () => {
    const other = await stranger();
    expect(await desk.useCases.lists.page('inbox', '', other)).toEqual({ kind: 'not-yours' });
    expect(await desk.useCases.lists.find('tailspin', other)).toEqual({
      kind: 'none',
      why: { kind: 'not-yours' },
    });
    expect(await desk.useCases.lists.one('acme/r-1', other)).toEqual({ kind: 'not-yours' });
    expect(await desk.useCases.operate.begin('contact', 'acme/r-1', other, { id: 'c' })).toEqual({
      kind: 'not-yours',
    });
    expect(await accept(other)).toBe('not-yours');
  });

  const contact = (by: Person, id: string) => desk.useCases.operate.begin('contact', 'acme/r-1', by, { id });
  const KNOWN = {
    outcome: { kind: 'done' },
    view: { current: { contacts: [{ email: 'kim@example.com' }] } },
  };

  it('contacts: while received for every seller, then for owner, managers and colleagues by e-mail', async () => {
    expect(await contact(diego, 'c1')).toMatchObject(KNOWN);
    const colleague = {
      firstName: 'Megan',
      lastName: 'Bowen',
      phone: '+49 123456',
      email: 'Megan@Partner.example',
    };
    expect(await accept(nestor, colleague)).toBe('accepted');
    expect(await contact(diego, 'c2')).toMatchObject({ outcome: { kind: 'owner-only', owner: 'nestor' } });
    expect(await contact(megan, 'c3')).toMatchObject(KNOWN);
    expect(await contact(nestor, 'c4')).toMatchObject(KNOWN);
    await desk.at(T0 + 1);
    expect(desk.teams.notices('contacting')).toHaveLength(1);
  });

  it('a second seller is asked before they contact the customer, too', async () => {
    await contact(diego, 'c1');
    expect(await contact(megan, 'c2')).toMatchObject({
      outcome: { kind: 'asked', by: { name: 'diego' }, at: T0 },
    });
    const sure = { id: 'c3', sure: true };
    expect(await desk.useCases.operate.begin('contact', 'acme/r-1', megan, sure)).toMatchObject(KNOWN);
    await desk.at(T0 + 1);
    expect(desk.teams.notices('contacting')).toHaveLength(2);
  });

  it('nobody is said to contact a customer of whom there is no contact', async () => {
    await desk.useCases.receive.intake(lead({ id: 'r-2' }));
    expect(await desk.useCases.operate.begin('contact', 'acme/r-2', diego, { id: 'c1' })).toMatchObject({
      outcome: { kind: 'done' },
    });
    await desk.at(T0 + 1);
    expect(desk.teams.notices('contacting')).toEqual([]);
    expect((await desk.referral('r-2')).own.contacting).toBeUndefined();
  });

  it('on an accepted deal only owner, colleagues and managers record a call', async () => {
    expect(await accept(megan)).toBe('accepted');
    const call = (by: Person) => desk.useCases.operate.begin('called', 'acme/r-1', by, PRESS);
    expect(await call(diego)).toMatchObject({ outcome: { kind: 'owner-only', owner: 'megan' } });
    expect((await call(megan)).kind).toBe('form');
    expect((await call(nestor)).kind).toBe('form');
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
    expect(await contact(diego, 'c1')).toMatchObject(KNOWN);
  });

  it('who says "I called" is told of nobody who accepts meanwhile; who declines is', async () => {
    await desk.useCases.operate.begin('accept', 'acme/r-1', megan, PRESS);
    expect(await desk.useCases.operate.begin('called', 'acme/r-1', diego, PRESS)).not.toHaveProperty(
      'alsoOpen',
    );
    expect(await desk.useCases.operate.begin('decline', 'acme/r-1', diego, PRESS)).toMatchObject({
      alsoOpen: 'megan',
    });
  });

  it("a form is its author's only", async () => {
    const form = await desk.useCases.operate.begin('accept', 'acme/r-1', megan, PRESS);
    if (form.kind !== 'form') throw new Error(form.kind);
    expect(await desk.useCases.operate.read(form.draft, diego)).toEqual({ kind: 'no-form' });
    expect(await desk.useCases.operate.answer(form.draft, diego, { kind: 'cancel' })).toEqual({
      kind: 'no-form',
    });
  });

  it('two people save: one owns it, the other is told who and gets back what they wrote', async () => {
    const mine = await desk.useCases.operate.begin('accept', 'acme/r-1', diego, PRESS);
    if (mine.kind !== 'form') throw new Error(mine.kind);
    expect(await accept(megan)).toBe('accepted');
    const answers = { ...mine.values, dealValue: '7' };
    expect(await desk.useCases.operate.answer(mine.draft, diego, { kind: 'sheet', answers })).toMatchObject({
      outcome: { kind: 'taken', by: { name: 'megan' }, at: T0 },
      wrote: { dealValue: '7' },
    });
  });

  it('Save delivered twice at the same moment is one acceptance and one answer', async () => {
    const form = await desk.useCases.operate.begin('accept', 'acme/r-1', megan, PRESS);
    if (form.kind !== 'form') throw new Error(form.kind);
    const save = () =>
      desk.useCases.operate.answer(form.draft, megan, {
        kind: 'sheet',
        answers: { ...form.values, dealValue: '40000' },
      });
    const ends = await Promise.all([save(), save(), save()]);
    for (const end of [...ends, await save()])
      expect(end).toMatchObject({ outcome: { kind: 'done', did: 'accepted' } });
    expect((await desk.referral()).audit.filter((line) => line.what === 'accepted')).toHaveLength(1);
  });

  it('a form whose Save was done while the program ended begins anew when it is opened again', async () => {
    const form = await desk.useCases.operate.begin('called', 'acme/r-1', megan, PRESS);
    if (form.kind !== 'form') throw new Error(form.kind);
    const open = await desk.store.get('draft', form.draft);
    await desk.useCases.operate.answer(form.draft, megan, {
      kind: 'sheet',
      answers: { result: 'not-reached' },
    });
    const closed = await desk.store.get('draft', form.draft);
    if (!open || !closed) throw new Error('there is no draft');
    await desk.store.save('draft', { ...open, version: closed.version });

    const again = await desk.useCases.operate.begin('called', 'acme/r-1', megan, PRESS);
    if (again.kind !== 'form') throw new Error(again.kind);
    await desk.useCases.operate.answer(again.draft, megan, { kind: 'sheet', answers: { result: 'reached' } });
    expect((await desk.referral()).own.called?.result).toBe('reached');
  });

  it('"my active deals" has what one owns, also at a desk that one is not in', async () => {
    expect(await accept(megan)).toBe('accepted');
    await desk.bind('19:other', [nestor]);
    desk.teams.roster = [];
    expect(await desk.useCases.lists.page('my-active-deals', '', megan)).toMatchObject({
      total: 1,
      sums: [{ currency: 'EUR', value: '40000' }],
    });
  });
});
