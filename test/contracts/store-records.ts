import type { Open } from './store';

/** Plain records beside the documents. */
export function keepsRecords(open: Open): void {
  it('keeps records by table and key, in the order of their keys', async () => {
    const { records } = await open();
    await records.put('activities', 'b', '{"n":1}');
    await records.put('activities', 'a', '"ü"');
    await records.put('people', 'a', '1');
    await records.put('activities', 'b', '{"n":2}');

    expect(await records.all('activities')).toEqual([
      { key: 'a', value: '"ü"' },
      { key: 'b', value: '{"n":2}' },
    ]);
    expect(await records.all('nothing')).toEqual([]);
  });

  it('removes a record, and does not mind if it is not there', async () => {
    const { records } = await open();
    await records.put('activities', 'a', '1');
    await records.put('people', 'a', '1');
    await records.remove('activities', 'a');
    await records.remove('activities', 'a');

    expect(await records.all('activities')).toEqual([]);
    expect(await records.all('people')).toHaveLength(1);
  });

  it('takes the same key from many at once', async () => {
    const { records } = await open();
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => records.put('activities', 'a', String(index))),
    );
    expect(await records.all('activities')).toHaveLength(1);
  });
}
