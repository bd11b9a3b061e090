import { stepReferral } from '../../src/application/living/step-referral';
import { startPolling } from '../../src/application/sync/poll';
import { decline, lead, MINUTE, run, T0 } from '../domain/builders';
import { FakePartnerCenter, openDesk, type Desk0 } from './support';

let desk: Desk0;
afterEach(() => desk.close());

describe('two Partner Center accounts', () => {
  it('are each asked for news with a watermark of their own, and written to alone', async () => {
    const time = { now: T0 };
    const [north, south] = [new FakePartnerCenter(() => time.now), new FakePartnerCenter(() => time.now)];
    north.has(lead({ id: 'r-1', updatedDateTime: '2026-03-02T08:00:00Z' }));
    south.has(lead({ id: 'r-1', updatedDateTime: '2026-03-02T08:30:00Z' }));
    const clients = new Map([
      ['north', north],
      ['south', south],
    ]);
    desk = await openDesk({ accounts: { keys: ['north', 'south'], of: (id) => clients.get(id) } });
    const megan = await desk.person('Megan');
    await desk.bind('channel', [megan]);
    await startPolling(desk.world);
    await desk.at(T0);
    await desk.at(T0 + 6 * MINUTE);

    expect(north.calls.filter((call) => call.startsWith('list'))).toEqual([
      'list all',
      'list 2026-03-02T08:00:00Z',
    ]);
    expect(south.calls.filter((call) => call.startsWith('list'))).toEqual([
      'list all',
      'list 2026-03-02T08:30:00Z',
    ]);

    await stepReferral(desk.world, 'south/r-1', run(decline(megan)));
    await desk.at(T0 + 7 * MINUTE);
    expect(north.calls.some((call) => call.startsWith('patch'))).toBe(false);
    expect(south.records.get('r-1')).toMatchObject({ status: 'Closed', substatus: 'Declined' });
    expect(north.records.get('r-1')).toMatchObject({ status: 'New' });
  });
});
