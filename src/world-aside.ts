import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createApplication } from './application/application';
import type { Clock, Log } from './application/ports/ports';
import type { Accounts, World } from './application/ports/world';
import { newHolder } from './adapters/lease-holder';
import { createMetrics } from './adapters/metrics';
import { OFFERED } from './adapters/teams/operations/looks';
import { teamsFor, type openStore } from './compose';
import type { Config } from './config';
import { settingsOf } from './settings/settings-of';

const QUIET: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export type Opened = Awaited<ReturnType<typeof openStore>>;

/** The program's parts without its doors, for a command in a shell: nothing comes in, and what is owed is left to the program. */
export function worldAside(
  config: Config,
  { store, history }: Opened,
  { accounts, clock }: { readonly accounts: Accounts; readonly clock: Clock },
): World {
  const { real } = clock;
  const metrics = createMetrics();
  const { looks, operations } = OFFERED;
  const { messenger, directory } = teamsFor(config, undefined, { log: QUIET, metrics, real, looks });
  const { world } = createApplication(
    {
      ...{ store, history, messenger, directory, metrics, operations, log: QUIET, clock, accounts },
      newId: randomUUID,
      pause: async (ms) => pause(ms),
      random: Math.random,
      settings: settingsOf(config, () => ''),
    },
    newHolder(),
  );
  return { ...world, kick: () => undefined };
}
