import type { Open } from './store';

/** Short texts that several processes change. */
export function keepsTallies(open: Open): void {
  it('keeps a tally, and changes it only for those who know what stands there', async () => {
    const { store } = await open();
    expect(await store.tally('a')).toBeUndefined();
    expect(await store.swapTally('a', 'x', '1')).toBe(false);
    expect(await store.swapTally('a', undefined, '1')).toBe(true);
    expect(await store.swapTally('a', undefined, '2')).toBe(false);
    expect(await store.swapTally('a', '2', '3')).toBe(false);
    expect(await store.swapTally('a', '1', '{"ü":"\'"}')).toBe(true);
    expect(await store.tally('a')).toBe('{"ü":"\'"}');
    expect(await store.tally('b')).toBeUndefined();
  });

  it('of many who change a tally from the same text one does', async () => {
    const [one, other] = [await open(), await open()];
    const swaps = (from: string | undefined): Promise<boolean[]> =>
      Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 ? one : other).store.swapTally('a', from, `${from ?? ''}${String(index)}`),
        ),
      );
    expect((await swaps(undefined)).filter(Boolean)).toHaveLength(1);
    expect((await swaps(await one.store.tally('a'))).filter(Boolean)).toHaveLength(1);
  });

  it('tallies are no records of anybody else, and outlive a restart', async () => {
    const { store, records } = await open();
    await records.put('activities', 'a', '"kept"');
    await store.swapTally('a', undefined, '1');
    expect(await records.all('activities')).toEqual([{ key: 'a', value: '"kept"' }]);
    await store.close();
    expect(await (await open()).store.tally('a')).toBe('1');
  });
}
