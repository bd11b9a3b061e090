import { readOnce } from '../../src/application/living/read-once';
import type { Store } from '../../src/application/ports/store';
import type { Referral } from '../../src/domain/referral/referral';
import { T0, lead } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
let asked: string[];

/** The store of the program, which notes what it is asked for. */
const noting = (store: Store): Store =>
  Object.assign(Object.create(store) as Store, {
    get: (kind: 'referral' | 'desk', id: string) => {
      asked.push(kind);
      return store.get(kind, id);
    },
  });

const stored = async (of: Store): Promise<Referral> => {
  const referral = await of.get('referral', 'acme/r-1');
  if (!referral) throw new Error('not there');
  return referral;
};

const renamed = async (name: string): Promise<void> => {
  const of = await desk.store.get('desk', '19:sales');
  if (of) await desk.store.save('desk', { ...of, name });
};

beforeEach(async () => {
  desk = await openDesk({ connected: false });
  await desk.bind('19:sales', [await desk.person('megan')]);
  await desk.useCases.receive.intake(lead({ id: 'r-1' }));
  await desk.at(T0);
  asked = [];
});
afterEach(() => desk.close());

describe('what one turn reads', () => {
  it('it reads once, what is not there too, and knows what it has written', async () => {
    const once = readOnce(noting(desk.store));
    const referral = await stored(once);
    expect(await once.save('referral', { ...referral, wakeAt: 7 })).toBe(true);
    expect(await stored(once)).toMatchObject({ version: referral.version + 1, wakeAt: 7 });
    expect(await once.get('desk', 'nowhere')).toBeUndefined();
    expect(await once.get('desk', 'nowhere')).toBeUndefined();
    expect(asked).toEqual(['referral', 'desk']);
    expect(await stored(desk.store)).toEqual(await stored(once));
  });

  it('it reads anew, all of it, once a write of its own comes too late', async () => {
    const once = readOnce(noting(desk.store));
    const referral = await stored(once);
    await once.get('desk', '19:sales');
    await desk.store.save('referral', { ...referral, wakeAt: 8 });
    await renamed('Leads');
    expect(await once.save('referral', { ...referral, wakeAt: 9 })).toBe(false);
    expect(await stored(once)).toMatchObject({ wakeAt: 8 });
    expect(await once.get('desk', '19:sales')).toMatchObject({ name: 'Leads' });
  });

  it('rules are never older than the referral that they are for', async () => {
    const once = readOnce(desk.store);
    await once.get('desk', '19:sales');
    await renamed('Leads');
    await stored(once);
    expect(await once.get('desk', '19:sales')).toMatchObject({ name: 'Leads' });
  });

  it('a store that fails is asked again', async () => {
    let fails = true;
    const failing = Object.assign(Object.create(desk.store) as Store, {
      get: (kind: 'referral', id: string) =>
        fails ? Promise.reject(new Error('gone')) : desk.store.get(kind, id),
    });
    const once = readOnce(failing);
    await expect(stored(once)).rejects.toThrow('gone');
    fails = false;
    expect(await stored(once)).toMatchObject({ referralId: 'r-1' });
  });
});
