import type { Person } from '../../src/domain/person/person';
import { lead, T0 } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
let megan: Person;
const SALES = '19:sales';

beforeEach(async () => {
  desk = await openDesk({ connected: false });
  megan = await desk.person('megan', { conversation: 'chat-t/megan' });
  await desk.bind(SALES, [megan]);
  await desk.at(T0);
});
afterEach(() => desk.close());

const place = async () => (await desk.referral()).own.places.find(({ key }) => key === 'channel');
const met = async (activity: string, channel: string | undefined = SALES) => {
  await desk.useCases.operate.met({ referral: 'acme/r-1', by: megan, activity, channel });
  await desk.at(desk.time.now);
};

describe('a card that was posted twice', () => {
  beforeEach(async () => {
    await desk.useCases.receive.intake(lead());
    await desk.at(T0);
  });

  it('is taken off when somebody meets it; the one that is kept current stays', async () => {
    const known = (await place())?.activity ?? '';
    await met(known);
    expect(desk.teams.removed).toEqual([]);
    await met('orphan');
    await met('orphan');
    expect(desk.teams.removed).toEqual(['orphan', 'orphan']);
    expect((await place())?.activity).toBe(known);
    expect((await desk.referral()).outbox).toEqual([]);
  });

  it('is never another referral’s card, nor one in a channel that is not its desk', async () => {
    await desk.useCases.receive.intake(lead({ id: 'r-2' }));
    await desk.at(T0 + 1);
    const other = (await desk.referral('r-2')).own.places[0]?.activity ?? '';
    await met(other);
    await met('orphan', '19:elsewhere');
    expect(desk.teams.removed).toEqual([]);
  });
});

it('Teams took the card without saying where it stands: it is not posted again, and known as soon as it is met', async () => {
  desk.teams.answers = () => ({ kind: 'unplaced' });
  await desk.useCases.receive.intake(lead());
  for (const minutes of [0, 1, 10, 60]) await desk.at(T0 + minutes * 60_000);
  expect(desk.teams.cards('channel')).toHaveLength(1);
  expect(await place()).toEqual({ key: 'channel' });
  desk.teams.answers = () => undefined;
  await met('met-1');
  expect((await place())?.activity).toBe('met-1');
  expect(desk.teams.cards('channel').map(({ how }) => how)).toEqual(['post', 'update']);
});
