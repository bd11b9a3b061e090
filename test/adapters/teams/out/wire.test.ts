import { NoAnswer, TeamsRefused } from '../../../../src/adapters/teams/out/no-delivery';
import { fakeTeams, type Answer } from './fake-teams';
import { sandboxAdapter } from './places';

const hello = { type: 'message', text: 'hello' } as const;

async function say(url: string, timeoutMs?: number): Promise<unknown> {
  const { conversations } = await sandboxAdapter(timeoutMs).connectorFor(url);
  return conversations.sendToConversation('a:chat', hello).catch((error: unknown) => error);
}

async function sayTo(answer: Answer) {
  const teams = await fakeTeams(() => answer);
  const ended = await say(teams.url);
  await teams.stop();
  return { ended, attempts: teams.calls.length };
}

describe('one call to Teams is one HTTP attempt', () => {
  const refusals: [number, Record<string, string>][] = [
    [301, { location: '/elsewhere' }],
    [307, { location: 'http://127.0.0.1:1/elsewhere' }],
    [400, {}],
    [401, {}],
    [403, {}],
    [404, {}],
    [408, {}],
    [412, {}],
    [413, {}],
    [429, {}],
    [429, { 'retry-after': '1' }],
    [500, {}],
    [502, {}],
    [503, {}],
    [503, { 'retry-after': '1' }],
    [504, {}],
  ];
  it.each(refusals)('an answer %i with %j is thrown at once', async (status, headers) => {
    const { ended, attempts } = await sayTo({ status, headers });
    expect(ended).toBeInstanceOf(TeamsRefused);
    expect(ended).toMatchObject({ status });
    expect(attempts).toBe(1);
  });

  it('a connection that is reset is not tried again', async () => {
    const { ended, attempts } = await sayTo('reset');
    expect(ended).toBeInstanceOf(NoAnswer);
    expect(attempts).toBe(1);
  });

  it('a connection that is refused is given up at once', async () => {
    const teams = await fakeTeams(() => ({}));
    await teams.stop();
    const ended = await say(teams.url);
    expect(ended).toBeInstanceOf(NoAnswer);
    expect(String(ended)).toContain('ECONNREFUSED');
  }, 2000);

  it('a call that gets no answer is ended and its socket cut', async () => {
    const teams = await fakeTeams(() => 'hang');
    const ended = await say(teams.url, 50);
    await teams.cut;
    await teams.stop();
    expect(ended).toBeInstanceOf(NoAnswer);
    expect(String(ended)).toContain('time-out');
    expect(teams.calls).toHaveLength(1);
  });

  it('a success is handed back as Teams wrote it', async () => {
    const { ended, attempts } = await sayTo({ status: 201, body: { id: '1700000000000' } });
    expect(ended).toMatchObject({ id: '1700000000000' });
    expect(attempts).toBe(1);
  });

  it('nothing is sent to a host that the bot may not call', async () => {
    await expect(say('https://evil.example/teams')).resolves.toMatchObject({ name: 'HostNotAllowed' });
  });
});
