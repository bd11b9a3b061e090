import { secondary, type Look } from '../../src/adapters/teams/cards/look';
import { OFFERED, type Offered } from '../../src/adapters/teams/operations/looks';
import type { ReferralOperation } from '../../src/domain/operations/operation';
import { intend } from '../../src/domain/referral/intents';

/** An operation that the product does not have: a deal gets another name. */
export const rename: ReferralOperation = {
  on: 'referral',
  name: 'rename',
  where: { accepted: 'involved' },
  audit: 'renamed',
  form: () => ({
    name: 'rename',
    fields: [{ id: 'to', kind: 'text', required: true, maxLength: 50, more: false }],
  }),
  start: ({ current }) => ({ to: current.deal.name ?? '' }),
  change: ({ referral, id, by, answers, facts }) =>
    intend(referral, { id, by: { id: by.id, name: by.name }, change: { name: answers['to'] ?? '' } }, facts),
};

const look: Look = {
  operation: rename,
  card: { accepted: secondary(70) },
  command: { also: ['call it'], inManifest: [], inHelp: ['personal'] },
};

/** All that the product offers, and this. */
export const withRename: Offered = {
  operations: [...OFFERED.operations, rename],
  looks: [...OFFERED.looks, look],
};
