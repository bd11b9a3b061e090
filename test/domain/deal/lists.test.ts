import { toPatch } from '../../../src/adapters/partner-center/to-patch';
import { applyChange } from '../../../src/domain/deal/change';
import { differing } from '../../../src/domain/deal/compare';
import { adding, changing, listProblem, removing, type ListProblem } from '../../../src/domain/deal/editing';
import { entriesOf, type Held } from '../../../src/domain/deal/entries';
import { listOf } from '../../../src/domain/deal/lists';
import type { ReferralKind } from '../../../src/domain/record/kind';
import type { Member, Named, Resource } from '../../../src/domain/record/resource';
import { consentOf, withConsent } from '../../../src/domain/referral/consent';
import { diego, fromPartnerCenter, lead, megan, T0 } from '../builders';

const [COLLEAGUES, CONTACTS, SOLUTIONS] = (['colleagues', 'contacts', 'solutions'] as const).map(listOf) as [
  ReturnType<typeof listOf>,
  ReturnType<typeof listOf>,
  ReturnType<typeof listOf>,
];
const ana: Member = { firstName: 'Ana', lastName: 'Ruiz', phoneNumber: '+34', email: 'Ana@Partner.example' };
const person = (email: string, over = {}) => ({
  ...{ firstName: 'Bo', lastName: 'Li', phone: '+86 1', email },
  ...over,
});
const withTeam = (...team: unknown[]): Resource => lead({ team: team as Member[] });
const solutions = (...all: object[]): Resource =>
  lead({ details: { requirements: { solutions: all as Named[], products: [{ id: 'Azure' }] } } });
const keysOf = (resource: Resource, list = COLLEAGUES) => entriesOf(resource, list).map(({ key }) => key);

describe('an entry', () => {
  it('is known by its address, else its phone, else its name; what has none of these is left alone', () => {
    const named = { firstName: 'Cem ', lastName: 'Kaya' };
    const team = withTeam(ana, { ...named, phoneNumber: '+49 1' }, named, { title: 'CTO' }, null, 'x', 7);
    expect(keysOf(team)).toEqual(['ana@partner.example', '+49 1', 'cem kaya']);
    expect(keysOf(lead({ team: {} as never }))).toEqual([]);
    expect(keysOf(solutions({ id: 'SOL-1', name: 'Move' }, { name: 'Backup' }), SOLUTIONS)).toEqual([
      'sol-1',
      'backup',
    ]);
  });

  it('has its price, currency and quantity, also as texts', () => {
    const held = { id: 'S', name: 'Seats', type: 'Name', price: 12.5, quantity: '80', currency: 'eur' };
    expect(entriesOf(solutions(held), SOLUTIONS)[0]?.entry).toEqual({
      ...{ id: 'S', name: 'Seats', type: 'Name', price: '12.5', priceCurrency: 'EUR', quantity: '80' },
    });
  });

  it('keeps what is not known here when it changes', () => {
    const quiet = { ...ana, contactPreference: { disableNotifications: true } };
    const change = differing(withTeam(quiet), {
      colleagues: [{ key: 'ana@partner.example', entry: { phone: '1' } }],
    });
    expect(applyChange(withTeam(quiet, 'x'), change, T0).team).toEqual([{ ...quiet, phoneNumber: '1' }]);
  });

  it('with another address is another entry in its place', () => {
    const record = withTeam(ana);
    const entry = person('bo@partner.example');
    const change = differing(record, { colleagues: changing(COLLEAGUES, 'ana@partner.example', entry) });
    expect(keysOf(applyChange(record, change, T0))).toEqual(['bo@partner.example']);
    expect(changing(COLLEAGUES, 'bo@partner.example', person('Bo@Partner.example'))).toHaveLength(1);
  });
});

describe('as JSON Patch', () => {
  const change = (
    record: Resource,
    list: 'colleagues' | 'contacts' | 'solutions',
    changes: readonly Held[],
  ) => toPatch(record, differing(record, { [list]: changes }));

  it('what is only added is added one by one', () => {
    const two = [...adding(COLLEAGUES, person('a@b.c')), ...adding(COLLEAGUES, person('d@e.f'))];
    expect(change(withTeam(ana), 'colleagues', two)).toEqual([
      {
        op: 'add',
        path: '/team/-',
        value: expect.objectContaining({ email: 'a@b.c', phoneNumber: '+86 1' }),
      },
      { op: 'add', path: '/team/-', value: expect.objectContaining({ email: 'd@e.f' }) },
    ]);
  });

  it('what is changed or removed replaces the list: there is no other way', () => {
    expect(change(withTeam(ana), 'colleagues', removing('ana@partner.example'))).toEqual([
      { op: 'replace', path: '/team', value: [] },
    ]);
    const priced = changing(SOLUTIONS, 's', { id: 'S', name: 'Seats', quantity: '90', price: '' });
    expect(
      change(solutions({ id: 'S', name: 'Seats', quantity: 80, price: 1 }), 'solutions', priced),
    ).toEqual([
      {
        ...{ op: 'replace', path: '/details/requirements/solutions' },
        value: [{ id: 'S', name: 'Seats', quantity: 90, price: null }],
      },
    ]);
  });

  it('a list that is not there is added, with what it stands in', () => {
    const kim = adding(CONTACTS, person('kim@customer.example'));
    const path = '/customerProfile/team';
    const bare = lead({ customerProfile: { name: 'Tailspin Toys' } });
    expect(change(bare, 'contacts', kim)).toEqual([{ op: 'add', path, value: [expect.anything()] }]);
    const move = adding(SOLUTIONS, { name: 'Move' });
    expect(
      toPatch(lead({ details: null }), { ...differing(lead(), { solutions: move }), notes: 'x' }),
    ).toEqual([
      { op: 'add', path: '/details', value: { notes: 'x', requirements: { solutions: [{ name: 'Move' }] } } },
    ]);
    expect(change(lead({ details: { notes: 'x' } }), 'solutions', move)).toEqual([
      { op: 'add', path: '/details/requirements', value: { solutions: [{ name: 'Move' }] } },
    ]);
  });
});

describe('what a list may not become', () => {
  const many = Array.from({ length: 50 }, (_, n) => ({
    key: `p${String(n)}`,
    entry: person(`p${String(n)}`),
  }));
  const assessment = { id: 'SA', name: 'Assessment', solutionType: 'SolutionAssessment' };
  const listed = [{ key: 'ana@partner.example', entry: person('ana@partner.example') }];

  it.each<[string, typeof COLLEAGUES, typeof many, readonly Held[], ReferralKind, ListProblem | undefined]>([
    ['a 51st', COLLEAGUES, many, adding(COLLEAGUES, person('x')), 'private', { kind: 'too-many' }],
    [
      'another for one of 50',
      COLLEAGUES,
      many,
      changing(COLLEAGUES, 'p1', person('x')),
      'private',
      undefined,
    ],
    [
      ...([
        'a person without a phone',
        COLLEAGUES,
        [],
        adding(COLLEAGUES, person('x', { phone: ' ' })),
      ] as const),
      ...(['private', { kind: 'incomplete', missing: ['phone'] }] as const),
    ],
    [
      'no colleague on a deal',
      COLLEAGUES,
      listed,
      removing('ana@partner.example'),
      'partner-led',
      { kind: 'needed' },
    ],
    ['none on a lead', COLLEAGUES, listed, removing('ana@partner.example'), 'sales-qualified', undefined],
    [
      'no contact, Microsoft invited',
      CONTACTS,
      listed,
      removing('ana@partner.example'),
      'co-sell-outbound',
      { kind: 'needed' },
    ],
    ['no contact of our own deal', CONTACTS, listed, removing('ana@partner.example'), 'private', undefined],
    [
      'an assessment and another',
      SOLUTIONS,
      [{ key: 'sa', entry: assessment }],
      adding(SOLUTIONS, { name: 'x' }),
      'private',
      { kind: 'alone' },
    ],
    ['an assessment alone', SOLUTIONS, [], adding(SOLUTIONS, assessment), 'private', undefined],
  ] as never)('%s', (_, list, standing, changes, kind, problem) => {
    expect(listProblem(list, { listed: standing, changes, kind })).toEqual(problem);
  });
});

it('who said that a contact agrees, and when, is kept by the contact', () => {
  const referral = withConsent(fromPartnerCenter(), ['kim@customer.example'], { by: megan, at: T0 });
  const again = withConsent(referral, ['kim@customer.example'], { by: diego, at: T0 + 1 });
  expect(consentOf(again, 'kim@customer.example')).toEqual({
    contact: 'kim@customer.example',
    by: diego,
    at: T0 + 1,
  });
  expect(consentOf(again, 'ana@customer.example')).toBeUndefined();
});
