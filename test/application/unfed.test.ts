import { startPolling } from '../../src/application/sync/poll';
import { DAY, HOUR, MINUTE, T0 } from '../domain/builders';
import { all, at, both, desk, deskOfBoth, theLead } from './two-tenants';

deskOfBoth();

describe('an account that feeds no desk', () => {
  const fedBy = async (accounts: readonly string[]): Promise<void> => {
    const known = await desk.store.get('desk', '19:sales');
    if (known) await desk.store.save('desk', { ...known, accounts });
  };
  const unfed = () =>
    desk.teams.sent.flatMap(({ message }) =>
      message.kind === 'word' && message.notice.kind === 'unfed' ? [message.notice] : [],
    );

  it('is told to the admins once, with what waits; what waits comes once a desk takes it', async () => {
    await fedBy(['south']);
    await startPolling(desk.world);
    both.south.list = () => Promise.resolve({ kind: 'ok', value: { resources: [] } });
    both.north.has(theLead);
    for (let minutes = 0; minutes <= 30; minutes += 5) await at(T0 + minutes * MINUTE);
    const [said, ...more] = unfed();
    expect(said).toMatchObject({ name: 'north', customers: ['Tailspin Toys'], count: 1, more: false });
    expect(more).toEqual([]);
    expect((await all())[0]?.own.desk).toBeUndefined();

    await fedBy([]);
    await at(T0 + DAY);
    expect((await all())[0]?.own.desk).toBe('19:sales');
    await fedBy(['south']);
    both.north.has({ ...theLead, id: 'r-9' });
    await at(T0 + DAY + HOUR);
    await at(T0 + DAY + 2 * HOUR);
    expect(unfed()).toHaveLength(2);
  });
});
