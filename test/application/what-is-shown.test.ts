import { startPolling } from '../../src/application/sync/poll';
import { lead, T0 } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
afterEach(() => desk.close());

describe('what a view of a referral says besides the record', () => {
  it('where it is in Partner Center and in the CRM, with each id in the address as one part of it', async () => {
    desk = await openDesk({
      settings: { webUrl: () => 'https://pc/{id}?again={id}', crmUrl: 'https://crm/{crmId}/{crmId}' },
    });
    const megan = await desk.person('megan');
    await desk.bind('19:sales', [megan]);
    desk.partnerCenter.has(lead({ externalReferenceId: 'A/1 ?' }));
    await startPolling(desk.world);
    await desk.at(T0);
    const seen = await desk.useCases.lists.one('acme/r-1', megan);
    expect(seen).toMatchObject({
      view: {
        webUrl: 'https://pc/r-1?again=r-1',
        crmUrl: 'https://crm/A%2F1%20%3F/A%2F1%20%3F',
        deskId: '19:sales',
      },
    });
  });

  it.each([[{ connected: false }], [{ connected: true }]])(
    'no link to Partner Center for what it does not know, or has not been asked about: %j',
    async (options) => {
      desk = await openDesk(options);
      const megan = await desk.person('megan');
      await desk.bind('19:sales', [megan]);
      await desk.useCases.receive.intake(lead());
      expect(await desk.useCases.lists.one('acme/r-1', megan)).toMatchObject({ view: { webUrl: '' } });
    },
  );

  it("a co-sell deal's link is that of deals", async () => {
    desk = await openDesk();
    const megan = await desk.person('megan');
    await desk.bind('19:sales', [megan]);
    desk.partnerCenter.has(lead({ type: 'Shared', qualification: 'SalesQualified' }));
    await startPolling(desk.world);
    await desk.at(T0);
    expect(await desk.useCases.lists.one('acme/r-1', megan)).toMatchObject({
      view: { webUrl: 'https://pc/deals/r-1' },
    });
  });

  it('no link into a CRM without an id or without the setting', async () => {
    desk = await openDesk({ connected: false, settings: { crmUrl: 'https://crm/{crmId}' } });
    const megan = await desk.person('megan');
    await desk.bind('19:sales', [megan]);
    await desk.useCases.receive.intake(lead());
    const seen = await desk.useCases.lists.one('acme/r-1', megan);
    expect(seen.kind === 'one' && seen.view.crmUrl).toBeUndefined();
  });
});
