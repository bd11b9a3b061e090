import { lead } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
afterEach(() => desk.close());

describe('what a view of a referral says besides the record', () => {
  it('where it is in Partner Center and in the CRM, with each id in the address as one part of it', async () => {
    desk = await openDesk({
      connected: false,
      settings: { webUrl: 'https://pc/{id}?again={id}', crmUrl: 'https://crm/{crmId}/{crmId}' },
    });
    const megan = await desk.person('megan');
    await desk.bind('19:sales', [megan]);
    await desk.useCases.receive.intake(lead({ externalReferenceId: 'A/1 ?' }));
    const seen = await desk.useCases.lists.one('acme/r-1', megan);
    expect(seen).toMatchObject({
      view: {
        webUrl: 'https://pc/r-1?again=r-1',
        crmUrl: 'https://crm/A%2F1%20%3F/A%2F1%20%3F',
        deskId: '19:sales',
      },
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
