import { SCHEMA } from '../../src/domain/living/document';
import type { Draft } from '../../src/domain/draft/draft';
import { sample } from './sample-drafts';
import type { Open } from './store';

/** Kept as they came, one winner per version. */
export function keepsDocuments(open: Open): void {
  it('gives a document back as it was stored, under version 1', async () => {
    const { store } = await open();
    const strange = { 'a.b': '1', $set: '2', ü: '日本 🚀', quote: `'";--`, __proto: '', nul: 'a\u0000b' };
    const document = sample('19:abc@thread.tacv2/ü', { wakeAt: 1_795_000_000_123, answers: strange });

    expect(await store.insert('draft', document)).toBe(true);

    expect(await store.get('draft', document.id)).toEqual({ ...document, version: 1 });
    expect(await store.get('draft', 'another')).toBeUndefined();
    expect(await store.get('account', document.id)).toBeUndefined();
  });

  it('keeps field names, their order and what is deep as they came', async () => {
    const { store } = await open();
    let deep: unknown = 'end';
    for (let level = 0; level < 150; level += 1) deep = { deep };
    const foreign = JSON.parse(
      '{"z":1,"@odata.etag":"x","$ref":{"$id":1,"a.b":[{"$in":[]}]},"%24":1,"":2,"__proto__":{"a":1},"nul\\u0000":3,"a":0.1}',
    ) as Record<string, string>;
    await store.insert('draft', sample('foreign', { answers: foreign }));
    await store.insert('draft', sample('deep', { answers: { deep } as never }));

    const read = (await store.get('draft', 'foreign')) as Draft;
    expect(JSON.stringify(read.answers)).toBe(JSON.stringify(foreign));
    expect(JSON.stringify(await store.get('draft', 'deep'))).toContain('"deep":"end"');
  });

  it('answers all that is read in one moment, each with its own, as it was written before', async () => {
    const { store } = await open();
    const ids = Array.from({ length: 70 }, (_, index) => `many-${String(index)}`);
    await Promise.all(ids.map((id) => store.insert('draft', sample(id, { command: id }))));
    await store.save('draft', { ...sample('many-7', { version: 1 }), command: 'newer' });

    const read = await Promise.all(['many-7', ...ids, 'nobody'].map((id) => store.get('draft', id)));

    const commands = ids.map((id) => (id === 'many-7' ? 'newer' : id));
    expect(read.map((one) => one?.command)).toEqual(['newer', ...commands, undefined]);
  });

  it('inserts an id once and leaves the first as it is', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { command: 'first' }));

    expect(await store.insert('draft', sample('one', { command: 'second' }))).toBe(false);
    expect(await store.get('draft', 'one')).toMatchObject({ version: 1, command: 'first' });
  });

  it('lets one of twenty parallel inserts of an id through', async () => {
    const { store } = await open();
    const inserts = await Promise.all(
      Array.from({ length: 20 }, (_, index) => store.insert('draft', sample('one', { touchedAt: index }))),
    );
    expect(inserts.filter(Boolean)).toHaveLength(1);
    expect(await store.get('draft', 'one')).toMatchObject({ touchedAt: inserts.indexOf(true) });
  });

  it('tells of each of many inserts in one moment whether its id was free', async () => {
    const { store } = await open();
    await store.insert('draft', sample('many-3', { command: 'first' }));
    const all = Array.from({ length: 30 }, (_, at) =>
      sample(`many-${String(at % 25)}`, { command: String(at) }),
    );

    const inserted = await Promise.all(all.map((one) => store.insert('draft', one)));

    expect(inserted).toEqual(all.map(({ id }, at) => at < 25 && id !== 'many-3'));
    const read = await Promise.all(all.map(({ id }) => store.get('draft', id)));
    const commands = all.map(({ id }, at) => (id === 'many-3' ? 'first' : String(at % 25)));
    expect(read.map((one) => one?.command)).toEqual(commands);
  });

  it('saves only on the version that was read', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one'));
    const read = (await store.get('draft', 'one')) as Draft;

    expect(await store.save('draft', { ...read, command: 'mine' })).toBe(true);
    expect(await store.save('draft', { ...read, command: 'too late' })).toBe(false);
    expect(await store.get('draft', 'one')).toEqual({ ...read, version: 2, command: 'mine' });
    expect(await store.save('draft', sample('not there', { version: 1 }))).toBe(false);
    expect(await store.get('draft', 'not there')).toBeUndefined();
  });

  it('has one winner for each version when twenty save at once, over two connections', async () => {
    const stores = [(await open()).store, (await open()).store];
    await stores[0]!.insert('draft', sample('one'));
    for (const round of [1, 2, 3]) {
      const read = (await stores[0]!.get('draft', 'one')) as Draft;
      const saves = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          stores[index % 2]!.save('draft', { ...read, touchedAt: index }),
        ),
      );
      expect(saves.filter(Boolean)).toHaveLength(1);
      expect(await stores[1]!.get('draft', 'one')).toMatchObject({
        version: round + 1,
        touchedAt: saves.indexOf(true),
      });
    }
  });

  it('shows all of it to a second connection, at once and after a restart', async () => {
    const first = await open();
    const second = await open();
    await first.store.insert('draft', sample('one', { wakeAt: 5, words: ['contoso'] }));
    await first.records.put('people', 'ada', '{}');

    for (const { store, records } of [second, await open()]) {
      expect(await store.get('draft', 'one')).toMatchObject({ version: 1 });
      expect(await store.nextWake([])).toBe(5);
      expect(await store.count('draft', { words: ['con'] }, 10)).toBe(1);
      expect(await records.all('people')).toHaveLength(1);
    }
  });

  it('confirms what was read as long as nobody has written it anew', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one'));

    expect(await store.confirm({ kind: 'draft', id: 'one' }, 1)).toBe(true);
    expect(await store.get('draft', 'one')).toMatchObject({ version: 1 });
    await store.save('draft', sample('one', { version: 1 }));
    expect(await store.confirm({ kind: 'draft', id: 'one' }, 1)).toBe(false);
    expect(await store.confirm({ kind: 'draft', id: 'one' }, 2)).toBe(true);
    expect(await store.confirm({ kind: 'draft', id: 'two' }, 1)).toBe(false);
  });

  it('refuses to read what only a newer program may read, and says so', async () => {
    const { store } = await open();
    await store.insert('draft', sample('newer', { minReader: SCHEMA + 1, schema: SCHEMA + 1 }));

    await expect(store.get('draft', 'newer')).rejects.toMatchObject({ code: 'newer-document' });
  });

  it('can be written, until it is closed', async () => {
    const { store, records } = await open();
    await store.check();
    await store.close();
    await store.close();

    const unavailable = { code: 'store-unavailable' };
    await expect(store.check()).rejects.toMatchObject(unavailable);
    await expect(store.get('draft', 'one')).rejects.toMatchObject(unavailable);
    await expect(store.insert('draft', sample('one'))).rejects.toMatchObject(unavailable);
    await expect(records.put('people', 'ada', '{}')).rejects.toMatchObject(unavailable);
  });
}
