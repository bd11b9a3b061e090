import { newReferral } from '../../src/domain/referral/step';
import { facts, iso, lead, MINUTE, T0 } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

/** Partner Center's clock is behind by so much. */
const SLOW = 4 * MINUTE;

let desk: Desk0;
afterEach(() => desk.close());

/** Its list from a moment on, as the filter gives it. */
function listsWhatChanged(): void {
  const { partnerCenter } = desk;
  const all = partnerCenter.list.bind(partnerCenter);
  partnerCenter.list = async (since) => {
    const answer = await all(since);
    if (answer.kind !== 'ok' || since === undefined) return answer;
    const isSince = (at = ''): boolean => Date.parse(at) >= Date.parse(since);
    const resources = answer.value.resources.filter(({ updatedDateTime = '' }) =>
      isSince(updatedDateTime ?? ''),
    );
    return { kind: 'ok', value: { resources } };
  };
}

it('a deal whose create was not answered is found again where Partner Center has a slow clock', async () => {
  desk = await openDesk();
  const megan = await desk.person('megan');
  await desk.bind('19:sales', [megan]);
  listsWhatChanged();
  let creates = 0;
  desk.partnerCenter.create = (resource) => {
    creates += 1;
    const at = iso(desk.time.now - SLOW);
    desk.partnerCenter.has({
      ...resource,
      ...{ id: `there-${String(creates)}`, createdDateTime: at, updatedDateTime: at },
    });
    return Promise.resolve({ kind: 'unsure', problem: '504' });
  };
  const by = { id: megan.id, name: megan.name };
  const resource = lead({ id: 'new', name: 'Eighty seats', status: 'Active', substatus: 'Accepted' });
  await desk.store.insert(
    'referral',
    newReferral('acme', { id: 'new', by, resource, variant: 'private', wrote: {} }, facts(T0)),
  );
  for (let seconds = 0; seconds <= 20; seconds += 1) await desk.at(T0 + seconds * 1_000);

  expect(creates).toBe(1);
  expect(await desk.referral('new')).toMatchObject({ referralId: 'there-1', truth: 'partner-center' });
});
