import { Unavailable } from '../../../../src/application/ports/faults';
import { createDirectory } from '../../../../src/adapters/teams/out/directory';
import { fakeTeams, type Answer, type Call, type FakeTeams } from './fake-teams';
import { aDesk, aPerson, NOW, onLoopback, sandboxAdapter } from './places';

const TEAM = '19:general@thread.tacv2';
const ALBA = {
  id: '29:alba',
  name: 'Alba Brandt',
  aadObjectId: 'ALBA',
  email: 'alba@contoso.example',
  tenantId: 't',
};
const BO = { id: '29:bo', name: 'Bo Lind', objectId: 'bo', userPrincipalName: 'bo@contoso.example' };

let teams: FakeTeams;
let real = NOW;
afterEach(() => teams.stop());

async function directory(answer: (call: Call) => Answer, timeoutMs = 5000) {
  teams = await fakeTeams(answer);
  real = NOW;
  return createDirectory({
    adapter: sandboxAdapter(),
    real: () => real,
    allowed: onLoopback,
    timeoutMs,
  });
}

const twoPages = ({ query }: Call): Answer =>
  query.get('continuationToken') === 'more'
    ? { body: { members: [BO] } }
    : { body: { members: [ALBA], continuationToken: 'more' } };

describe('the roster', () => {
  it('is that of the team, page after page', async () => {
    const { roster } = await directory(twoPages);
    expect(await roster(aDesk(teams.url))).toEqual([
      {
        teamsId: '29:alba',
        name: 'Alba Brandt',
        aadObjectId: 'ALBA',
        email: 'alba@contoso.example',
        tenant: 't',
      },
      {
        teamsId: '29:bo',
        name: 'Bo Lind',
        aadObjectId: 'bo',
        email: 'bo@contoso.example',
        userPrincipalName: 'bo@contoso.example',
      },
    ]);
    expect(teams.calls.map(({ path }) => path)).toEqual(
      Array(2).fill(`/teams/v3/conversations/${TEAM}/pagedmembers`),
    );
  });

  it('is asked for once in ten minutes, also by two at once', async () => {
    const { roster } = await directory(() => ({ body: { members: [ALBA] } }));
    const desk = aDesk(teams.url);
    await Promise.all([roster(desk), roster(desk)]);
    real += 599_000;
    await roster(desk);
    expect(teams.calls).toHaveLength(1);
    real += 2_000;
    await roster(desk);
    expect(teams.calls).toHaveLength(2);
  });

  it('ends when Teams hands out the same page for ever', async () => {
    const { roster } = await directory(() => ({ body: { members: [ALBA], continuationToken: 'same' } }));
    await roster(aDesk(teams.url));
    expect(teams.calls).toHaveLength(2);
  });

  it.each<Answer>([{ status: 503 }, { status: 403 }, 'hang', 'reset'])(
    'is unavailable when Teams answers %j, and is asked for anew the next time',
    async (answer) => {
      let first = true;
      const { roster } = await directory(
        () => (first ? answer : { body: { members: [ALBA] } }),
        answer === 'hang' ? 500 : 5000,
      );
      await expect(roster(aDesk(teams.url))).rejects.toBeInstanceOf(Unavailable);
      first = false;
      expect(await roster(aDesk(teams.url))).toHaveLength(1);
    },
  );

  it('is not asked of a host that the bot may not call', async () => {
    const { roster } = await directory(twoPages);
    await expect(roster(aDesk('https://evil.example/'))).rejects.toBeInstanceOf(Unavailable);
  });
});

describe('whether somebody is a member', () => {
  it('is asked by their Teams id, and "yes" is kept', async () => {
    const { isMember } = await directory(() => ({ body: ALBA }));
    const desk = aDesk(teams.url);
    expect(await isMember(desk, aPerson())).toBe(true);
    expect(await isMember(desk, aPerson())).toBe(true);
    expect(teams.calls.map(({ path }) => path)).toEqual([`/teams/v3/conversations/${TEAM}/members/29:alba`]);
  });

  it('is known from the roster without asking', async () => {
    const { roster, isMember } = await directory(() => ({ body: { members: [ALBA] } }));
    await roster(aDesk(teams.url));
    expect(await isMember(aDesk(teams.url), aPerson({ teamsId: '29:other' }))).toBe(true);
    expect(teams.calls).toHaveLength(1);
  });

  it.each([404, 400])('is "no" after %i, and asked again the next time', async (status) => {
    let there = false;
    const { isMember } = await directory(() => (there ? { body: ALBA } : { status }));
    expect(await isMember(aDesk(teams.url), aPerson())).toBe(false);
    there = true;
    expect(await isMember(aDesk(teams.url), aPerson())).toBe(true);
  });

  it.each<Answer>([{ status: 500 }, { status: 429 }, 'hang'])(
    'is unknown when Teams answers %j',
    async (answer) => {
      const { isMember } = await directory(() => answer, answer === 'hang' ? 100 : 5000);
      await expect(isMember(aDesk(teams.url), aPerson())).rejects.toBeInstanceOf(Unavailable);
    },
  );
});
