import fc from 'fast-check';
import { readPage, readResource } from '../../../src/adapters/partner-center/from-wire';
import { toPatch } from '../../../src/adapters/partner-center/to-patch';
import { changedFields, compare, heldBy } from '../../../src/domain/deal/compare';
import { DECLINE_REASONS } from '../../../src/domain/deal/reasons';
import { currentOf, fieldsOf } from '../../../src/domain/record/reading';
import type { Change } from '../../../src/domain/referral/referral';
import type { Resource } from '../../../src/domain/record/resource';

const RECORD: Resource = {
  id: 'r-1',
  createdDateTime: '2026-11-20T09:00:00Z',
  customerProfile: { name: 'Tailspin Toys' },
  details: { notes: null },
  team: [],
};
const COLLEAGUE = { firstName: 'Ana', lastName: 'Ruiz', phone: '+34', email: 'ana@partner.example' };
const ADDED = { how: 'added', key: 'ana@partner.example', name: 'Ana Ruiz', entry: COLLEAGUE } as const;
const MEMBER = { firstName: 'Ana', lastName: 'Ruiz', phoneNumber: '+34', email: 'ana@partner.example' };

describe('a change as JSON Patch', () => {
  it.each<[Change, object[]]>([
    [{}, []],
    [{ name: 'Deal' }, [{ op: 'replace', path: '/name', value: 'Deal' }]],
    [{ dealValue: '40000' }, [{ op: 'replace', path: '/details/dealValue', value: 40000 }]],
    [
      { dealValue: '999999999999.99' },
      [{ op: 'replace', path: '/details/dealValue', value: 999999999999.99 }],
    ],
    [{ dealValue: 'much' }, [{ op: 'replace', path: '/details/dealValue', value: 'much' }]],
    [{ currency: 'EUR' }, [{ op: 'replace', path: '/details/currency', value: 'EUR' }]],
    [
      { closeDate: '2026-12-31' },
      [{ op: 'replace', path: '/details/closingDateTime', value: '2026-12-31T00:00:00Z' }],
    ],
    [{ notes: 'Words' }, [{ op: 'replace', path: '/details/notes', value: 'Words' }]],
    [{ crmId: 'C-1' }, [{ op: 'replace', path: '/externalReferenceId', value: 'C-1' }]],
    [{ campaignId: 'K' }, [{ op: 'replace', path: '/campaignId', value: 'K' }]],
    [
      { notes: '', dealValue: '', closeDate: '', crmId: '' },
      [
        { op: 'replace', path: '/externalReferenceId', value: null },
        { op: 'replace', path: '/details/dealValue', value: null },
        { op: 'replace', path: '/details/closingDateTime', value: null },
        { op: 'replace', path: '/details/notes', value: null },
      ],
    ],
    [{ colleagues: [ADDED] }, [{ op: 'add', path: '/team/-', value: MEMBER }]],
    [
      { stage: 'accepted' },
      [
        { op: 'replace', path: '/status', value: 'Active' },
        { op: 'replace', path: '/substatus', value: 'Accepted' },
      ],
    ],
    [
      { stage: 'archived', archivedAs: 'lost', reason: '3' },
      [
        { op: 'replace', path: '/statusReason', value: 'Customer chose another vendor' },
        { op: 'replace', path: '/status', value: 'Closed' },
        { op: 'replace', path: '/substatus', value: 'Lost' },
      ],
    ],
  ])('%j', (change, operations) => {
    expect(toPatch(RECORD, change)).toEqual(operations);
  });

  it('adds whole what the record does not have at all', () => {
    const { details: _, team: __, ...bare } = RECORD;
    expect(toPatch(bare, { notes: 'Words', currency: 'EUR', colleagues: [ADDED] })).toEqual([
      { op: 'add', path: '/details', value: { notes: 'Words', currency: 'EUR' } },
      { op: 'add', path: '/team', value: [MEMBER] },
    ]);
  });

  it('gives each reason that people may choose in words, and takes the words back', () => {
    for (const { code } of DECLINE_REASONS) {
      const words = toPatch(RECORD, { reason: code })[0]!.value;
      expect(words).not.toBe(code);
      expect(readResource({ ...RECORD, statusReason: words })!.statusReason).toBe(code);
    }
    expect(readResource({ ...RECORD, statusReason: 'SomethingElse' })!.statusReason).toBe('SomethingElse');
  });
});

describe('a referral as Partner Center sends it', () => {
  it('keeps fields and words that it does not know', () => {
    const sent = {
      ...RECORD,
      status: 'Paused',
      trackingInfo: { microsoftMsxId: '7-1' },
      details: { incentiveLevel: 'A' },
    };
    expect(readResource(sent)).toMatchObject({
      status: 'Paused',
      trackingInfo: { microsoftMsxId: '7-1' },
      details: { incentiveLevel: 'A' },
    });
  });

  it.each([
    [{ id: 'a' }, { id: 'a', createdDateTime: '', customerProfile: { name: '' } }],
    [{ id: 'a', customerProfile: { name: 'X', team: {} } }, { customerProfile: { name: 'X', team: null } }],
    [
      { id: 'a', mpnId: 1234567, salesStage: 40 },
      { mpnId: '1234567', salesStage: '40' },
    ],
    [
      { id: 'a', status: { a: 1 }, name: true, details: 'x' },
      { status: null, name: null, details: null },
    ],
    [{ id: 'a', team: [null, 'x', { email: 7 }] }, { team: [{ email: '7' }] }],
    [{ id: 'a', details: { dealValue: [] } }, { details: { dealValue: null } }],
  ])('%j is read as far as it goes', (sent, expected) => {
    expect(readResource(sent)).toMatchObject(expected);
  });

  it.each([
    [null],
    [undefined],
    ['text'],
    [7],
    [[]],
    [{}],
    [{ id: 7 }],
    [{ id: '' }],
    [{ id: 'x'.repeat(101) }],
  ])('%j is none', (sent) => {
    expect(readResource(sent)).toBeUndefined();
  });

  it('never is one that the domain cannot read, whatever is in it', () => {
    const names = [
      ...Object.keys(RECORD),
      ...['consent', 'inviteContext', 'target', 'status', 'statusReason', 'eTag', 'type'],
    ];
    const field = fc.constantFrom(
      ...names,
      'invitedBy',
      'organizationId',
      'requirements',
      'products',
      'notes',
      'address',
      'city',
    );
    const anything = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(null, true, 7, '', 'text', '2026-13-45'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(field, tie('value'), { maxKeys: 5 }),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(field, anything, { maxKeys: 12 }), (sent) => {
        const read = readResource({ ...sent, id: 'r-1' })!;
        currentOf(read, 0);
        const fields = fieldsOf(read);
        compare(read, { ...fields, colleagues: [ADDED] }, heldBy(read, fields));
        changedFields(fields);
        toPatch(read, { notes: 'x', colleagues: [ADDED] });
      }),
      { numRuns: 500 },
    );
  });
});

describe('a page of a list', () => {
  it.each([[null], [[]], [{}], [{ value: {} }], ['<html>']])('%j is none', (sent) => {
    expect(readPage(sent)).toBeUndefined();
  });
});
