import { startPolling } from '../../src/application/sync/poll';
import type { Resource } from '../../src/domain/record/resource';
import { lead, T0, iso, MINUTE } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

const US = '5c1d0f6e-4b0e-4c56-9a53-0d0a7d1c2f10';
const deal = lead({
  id: 'ours',
  engagementId: 'E-1',
  organizationId: US,
  type: 'Shared',
  qualification: 'SalesQualified',
  status: 'Active',
  substatus: 'Accepted',
  inviteContext: { invitedBy: { organizationId: US } },
});
const theirs = (over: Partial<Resource> = {}): Resource => ({
  ...deal,
  id: 'theirs',
  organizationId: 'msft',
  status: 'New',
  substatus: 'Pending',
  ...over,
});

let desk: Desk0;
afterEach(() => desk.close());

async function polled(...records: readonly Resource[]): Promise<void> {
  desk = await openDesk();
  await desk.bind('19:sales', [await desk.person('megan')]);
  records.forEach((record) => desk.partnerCenter.has(record));
  await startPolling(desk.world);
  await desk.at(T0);
}

const siblingsOfOurs = async () =>
  (await desk.referral('ours')).own.siblings?.map(({ id, substatus }) => [id, substatus]);

it("Microsoft's record of our deal, listed before ours, is kept inside it and gets no card", async () => {
  await polled(theirs(), deal);
  expect(await siblingsOfOurs()).toEqual([['theirs', 'Pending']]);
  expect(await desk.store.get('referral', 'acme/theirs')).toBeUndefined();
  expect(desk.teams.posted('channel')).toHaveLength(1);

  desk.partnerCenter.has(
    theirs({ status: 'Active', substatus: 'Accepted', updatedDateTime: iso(T0 + MINUTE) }),
  );
  await desk.at(T0 + 6 * MINUTE);
  expect(await siblingsOfOurs()).toEqual([['theirs', 'Accepted']]);
});

it("an invited partner's too, once a lead has told whose account it is", async () => {
  await polled(theirs({ organizationId: 'p-2' }), deal, lead({ id: 'inquiry', organizationId: US }));
  expect(await siblingsOfOurs()).toEqual([['theirs', 'Pending']]);
  expect((await desk.store.get('account', 'acme'))?.organization).toBe(US);
});

it('one whose deal is not here never gets a card', async () => {
  await polled(theirs({ engagementId: 'E-2' }));
  expect(desk.teams.sent).toEqual([]);
});
