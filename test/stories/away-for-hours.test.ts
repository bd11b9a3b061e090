import { fail, MEGAN, noMoreFaults, say } from './doing';
import { startProgram, textOf, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await program.settle();
});
afterEach(() => program.stop());

describe('Partner Center cannot be asked for hours', () => {
  const heard = async (words: string): Promise<string[]> =>
    (await program.chat(MEGAN)).map(textOf).filter((text) => text.includes(words));

  it.each([
    ['does not answer', { answer: 503 }, 'cannot be asked since', /503.*written as soon as it answers/su],
    ['does not let the account read', { answer: 403 }, 'does not let my account read', /403.*agreements/su],
  ])('it %s: the admins hear once after an hour, and once when it is over', async (_, fault, words, says) => {
    await say(program, MEGAN, 'help');
    await fail(program, { on: 'partner-center', times: 9_999, by: 'desk', ...fault });
    await program.advance('PT50M');
    expect(await heard(words)).toEqual([]);
    await program.advance('P1D');
    expect(await heard(words)).toEqual([expect.stringMatching(says)]);
    await noMoreFaults(program);
    await program.advance('PT30M');
    expect(await heard('answers again')).toHaveLength(1);
  });

  it('nobody hears of an outage that was over before', async () => {
    await say(program, MEGAN, 'help');
    await fail(program, { on: 'partner-center', answer: 503, times: 9_999, by: 'desk' });
    await program.advance('PT20M');
    await program.advance('PT20M');
    await noMoreFaults(program);
    await program.advance('PT3H');
    expect([...(await heard('cannot be asked')), ...(await heard('answers again'))]).toEqual([]);
  });
});
