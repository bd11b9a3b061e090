import { SharedLedger } from '../../src/application/budget/shared-ledger';
import { StoreUnavailable } from '../../src/application/ports/faults';
import { EMPTY, type Ledger } from '../../src/domain/budget/ledger';
import { announced, newsIn } from '../../src/domain/budget/news';

const NOW = 1_700_000_000_000;

function kept() {
  const file = { text: undefined as string | undefined, writes: 0, lost: 0, away: false };
  const look = async <T>(read: () => T): Promise<T> => {
    await Promise.resolve();
    if (file.away) throw new StoreUnavailable('away');
    return read();
  };
  const store = {
    tally: () => look(() => file.text),
    swapTally: (_: string, from: string | undefined, to: string) =>
      look(() => {
        if (file.text !== from) {
          file.lost += 1;
          return false;
        }
        file.text = to;
        file.writes += 1;
        return true;
      }),
  };
  return { file, store, inIt: () => newsIn(JSON.parse(file.text ?? JSON.stringify(EMPTY)) as Ledger, NOW) };
}

const one = (ledger: Ledger) => ({ ledger: announced(ledger, 1, NOW), result: newsIn(ledger, NOW) });

it('who comes while it is written goes into the next write together, and none is lost', async () => {
  const { file, store, inIt } = kept();
  const ledger = new SharedLedger(store, 'k');
  const before = await Promise.all(Array.from({ length: 40 }, () => ledger.change(one)));
  expect(before).toEqual(Array.from({ length: 40 }, (_, index) => index));
  expect([inIt(), file.writes, file.lost]).toEqual([40, 2, 0]);
});

it('two processes that write at once lose nothing of each other', async () => {
  const { file, store, inIt } = kept();
  const both = [new SharedLedger(store, 'k'), new SharedLedger(store, 'k')];
  await Promise.all(Array.from({ length: 40 }, (_, index) => both[index % 2]!.change(one)));
  expect(inIt()).toBe(40);
  expect(file.lost).toBeGreaterThan(0);
});

it('who wants nothing changed writes nothing', async () => {
  const { file, store } = kept();
  expect(await new SharedLedger(store, 'k').change(() => undefined)).toBeUndefined();
  expect(file.writes).toBe(0);
});

it('while the store is away all who wait hear so, and it goes on when it is back', async () => {
  const { file, store, inIt } = kept();
  const ledger = new SharedLedger(store, 'k');
  file.away = true;
  const heard = await Promise.allSettled([1, 2, 3].map(() => ledger.change(one)));
  for (const { status, ...why } of heard)
    expect([status, why]).toEqual(['rejected', { reason: expect.any(StoreUnavailable) }]);
  file.away = false;
  await ledger.change(one);
  expect(inIt()).toBe(1);
});

it('one that throws is told so, and what the others want is written', async () => {
  const { store, inIt } = kept();
  const ledger = new SharedLedger(store, 'k');
  const wrong = () => {
    throw new RangeError('wrong');
  };
  const heard = await Promise.allSettled([ledger.change(one), ledger.change(wrong), ledger.change(one)]);
  expect(heard.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(inIt()).toBe(2);
});

it('what was seen last is known while the next is written', async () => {
  const { store } = kept();
  const ledger = new SharedLedger(store, 'k');
  const seen: number[] = [];
  const look = async (): Promise<void> => {
    await ledger.change(one);
    seen.push(newsIn(ledger.seen, NOW));
  };
  await Promise.all([look(), look(), look()]);
  expect(Math.min(...seen)).toBeGreaterThan(0);
});
