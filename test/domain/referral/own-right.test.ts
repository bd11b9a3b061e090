import { isBringing, type WriteEffect } from '../../../src/domain/effects';
import { awaitedAuthor } from '../../../src/domain/referral/awaited-author';
import type { Referral } from '../../../src/domain/referral/referral';
import { OPERATIONS } from '../../../src/domain/operations/table';
import { seen } from '../../../src/domain/referral/face';
import { edit } from '../../../src/domain/operations/edit';
import { accept, facts, fromPartnerCenter, go, HOUR, iso, lead, megan, run, T0 } from '../builders';

const unsigned = (standIn: boolean, behind?: true) =>
  ({ kind: 'unsigned', standIn, ...(behind && { behind }), problem: 'not signed in' }) as const;
const writes = ({ outbox }: Referral): WriteEffect[] =>
  outbox.filter((effect): effect is WriteEffect => effect.kind === 'write');
const settled = (referral: Referral, at: number, standIn = true, behind?: true): Referral => {
  const effect = writes(referral).find(({ parked }) => parked === undefined)?.id ?? '';
  return go(referral, { kind: 'settled', effect, settlement: unsigned(standIn, behind) }, at);
};
const asked = ({ outbox }: Referral) =>
  outbox.flatMap((effect) =>
    effect.kind === 'tell' && effect.notice.kind === 'author-sign-in' ? [effect.notice] : [],
  );
const accepted = (created = T0): Referral =>
  go(fromPartnerCenter(lead({ createdDateTime: iso(created) })), run(accept(megan)), T0);

it('waits two hours, wakes then, and asks its author once', async () => {
  const parked = settled(accepted(), T0 + 60_000);
  expect(writes(parked)).toMatchObject([{ parked: 'author-signed-in', standsInAt: T0 + 2 * HOUR }]);
  expect(awaitedAuthor(parked)).toMatchObject({ by: { id: megan.id }, until: T0 + 2 * HOUR });
  expect(asked(parked)).toMatchObject([{ kind: 'author-sign-in', standsInAt: T0 + 2 * HOUR }]);
  const early = go(parked, { kind: 'wake' }, T0 + 2 * HOUR - 1);
  expect(writes(early)).toMatchObject([{ parked: 'author-signed-in' }]);
  const due = go(parked, { kind: 'wake' }, T0 + 2 * HOUR);
  expect(writes(due)).toMatchObject([{ notBefore: T0 + 2 * HOUR }]);
  expect(awaitedAuthor(due)).toBeUndefined();
  expect(asked(settled(due, T0 + 2 * HOUR))).toHaveLength(1);
});

it.each([
  ['a deadline in three hours', T0 - 21 * HOUR, T0 + HOUR],
  ['one that is past, and the next far away', T0 - 25 * HOUR, T0 + 2 * HOUR],
])('%s', (_, created, standsInAt) => {
  expect(writes(settled(accepted(created), T0))).toMatchObject([{ parked: 'author-signed-in', standsInAt }]);
});

it('is tried again at once where the deadline is nearer than that', () => {
  const [write] = writes(settled(accepted(T0 - 23 * HOUR), T0));
  expect(write).toMatchObject({ standsInAt: T0 - HOUR, notBefore: T0 });
  expect(write?.parked).toBeUndefined();
});

it('has no moment where nobody stands in, and signing in frees it with what stands behind it', () => {
  const first = settled(accepted(), T0, false);
  expect(writes(first)[0]).not.toHaveProperty('standsInAt');
  const by = { ...megan, addresses: [] };
  const answers = { dealValue: '5', currency: 'EUR' };
  const edited = go(first, run({ operation: edit, id: 'edit', by, answers }), T0 + 1_000);
  const both = settled(edited, T0 + 1_000, false, true);
  expect(writes(both).map(({ parked }) => parked)).toEqual(['author-signed-in', 'author-signed-in']);
  expect(asked(both)).toHaveLength(1);
  const freed = go(both, { kind: 'freed', event: 'author-signed-in' }, T0 + HOUR);
  expect(writes(freed).map(({ parked }) => parked)).toEqual([undefined, undefined]);
});

it('what an operation sends to Partner Center asks for the right to it first', () => {
  const received = fromPartnerCenter();
  const written = go(go(received, run(accept(megan)), T0), { kind: 'wake' }, T0);
  const by = { ...megan, addresses: [] };
  const sends = [...OPERATIONS].flatMap((operation) => {
    if (operation.on !== 'referral') return [];
    const referral = operation.where.received ? received : written;
    const opening = { referral, current: seen(referral), by, facts: facts(T0), today: '2026-03-02' };
    const answers = { reason: '5', note: 'x', name: 'Other', ...operation.start?.(opening) };
    const next = operation.change({ ...opening, id: 'x', answers, began: {} });
    const owed = (one: Referral): number => one.outbox.filter(isBringing).length + one.intents.length;
    return owed(next) > owed(referral) ? [operation] : [];
  });
  expect(sends.map(({ name }) => name)).toEqual(expect.arrayContaining(['accept', 'decline', 'mark-lost']));
  expect(sends.filter(({ brings }) => !brings)).toEqual([]);
});
