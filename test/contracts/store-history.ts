import type { PastLine } from '../../src/domain/referral/referral';
import type { Open } from './store';

const megan = { id: 't/megan', name: 'Megan Bowen' };
const line = (n: number, over: Partial<PastLine> = {}): PastLine => ({
  n,
  at: 1_000 + n,
  what: 'observed',
  ...over,
});
const lines = (from: number, to: number): PastLine[] =>
  Array.from({ length: to - from + 1 }, (_, at) => line(from + at));
const numbers = (page: readonly PastLine[]): number[] => page.map(({ n }) => n);

/** The older lines of what happened, beside the documents. */
export function keepsHistory(open: Open): void {
  it('keeps lines whole, and gives them back from a number on, the newest first', async () => {
    const { history } = await open();
    const told = line(3, { by: megan, what: 'told', to: [{ to: megan, rule: 'owner' }], times: 4 });
    await history.keep('acme/r-1', [line(1), line(2, { by: megan, what: 'accepted' }), told]);
    await history.keep('acme/r-1', lines(10, 12));

    expect(await history.before('acme/r-1', 4, 2)).toEqual([told, line(2, { by: megan, what: 'accepted' })]);
    expect(numbers(await history.before('acme/r-1', 1_000, 100))).toEqual([12, 11, 10, 3, 2, 1]);
    expect(await history.before('acme/r-1', 1, 10)).toEqual([]);
  });

  it('keeps a line once, as it was written first, however often it is written', async () => {
    const { history } = await open();
    await history.keep('acme/r-1', lines(1, 3));
    await history.keep('acme/r-1', lines(1, 3));
    await history.keep('acme/r-1', [line(3, { times: 9 }), line(4)]);

    expect(await history.before('acme/r-1', 100, 100)).toEqual(lines(1, 4).reverse());
  });

  it('takes the same lines from two at once', async () => {
    const [one, other] = [await open(), await open()];
    await Promise.all([one, other, one].map(({ history }) => history.keep('acme/r-1', lines(1, 50))));

    expect(numbers(await other.history.before('acme/r-1', 100, 100))).toEqual(
      numbers(lines(1, 50)).reverse(),
    );
  });

  it('knows one referral from another, and nothing of one that it never heard of', async () => {
    const { history } = await open();
    await history.keep('acme/r-1', [line(1)]);
    await history.keep('acme/r-10', [line(2)]);
    await history.keep('other/r-1', [line(3)]);
    await history.keep('acme/r-1', []);

    expect(numbers(await history.before('acme/r-1', 100, 100))).toEqual([1]);
    expect(await history.before('acme/r-2', 100, 100)).toEqual([]);
  });

  it('has it all when it is opened again', async () => {
    const { store, history } = await open();
    await history.keep('acme/r-1', lines(1, 20));
    await store.close();

    const next = await open();
    expect(numbers(await next.history.before('acme/r-1', 11, 3))).toEqual([10, 9, 8]);
  });
}
