import type { FormAnswer } from '../../src/application/operate/form-answer';
import type { Person } from '../../src/domain/person/person';
import { HOUR, iso, lead, T0 } from '../domain/builders';
import { isOutside } from './directory';
import { openDesk, type Desk0 } from './support';

const SALES = '19:sales';
const OTHER = '19:other';

let desk: Desk0;
let megan: Person;
let diego: Person;
let nestor: Person;

beforeEach(async () => {
  desk = await openDesk({ connected: false });
  megan = await desk.person('megan', { conversation: 'chat-megan' });
  diego = await desk.person('diego', { conversation: 'chat-diego' });
  nestor = await desk.person('nestor', { conversation: 'chat-nestor' });
  await desk.bind(SALES, [megan], [nestor]);
  isOutside(desk.teams, 'team-19:other', 'megan');
  isOutside(desk.teams, 'team-19:sales', 'diego');
});
afterEach(() => desk.close());

const place = (channel: string) => ({
  channel,
  team: `team-${channel}`,
  tenant: 't',
  serviceUrl: 'https://smba/',
  name: channel,
});

/** The confirmation, and what saving it answers. */
async function unbind(by: Person, channel = SALES): Promise<FormAnswer> {
  const open = await desk.useCases.operate.beginOnDesk('unbind', place(channel), desk.teams.roster, by);
  if (open.kind !== 'form') return open;
  const end = await desk.useCases.operate.answer(open.draft, by, { kind: 'sheet', answers: {} });
  await desk.at(desk.time.now);
  return end;
}

/** Others get on with their work meanwhile. */
async function until(is: () => Promise<boolean>): Promise<void> {
  for (let turns = 0; turns < 1_000 && !(await is()); turns += 1) await new Promise(setImmediate);
}

const words = () =>
  desk.teams.sent.flatMap(({ address, message }) =>
    message.kind === 'word' ? [{ address, notice: message.notice }] : [],
  );
const leftCards = () => words().filter(({ notice }) => notice.kind === 'card-moved');

it('whoever set it up hears of it, but not who has done it', async () => {
  await unbind(nestor);
  const told = words().filter(({ notice }) => notice.kind === 'desk-unbound');
  expect(told).toMatchObject([
    { address: { person: { id: megan.id } }, notice: { name: SALES, by: { id: nestor.id } } },
  ]);
});

it('what it held is of the other desk’s people now, open and closed, and of nobody else’s', async () => {
  await desk.useCases.receive.intake(lead());
  await desk.useCases.receive.intake({ ...lead(), id: 'r-2' });
  await desk.at(T0);
  await desk.at(T0 + 15 * 24 * HOUR);
  const now = iso(desk.time.now);
  await desk.useCases.receive.intake({
    ...lead(),
    id: 'r-3',
    createdDateTime: now,
    expirationDateTime: iso(desk.time.now + 14 * 24 * HOUR),
  });
  await desk.bind(OTHER, [diego]);
  await unbind(nestor);
  const archive = await desk.useCases.lists.page('archive', '', diego);
  expect(archive).toMatchObject({ kind: 'list', total: 2 });
  expect(await desk.useCases.lists.page('inbox', '', diego)).toMatchObject({ total: 1 });
  expect(await desk.useCases.lists.page('inbox', '', megan)).toEqual({ kind: 'not-yours' });
  expect(await desk.useCases.lists.one('acme/r-1', megan)).toEqual({ kind: 'not-yours' });
  expect(await desk.useCases.desks.of(SALES)).toBeUndefined();
});

it('a closed one’s card stays where it is until somebody meets it there', async () => {
  await desk.useCases.receive.intake(lead());
  await desk.at(T0);
  await desk.at(T0 + 15 * 24 * HOUR);
  const activity = (await desk.referral()).own.places[0]?.activity ?? '';
  await desk.bind(OTHER, [diego]);
  await unbind(nestor);
  expect(leftCards()).toEqual([]);
  const met = { referral: 'acme/r-1', by: megan, channel: SALES };
  await desk.useCases.operate.met({ ...met, activity: 'some other message' });
  await desk.useCases.operate.met({ ...met, activity });
  await desk.useCases.operate.met({ ...met, activity });
  await desk.at(desk.time.now);
  expect(leftCards()).toMatchObject([{ notice: { to: 'elsewhere', desk: OTHER } }]);
});

it('a card that was being posted when its desk ceased to be one is not left with its buttons', async () => {
  desk.time.now += HOUR;
  await desk.bind(OTHER, [diego]);
  let posted: (() => void) | undefined;
  desk.teams.answers = ({ message, address }) =>
    message.kind === 'card' && address.to === 'channel' && address.desk.id === SALES
      ? new Promise((resolve) => {
          posted = () => resolve({ kind: 'delivered', activity: 'late', conversation: SALES, shown: 'x' });
        })
      : undefined;
  await desk.useCases.receive.intake(lead());
  const work = desk.dispatcher.runDue();
  await until(() => Promise.resolve(posted !== undefined));
  const end = unbind(nestor);
  await until(async () => (await desk.referral()).own.desk === OTHER);
  posted?.();
  await Promise.all([work, end]);
  await desk.at(desk.time.now);
  expect(leftCards()).toMatchObject([{ notice: { to: 'elsewhere', desk: OTHER } }]);
  expect((await desk.referral()).own.places).toMatchObject([{ conversation: OTHER }]);
});

it('a confirmation that is saved twice finds no desk the second time', async () => {
  const open = await desk.useCases.operate.beginOnDesk('unbind', place(SALES), desk.teams.roster, nestor);
  const draft = open.kind === 'form' ? open.draft : '';
  const save = () => desk.useCases.operate.answer(draft, nestor, { kind: 'sheet', answers: {} });
  expect(await save()).toMatchObject({ kind: 'ended', desk: { unbound: { by: { id: nestor.id } } } });
  expect(await save()).toEqual({ kind: 'no-desk' });
});

it('what Teams says of its team afterwards brings nothing back and tells nobody', async () => {
  await unbind(nestor);
  const told = words().length;
  await desk.useCases.desks.changed({ kind: 'team-closed', team: 'team-19:sales' });
  await desk.useCases.desks.installed('team-19:sales', 'https://smba/');
  await desk.at(T0 + 2 * HOUR);
  expect(words()).toHaveLength(told);
  expect(await desk.useCases.lists.page('inbox', '', megan)).toMatchObject({ bound: false });
});

it('bound again it is as new: whoever binds it has set it up, and it comes behind the other', async () => {
  await unbind(nestor);
  desk.time.now += HOUR;
  await desk.bind(OTHER, [diego]);
  desk.time.now += HOUR;
  await desk.bind(SALES, [nestor]);
  expect(await desk.useCases.desks.of(SALES)).toMatchObject({
    boundBy: { id: nestor.id },
    boundAt: desk.time.now,
  });
  await desk.useCases.receive.intake({ ...lead(), id: 'r-9' });
  expect((await desk.referral('r-9')).own.desk).toBe(OTHER);
});
