import type { Open } from './store';

/** What an admin would want to know of the place itself. */
export function isInspected(open: Open): void {
  it('has all that is declared, and a clock that is this machine’s, if it has one', async () => {
    const { store } = await open();
    const { missing, clock } = await store.inspect();
    expect(missing).toEqual([]);
    // The servers of the tests run on this machine.
    if (clock !== undefined) expect(Math.abs(clock - Date.now())).toBeLessThan(10_000);
  });
}
