import { checkResource } from '../../../src/adapters/http/resource-check';

const resource = (changes: object): unknown =>
  JSON.parse(
    JSON.stringify({
      id: 'r-1',
      createdDateTime: '2026-03-02T09:00:00Z',
      customerProfile: { name: 'Tailspin Toys' },
      ...changes,
    }),
  );

describe('what counts as a referral resource', () => {
  it.each([
    ['id', { id: undefined }, '/id', 'is needed'],
    ['a number as id', { id: 5 }, '/id', 'must be text'],
    ['an id with a slash', { id: 'a/b' }, '/id', 'must be 1 to 100 of A-Z a-z 0-9 . _ : -'],
    ['an empty id', { id: '' }, '/id', 'must be 1 to 100 of A-Z a-z 0-9 . _ : -'],
    ['a blank customer', { customerProfile: { name: ' ' } }, '/customerProfile/name', 'must not be empty'],
    ['a customer as text', { customerProfile: 'Tailspin' }, '/customerProfile', 'must be an object'],
    [
      'the 30th of February',
      { createdDateTime: '2026-02-30T00:00:00Z' },
      '/createdDateTime',
      /^must be a real date/,
    ],
    ['a date as number', { createdDateTime: 1 }, '/createdDateTime', 'must be a date and time as text'],
    ['an update tomorrow', { updatedDateTime: 'tomorrow' }, '/updatedDateTime', /^must be a real date/],
    ['a value as list', { details: { dealValue: [] } }, '/details/dealValue', 'must be a number'],
    ['a value in words', { details: { dealValue: 'much' } }, '/details/dealValue', /at most 15 digits/],
    ['a value of 10^30', { details: { dealValue: 1e30 } }, '/details/dealValue', /at most 15 digits/],
    ['a value below zero', { details: { dealValue: -1 } }, '/details/dealValue', /not below zero/],
    ['a colleague as text', { team: ['Ann'] }, '/team/0', 'must be an object'],
    [
      'a nested name',
      { details: { requirements: { products: [{ name: 1 }] } } },
      '/details/requirements/products/0/name',
      'must be text',
    ],
    [
      'yes for true',
      { details: { customerRequestedContact: 'yes' } },
      '/details/customerRequestedContact',
      'must be true or false',
    ],
    ['a NUL', { name: 'a\0b' }, '/name', 'holds a character that cannot be stored'],
    ['half a character', { 'a/b~c': ['\ud800'] }, '/a~1b~0c/0', 'holds a character that cannot be stored'],
  ])('%s is refused, at its place', (_what, changes, pointer, detail) => {
    expect(checkResource(resource(changes))).toEqual({
      errors: [{ pointer, detail: typeof detail === 'string' ? detail : expect.stringMatching(detail) }],
    });
  });

  it.each([
    [
      'dates with and without zone, fraction and time',
      {
        updatedDateTime: '2026-03-02T09:00:00.1234567+01:00',
        closedDateTime: '2026-03-02',
        acceptedDateTime: '2026-03-02T09:00',
      },
    ],
    ['nothing where something may be', { details: null, team: null, consent: null, eTag: null, target: [] }],
    ['a value as number or text', { details: { dealValue: 0.1, more: { dealValue: '0.10' } } }],
    [
      'words and fields that nobody knows',
      { status: 'Somewhere', type: 'New', '@odata.type': '#x', x: [{ y: null }] },
    ],
    ['every letter there is', { name: 'Zoë 👩‍💻 مرحبا 漢字\n\t' }],
  ])('%s is fine, and handed over as it came', (_what, changes) => {
    const value = resource(changes);
    const checked = checkResource(value);
    expect(checked).toEqual({ resource: value });
  });

  it('tells at most 50 problems', () => {
    const checked = checkResource(resource({ team: Array(400).fill(1) }));
    expect('errors' in checked && checked.errors).toHaveLength(50);
  });
});
