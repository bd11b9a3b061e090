import { quietList, quietListAt } from '../../src/domain/desk/quiet-list';
import { stepDesk } from '../../src/domain/desk/step';
import type { Desk } from '../../src/domain/desk/desk';
import { DAY, facts, HOUR, T0 } from './builders';

const at = (iso: string): number => Date.parse(iso);
const desk = (over: Partial<Desk> = {}): Desk => ({ ...(facts(T0).desk as Desk), ...over });
const relisted = (before: Desk, list: string, now: number): Desk =>
  stepDesk(before, { kind: 'relisted', list }, now);

it.each([
  ['2026-03-02T07:59:59Z', 'Europe/Berlin', 'quiet/2026-03-02', '2026-03-02T08:00:00Z'],
  ['2026-03-02T08:00:00Z', 'Europe/Berlin', 'quiet/2026-03-03', '2026-03-03T08:00:00Z'],
  // The night in which summer time begins.
  ['2026-03-28T20:00:00Z', 'Europe/Berlin', 'quiet/2026-03-29', '2026-03-29T07:00:00Z'],
  ['2026-03-02T20:30:00Z', 'Pacific/Auckland', 'quiet/2026-03-04', '2026-03-03T20:00:00Z'],
  ['2026-03-02T08:30:00Z', 'Nowhere/None', 'quiet/2026-03-02', '2026-03-02T09:00:00Z'],
])('what comes at %s in %s is of %s', (now, zone, list, morning) => {
  expect(quietList(at(now), zone)).toBe(list);
  expect(quietListAt(list, zone)).toBe(at(morning));
});

it('a list is owed for its morning, once, and changes at once after that', () => {
  const list = quietList(T0, 'Europe/Berlin');
  const owing = relisted(relisted(desk(), list, T0), list, T0 + HOUR);
  expect(owing.outbox).toHaveLength(1);
  expect(owing.wakeAt).toBe(T0 + DAY);
  const posted = { ...owing, outbox: [] };
  expect(relisted(posted, list, T0 + 2 * DAY).wakeAt).toBe(T0 + 2 * DAY + 2_000);
});

it('a list that is long past and not known is not begun', () => {
  expect(relisted(desk(), 'quiet/2026-02-20', T0).outbox).toEqual([]);
  expect(relisted(desk(), 'quiet/never', T0).outbox).toEqual([]);
});

it('mornings are kept until what stands in them has expired, and crowds have lists of their own', () => {
  let one = stepDesk(desk(), { kind: 'crowded' }, T0);
  for (let day = 0; day < 20; day += 1) {
    const now = T0 + day * DAY;
    one = { ...relisted(one, quietList(now, 'Europe/Berlin'), now), outbox: [] };
  }
  const ids = (one.lists ?? []).map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('quiet/'))).toHaveLength(15);
  expect(ids.at(-1)).toBe(String(T0));
  const crowded = stepDesk(one, { kind: 'crowded' }, T0 + 21 * DAY);
  expect(crowded.lists?.at(-1)?.id).toBe(String(T0 + 21 * DAY));
  expect(crowded.lists).toHaveLength(17);
});
