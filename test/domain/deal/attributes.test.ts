import { toPatch } from '../../../src/adapters/partner-center/to-patch';
import { applyChange } from '../../../src/domain/deal/change';
import { compare } from '../../../src/domain/deal/compare';
import { namedChange } from '../../../src/domain/deal/named-place';
import { putAt, standingAt, type At } from '../../../src/domain/deal/place';
import { fieldsOf } from '../../../src/domain/record/reading';
import type { Resource } from '../../../src/domain/record/resource';
import { lead as resource } from '../builders';

const ATTRIBUTES: At = ['details', 'requirements', 'additionalRequirements', 'attributes'];
const INTENT = { type: 'CustomerMarketplaceIntent', id: 'Yes' };
const AREA = { type: 'SolutionArea', id: 'Security', version: 3 };
const UNKNOWN = { type: 'SomethingNew', id: 'x' };

const holding = (attributes: unknown): Resource => putAt(resource(), ATTRIBUTES, attributes);
const after = (from: Resource, change: object): unknown =>
  standingAt(applyChange(from, change, 0), ATTRIBUTES);

it('are read by their type, wherever they stand', () => {
  const read = fieldsOf(holding([UNKNOWN, AREA, INTENT]));
  expect(read).toMatchObject({ purchaseIntent: 'Yes', solutionArea: 'Security' });
  expect(read).not.toHaveProperty('partnerRole');
});

it.each([
  [null],
  [{}],
  ['text'],
  [[null, 'x', 7]],
  [[{ type: 'SolutionArea', id: null }]],
  [[{ type: 'SolutionArea' }]],
])('in %j there is none', (attributes) => {
  expect(fieldsOf(holding(attributes))).not.toHaveProperty('solutionArea');
});

it('one is changed, added, cleared; all else about it and beside it stays', () => {
  const from = holding([UNKNOWN, AREA]);
  expect(after(from, { solutionArea: 'Azure' })).toEqual([UNKNOWN, { ...AREA, id: 'Azure' }]);
  expect(after(from, { partnerRole: 'Build' })).toEqual([
    UNKNOWN,
    AREA,
    { type: 'PartnerRole', id: 'Build' },
  ]);
  expect(after(from, { solutionArea: '' })).toEqual([UNKNOWN]);
  expect(after(resource(), { partnerRole: 'Build' })).toEqual([{ type: 'PartnerRole', id: 'Build' }]);
  expect(after(from, { partnerRole: '' })).toEqual([UNKNOWN, AREA]);
});

it('go to Partner Center as their list, added where there is none', () => {
  const change = { solutionArea: 'Azure', partnerRole: 'Build' };
  const value = [UNKNOWN, { ...AREA, id: 'Azure' }, { type: 'PartnerRole', id: 'Build' }];
  const path = `/${ATTRIBUTES.join('/')}`;
  expect(toPatch(holding([UNKNOWN, AREA]), change)).toEqual([{ op: 'replace', path, value }]);
  expect(toPatch(holding(null), { solutionArea: 'Azure' })).toEqual([
    { op: 'add', path, value: [{ type: 'SolutionArea', id: 'Azure' }] },
  ]);
  expect(toPatch(putAt(resource(), ['details', 'requirements'], {}), { solutionArea: 'Azure' })).toEqual([
    {
      op: 'add',
      path: '/details/requirements/additionalRequirements',
      value: { attributes: [{ type: 'SolutionArea', id: 'Azure' }] },
    },
  ]);
});

it('what another changed of one is no conflict about the next', () => {
  const there = holding([INTENT, { ...AREA, id: 'Azure' }]);
  const was = { solutionArea: 'Security', purchaseIntent: 'Yes' };
  expect(compare(there, { purchaseIntent: 'No', solutionArea: 'AI' }, was)).toEqual({
    done: [],
    open: ['purchaseIntent'],
    theirs: ['solutionArea'],
  });
});

it.each([
  ['PartnerRole', 'partnerRole'],
  ['$.details.requirements.additionalRequirements.attributes.type=SolutionPlay.id', 'solutionPlay'],
  ['id', undefined],
])('an error about %s is about %s', (target, field) => {
  expect(namedChange(target)).toBe(field);
});
