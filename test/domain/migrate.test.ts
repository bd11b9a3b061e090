import { migrate } from '../../src/domain/migrate';
import type { Referral } from '../../src/domain/referral/referral';
import { seen } from '../../src/domain/referral/face';
import { fromPartnerCenter, megan, T0 } from './builders';

const ANA = { firstName: 'Ana', lastName: 'Ruiz', phone: '+34', email: 'Ana@partner.example' };
const before = { stage: 'accepted', dealValue: '1', colleague: ANA };
const since = {
  ...{ stage: 'accepted', dealValue: '1' },
  colleagues: [{ how: 'added', key: 'ana@partner.example', name: 'Ana Ruiz', entry: ANA }],
};

it('a colleague of schema 2 is an entry of the list, wherever a change is kept', () => {
  const told = { kind: 'tell', since: 1, lane: 'x', to: megan, id: '1', owedAt: 0, notBefore: 0, tries: 0 };
  const kept = {
    ...fromPartnerCenter(),
    schema: 2,
    own: { places: [], questions: [{ id: 'q', by: megan, at: T0, yours: before }] },
    intents: [{ id: 'i', by: megan, at: T0, change: before, was: { stage: 'received' }, state: 'sending' }],
    outbox: [
      { ...told, notice: { kind: 'refused', why: 'invalid', change: before } },
      { ...told, notice: { kind: 'overwritten', yours: before, fields: ['dealValue'] } },
    ],
  } as unknown as Referral;
  const read = migrate('referral', kept);
  expect(read.intents[0]?.change).toEqual(since);
  expect(read.own.questions?.[0]?.yours).toEqual(since);
  expect(read.outbox).toMatchObject([{ notice: { change: since } }, { notice: { yours: since } }]);
  expect(seen(read).colleagues).toEqual([ANA]);
  expect(migrate('referral', { ...read, schema: 3 })).toEqual({ ...read, schema: 3 });
});
