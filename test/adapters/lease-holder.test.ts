import { isGone, newHolder } from '../../src/adapters/lease-holder';

const alive =
  (...pids: readonly number[]) =>
  (pid: number) =>
    pids.includes(pid);

it('a holder is gone when its process is: on this host, and it runs no more', () => {
  const own = 'desk-1/10/now';
  expect(isGone('desk-1/9/before', own, alive(10))).toBe(true);
  expect(isGone('desk-1/9/before', own, alive(9, 10))).toBe(false);
  expect(isGone('desk-2/9/elsewhere', own, alive(10))).toBe(false);
  expect(isGone(own, own, alive(10))).toBe(false);
});

it('a process that got the number of the one before it, as in a container, knows that that is gone', () => {
  expect(isGone('desk-1/1/before', 'desk-1/1/now', alive(1))).toBe(true);
});

it('what names no process may live: holders of the first version', () => {
  expect(isGone('0b6e2a4e-8b4f-4b9e-9d0e-6a3f5f0e1c11', 'desk-1/1/now', alive())).toBe(false);
});

it('each start has a name of its own, and lives', () => {
  expect(newHolder()).not.toBe(newHolder());
  expect(isGone(newHolder(), `elsewhere/${newHolder()}`)).toBe(false);
});
