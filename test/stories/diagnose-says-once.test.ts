import { fail, MEGAN, noMoreFaults, say } from './doing';
import { startProgram, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await program.settle();
});
afterEach(() => program.stop());

const wrong = async (): Promise<string[]> =>
  (await say(program, MEGAN, 'diagnose')).split('\n').filter((line) => line.startsWith('✗'));

it('a sign-in without multi-factor authentication is one line with what to do, and over as soon as it works', async () => {
  await fail(program, { on: 'partner-center', answer: 'mfa', times: 9_999 });
  expect(await wrong()).toEqual([
    expect.stringMatching(/without multi-factor authentication.*sign in again.*Type connect\./u),
  ]);
  await noMoreFaults(program);
  await wrong();
  await program.settle();
  expect(await wrong()).toEqual([]);
});

it('an account that may not read is told where to look', async () => {
  await fail(program, { on: 'partner-center', answer: 403, times: 9_999 });
  await program.advance('PT10M');
  expect(await wrong()).toEqual([expect.stringMatching(/May not read.*403.*Referrals admin.*agreements/u)]);
});

it('an outage is one line, with when Partner Center was asked last', async () => {
  await fail(program, { on: 'partner-center', answer: 503, times: 9_999 });
  await program.advance('PT10M');
  expect(await wrong()).toEqual([expect.stringMatching(/Last asked Mon 09:00\. Since then .*503/u)]);
});
