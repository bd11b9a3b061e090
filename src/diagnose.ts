import { examine } from './application/diagnose/diagnosis';
import type { Accounts } from './application/ports/world';
import { standsAlone } from './adapters/partner-center/accounts';
import { summary } from './adapters/teams/answers/diagnosis';
import { diagnosisLines } from './adapters/teams/answers/diagnosis-lines';
import { accountsFor, openStore } from './compose';
import { loadEnv, type Config, type Environment } from './config';
import { readerIn, runInShell, withSettings, type ShellTools } from './in-a-shell';
import { worldAside, type Opened } from './world-aside';

/** Where lines go; a test sets what stands for Microsoft's sign-in service. */
export interface DiagnoseTools extends ShellTools {
  readonly authority?: string;
}

/**
 * `npm run diagnose`: each part, whether it works, and what to do. The program itself may run meanwhile. Answers with the exit
 * code: 0 all works, 1 something does not, 74 and 78 as the program's own.
 */
export const diagnose = (env: Environment, tools: DiagnoseTools): Promise<number> =>
  withSettings(env, tools, (config) => examined(config, tools));

async function examined(config: Config, tools: DiagnoseTools): Promise<number> {
  const opened = await openStore(config);
  try {
    const real = (): number => Date.now();
    const accounts = accountsOf(config, opened.store, real, tools);
    const world = worldAside(config, opened, { accounts, clock: { now: real, real } });
    const played = config.partnerCenter.mode === 'sandbox' && { played: true as const };
    const diagnosis = { ...(await examine(world, !config.sandbox)), ...played };
    const reader = readerIn(config, diagnosis.now);
    const lines = diagnosisLines(reader, diagnosis);
    for (const { text } of lines) tools.say(text);
    tools.say(summary(reader, lines));
    return lines.every(({ works }) => works) ? 0 : 1;
  } finally {
    await opened.store.close();
  }
}

/** The sandbox's Partner Center is played by the program itself, and not by this one. */
const accountsOf = (
  config: Config,
  store: Opened['store'],
  real: () => number,
  { authority }: DiagnoseTools,
): Accounts =>
  config.partnerCenter.mode === 'sandbox'
    ? standsAlone()
    : accountsFor(config, undefined, { store, real, ownUrl: () => '', authority });

if (require.main === module) runInShell((tools) => diagnose(loadEnv(), tools));
