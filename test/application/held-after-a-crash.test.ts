import { receiveReferral } from '../../src/application/receive/receive-referral';
import { DAY, hotLead, T0 } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
afterEach(() => desk.close());

it('killed before it was asked who holds it there: the daily look asks', async () => {
  desk = await openDesk();
  await desk.bind('19:sales', [await desk.person('megan')]);
  Object.assign(desk.teams.roster[0] ?? {}, { email: 'Megan@contoso.example' });
  const team = [{ firstName: 'Megan', lastName: 'B', phoneNumber: '1', email: 'megan@contoso.example' }];
  const record = hotLead({ status: 'Active', substatus: 'Accepted', team });
  desk.partnerCenter.has(record);
  await receiveReferral(desk.world, record, 'partner-center');
  await desk.at(T0);
  expect((await desk.referral()).own.owner).toBeUndefined();
  await desk.at(T0 + DAY);
  expect((await desk.referral()).own.owner?.name).toBe('megan');
});
