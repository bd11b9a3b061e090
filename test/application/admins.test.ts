import { audienceOf } from '../../src/application/people/audience';
import { lead, T0 } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
afterEach(() => desk.close());

/** Irvin signs in by another name than his address, and says something in his own chat. */
async function irvinSaysHello(admins: readonly string[]): Promise<void> {
  desk = await openDesk({ connected: false, settings: { admins } });
  desk.teams.roster.push({
    teamsId: '29:irvin',
    aadObjectId: 'irvin-object-id',
    name: 'Irvin',
    email: 'Irvin.Sayers@contoso.example',
    userPrincipalName: 'isayers@contoso.onmicrosoft.example',
  });
  const seen = { tenant: 't', aadObjectId: 'irvin-object-id', name: 'Irvin', teamsId: '29:irvin' };
  await desk.useCases.people.see({ ...seen, conversation: 'chat-irvin' });
  await desk.useCases.receive.intake(lead());
  await desk.at(T0);
}

it.each([
  ['sign-in name', 'ISayers@contoso.onmicrosoft.example'],
  ['address', 'irvin.sayers@contoso.example'],
  ['object id', 'IRVIN-OBJECT-ID'],
])('an admin named by %s is found, also before there is any desk', async (_, admin) => {
  await irvinSaysHello([admin]);
  expect(await audienceOf(desk.world, await desk.referral(), 'admins')).toEqual([
    { to: { id: 't/irvin-object-id', name: 'Irvin' }, rule: 'named-admin' },
  ]);
});

it('of a desk that is lost both the admins and whoever set it up are told', async () => {
  await irvinSaysHello(['irvin-object-id']);
  const megan = await desk.person('megan');
  const bound = await desk.bind('19:sales', [megan]);
  const found = await audienceOf(desk.world, bound, 'admins');
  expect(found.map(({ to, rule }) => [to.name, rule])).toEqual([
    ['Irvin', 'named-admin'],
    ['megan', 'bound-the-desk'],
  ]);
  expect(await audienceOf(desk.world, await desk.referral(), 'admins')).toHaveLength(1);
});
