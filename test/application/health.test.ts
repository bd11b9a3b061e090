import { createHealth } from '../../src/application/health';
import type { Store } from '../../src/application/ports/store';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
let checks: number;
let broken: boolean;
afterEach(() => desk.close());

const counting = (store: Store): Store =>
  new Proxy(store, {
    get: (target, name) => {
      const member = Reflect.get(target, name) as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        if (name !== 'check') return member.apply(target, given);
        checks += 1;
        return broken ? Promise.reject(new Error('disk full')) : member.apply(target, given);
      };
    },
  });

async function storeStates(asked: number, parts: ReturnType<typeof createHealth>): Promise<string[]> {
  const all = await Promise.all(Array.from({ length: asked }, () => parts()));
  return [...new Set(all.map(([store]) => store?.state ?? 'missing'))];
}

it('whoever asks how it is, and however often: the database is written once in three seconds', async () => {
  [checks, broken] = [0, false];
  desk = await openDesk({ store: counting });
  const parts = createHealth(desk.world);
  expect(await storeStates(50, parts)).toEqual(['ok']);
  desk.realTime(2_900);
  expect(await storeStates(50, parts)).toEqual(['ok']);
  expect(checks).toBe(1);
  desk.realTime(200);
  broken = true;
  expect(await storeStates(50, parts)).toEqual(['down']);
  expect(checks).toBe(2);
  broken = false;
  expect(await storeStates(50, parts)).toEqual(['ok']);
  expect(checks).toBe(3);
});
