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

  it.each([404, 400])('is "no" after %i, and asked again after two minutes', async (status) => {
    let there = false;
    const { isMember } = await directory(() => (there ? { body: ALBA } : { status }));
    expect(await isMember(aDesk(teams.url), aPerson())).toBe(false);
    there = true;
    real += 119_000;
    expect(await isMember(aDesk(teams.url), aPerson())).toBe(false);
    expect(teams.calls).toHaveLength(1);
    real += 2_000;
    expect(await isMember(aDesk(teams.url), aPerson())).toBe(true);
  });

  it('is asked anew as soon as Teams says that the team has changed', async () => {
    let there = true;
    const { roster, isMember, changed } = await directory(({ path }) =>
      path.endsWith('/pagedmembers')
        ? { body: { members: there ? [ALBA] : [] } }
        : there
          ? { body: ALBA }
          : { status: 404 },
    );
    const desk = aDesk(teams.url);
    expect(await roster(desk)).toHaveLength(1);
    expect(await isMember(desk, aPerson())).toBe(true);
    there = false;
    changed('19:another@thread.tacv2');
    expect(await isMember(desk, aPerson())).toBe(true);
    changed(TEAM);
    expect(await isMember(desk, aPerson())).toBe(false);
    expect(await roster(desk)).toEqual([]);
  });

  it.each<Answer>([{ status: 500 }, { status: 429 }, 'hang'])(
    'is unknown when Teams answers %j',
    async (answer) => {
      const { isMember } = await directory(() => answer, answer === 'hang' ? 100 : 5000);
      await expect(isMember(aDesk(teams.url), aPerson())).rejects.toBeInstanceOf(Unavailable);
    },
  );
});

describe('what a team and its channels are called', () => {
  const answers = ({ path }: Call): Answer =>
    path.endsWith('/conversations')
      ? {
          body: {
            conversations: [
              { id: TEAM },
              { id: '19:referrals@thread.tacv2', name: 'Referrals' },
              { name: 'x' },
            ],
          },
        }
      : { body: { id: TEAM, name: 'Contoso Partner Sales' } };

  it('is asked of Teams; General has no name there', async () => {
    const { names } = await directory(answers);
    expect(await names(aDesk(teams.url))).toEqual({
      team: 'Contoso Partner Sales',
      channels: { '19:referrals@thread.tacv2': 'Referrals' },
    });
    expect(teams.calls.map(({ path }) => path).sort()).toEqual([
      `/teams/v3/teams/${TEAM}`,
      `/teams/v3/teams/${TEAM}/conversations`,
    ]);
  });

  it.each<Answer>([{ status: 403 }, 'reset', { status: 500, body: { error: { message: 'Erika Muster' } } }])(
    'is unknown when Teams answers %j, and nothing of the answer is told',
    async (answer) => {
      const { names } = await directory(() => answer);
      const failed: unknown = await names(aDesk(teams.url)).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(Unavailable);
      expect(String((failed as Error).cause)).not.toContain('Erika');
    },
  );
});

describe('what Teams says of a person in their own chat', () => {
  const alba = () => aPerson({ conversation: 'a:alba', serviceUrl: teams.url });

  it('is their address and the name that they sign in with', async () => {
    const { profile } = await directory(() => ({ body: { ...ALBA, userPrincipalName: 'alba@c.example' } }));
    expect(await profile(alba())).toMatchObject({ email: ALBA.email, userPrincipalName: 'alba@c.example' });
    expect(teams.calls.map(({ path }) => path)).toEqual(['/teams/v3/conversations/a:alba/members/29:alba']);
  });

  it('is nothing as long as they have no chat', async () => {
    const { profile } = await directory(() => ({ body: ALBA }));
    expect(await profile(aPerson({ serviceUrl: teams.url }))).toBeUndefined();
    expect(teams.calls).toEqual([]);
  });
});
