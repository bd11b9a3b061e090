import type { Person } from '../../src/domain/person/person';
import { HOUR, lead, T0 } from '../domain/builders';
import { answersAgain, isOutside, isSilent } from './directory';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
let megan: Person;
let diego: Person;
let nestor: Person;

beforeEach(async () => {
  desk = await openDesk({ connected: false });
  megan = await desk.person('megan', { conversation: 'chat-megan' });
  diego = await desk.person('diego', { conversation: 'chat-diego' });
  nestor = await desk.person('nestor', { conversation: 'chat-nestor' });
  await desk.bind('19:sales', [megan]);
  await desk.at(T0);
});
afterEach(() => desk.close());

const words = () => desk.teams.sent.filter(({ message }) => message.kind === 'word');
const removed = () => desk.useCases.desks.changed({ kind: 'team-closed', team: 'team-19:sales' });
const installed = () => desk.useCases.desks.installed('team-19:sales', 'https://smba/');
const theDesk = async () => {
  const found = await desk.store.get('desk', '19:sales');
  if (!found) throw new Error('there is no desk');
  return found;
};

describe('the app is taken out of the team', () => {
  it('whoever set it up is told, once; nothing is sent until it is back, and all is sent then', async () => {
    await removed();
    await removed();
    await desk.useCases.receive.intake(lead());
    await desk.at(T0 + 1000);
    expect(words()).toHaveLength(1);
    expect(words()[0]).toMatchObject({
      address: { to: 'person', person: { id: megan.id } },
      message: { notice: { kind: 'desk-lost', name: '19:sales', why: 'removed' } },
    });
    expect(desk.teams.cards('channel')).toHaveLength(0);
    expect((await desk.referral()).outbox).toMatchObject([
      { kind: 'show', parked: 'bot-installed', tries: 0 },
    ]);
    await installed();
    await desk.at(T0 + 2000);
    expect(desk.teams.cards('channel')).toHaveLength(1);
    expect(words()).toHaveLength(1);
    expect(await theDesk()).not.toHaveProperty('lost');
  });

  it('lists say why, and a deal of one’s own is still there', async () => {
    await desk.useCases.receive.intake(lead());
    await desk.at(T0);
    await removed();
    const refusal = { kind: 'desk-lost', desks: ['19:sales'], why: 'removed' };
    expect(await desk.useCases.lists.page('inbox', '', megan)).toEqual(refusal);
    expect(await desk.useCases.lists.page('inbox', '', diego)).toEqual(refusal);
    expect(await desk.useCases.lists.one('acme/r-1', diego)).toEqual(refusal);
    expect(await desk.useCases.lists.find('tailspin', diego)).toEqual({ kind: 'none', why: refusal });
  });

  it('somebody at another desk reads theirs; who is named in both is told what is left out', async () => {
    await desk.at(T0 + 1);
    await desk.bind('19:other', [diego], [megan]);
    await desk.useCases.receive.intake(lead());
    await desk.at(T0);
    await removed();
    expect(await desk.useCases.lists.page('inbox', '', diego)).not.toHaveProperty('leftOut');
    expect(await desk.useCases.lists.page('inbox', '', megan)).toMatchObject({
      kind: 'list',
      rows: [],
      leftOut: ['19:sales'],
    });
    expect(await desk.useCases.lists.find('tailspin', megan)).toEqual({
      kind: 'none',
      leftOut: ['19:sales'],
    });
  });

  it('a desk looks for itself, each hour of the first day, when Teams does not say that it is back', async () => {
    isSilent(desk.teams, 'team-19:sales');
    await removed();
    await desk.useCases.receive.intake(lead());
    await desk.at(T0 + 3 * HOUR);
    expect(desk.teams.cards('channel')).toHaveLength(0);
    answersAgain(desk.teams);
    await desk.at(T0 + 4 * HOUR + 1000);
    expect(desk.teams.cards('channel')).toHaveLength(1);
    expect((await theDesk()).reachable).toBe(true);
  });
});

describe('Teams refuses', () => {
  const refuse = () =>
    (desk.teams.answers = ({ address }) =>
      address.to === 'person' ? undefined : { kind: 'unreachable', problem: '403' });

  it('once: it is tried again in a moment, and nobody hears of it', async () => {
    refuse();
    await desk.useCases.receive.intake(lead());
    await desk.at(T0);
    desk.teams.answers = () => undefined;
    await desk.at(T0 + 3000);
    expect(desk.teams.cards('channel')).toHaveLength(2);
    expect(words()).toEqual([]);
  });

  it('for days, though it knows the channel: that is said once, and it is tried once a day', async () => {
    refuse();
    await desk.useCases.receive.intake(lead());
    for (let hours = 0; hours < 24 * 7; hours += 1) await desk.at(T0 + hours * HOUR + 60_000);
    expect(words()).toHaveLength(1);
    const tries = desk.teams.cards('channel').length;
    expect(tries).toBeGreaterThan(20);
    expect(tries).toBeLessThan(150);
    desk.teams.answers = () => undefined;
    for (let hours = 0; hours < 24; hours += 1) await desk.at(T0 + (24 * 7 + hours) * HOUR + 60_000);
    expect(await theDesk()).toMatchObject({ reachable: true });
    expect(await theDesk()).not.toHaveProperty('lost');
    expect((await desk.referral()).own.places[0]?.activity).toBeDefined();
  });

  it('again and again: the desk counts as lost, and that is said', async () => {
    refuse();
    isSilent(desk.teams, 'team-19:sales');
    await desk.useCases.receive.intake(lead());
    for (const seconds of [0, 3, 8, 20, 60, 600]) await desk.at(T0 + seconds * 1000);
    expect(desk.teams.cards('channel')).toHaveLength(4);
    expect(words()).toHaveLength(1);
    expect((await theDesk()).lost).toMatchObject({ why: 'refused' });
  });
});

describe('the channel', () => {
  it('is deleted: that is said, and its team coming back does not bring it back', async () => {
    await desk.useCases.desks.changed({ kind: 'channel-deleted', channel: '19:sales' });
    await desk.at(T0 + 1000);
    expect(words()[0]?.message).toMatchObject({ notice: { why: 'channel-deleted' } });
    await installed();
    expect((await theDesk()).reachable).toBe(false);
    await desk.useCases.desks.changed({
      kind: 'channel-restored',
      channel: '19:sales',
      serviceUrl: 'https://smba/',
    });
    expect((await theDesk()).reachable).toBe(true);
  });

  it('and its team are renamed', async () => {
    await desk.useCases.desks.changed({ kind: 'channel-renamed', channel: '19:sales', name: 'Leads' });
    await desk.useCases.desks.changed({ kind: 'team-renamed', team: 'team-19:sales', name: 'Contoso East' });
    expect((await theDesk()).name).toBe('Leads');
  });
});

describe('who belongs to a desk', () => {
  it('nobody who has left the team, whatever they are named for; and everybody who comes again', async () => {
    await desk.useCases.receive.intake(lead());
    await desk.at(T0);
    isOutside(desk.teams, 'team-19:sales', 'megan');
    expect(await desk.useCases.lists.page('inbox', '', megan)).toEqual({ kind: 'not-yours' });
    expect(await desk.useCases.lists.one('acme/r-1', megan)).toEqual({ kind: 'not-yours' });
  });

  it('while Teams does not answer: those named for something, unless they are known to have left', async () => {
    isSilent(desk.teams, 'team-19:sales');
    expect(await desk.useCases.lists.page('inbox', '', megan)).toMatchObject({ kind: 'list' });
    await expect(desk.useCases.lists.page('inbox', '', nestor)).rejects.toMatchObject({
      code: 'unavailable',
    });
    const team = { team: 'team-19:sales', tenant: 't' };
    const gone = { teamsId: '29:megan' };
    await desk.useCases.desks.changed({ kind: 'members', ...team, joined: [], left: [gone] });
    expect(await desk.useCases.lists.page('inbox', '', megan)).toEqual({ kind: 'not-yours' });
    await desk.useCases.desks.changed({ kind: 'members', ...team, joined: [gone], left: [] });
    expect(await desk.useCases.lists.page('inbox', '', megan)).toMatchObject({ kind: 'list' });
    expect(await theDesk()).not.toHaveProperty('left');
  });

  it('an unreachable desk breaks nothing for people of another', async () => {
    await desk.bind('19:other', [diego]);
    isSilent(desk.teams, 'team-19:sales');
    expect(await desk.useCases.lists.page('inbox', '', diego)).toMatchObject({ kind: 'list', rows: [] });
    expect(await desk.useCases.lists.find('tailspin', diego)).toMatchObject({ kind: 'none' });
  });
});
