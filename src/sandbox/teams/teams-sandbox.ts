import type { Route, RouteReply } from '../../adapters/http/route';
import type { Clock } from '../../application/ports/ports';
import type { Records } from '../../application/ports/store';
import { actRoute } from './act';
import type { Changed } from './changes';
import { createChanges } from './changes';
import { activityRoutes } from './connector-activities';
import { conversationRoutes } from './connector-conversations';
import { rosterRoutes } from './connector-rosters';
import { fileRoutes, uploadRoutes } from './file-routes';
import { FileShelf } from './file-shelf';
import type { Parts } from './parts';
import { createWritten } from './parts';
import { peopleRoutes } from './people-routes';
import { TeamsState } from './state';
import { createThrottle } from './throttle';
import type { SandboxPerson } from './world';
import { BOT, BOT_APP_ID, PEOPLE, REFERRALS, TEAM, TENANT } from './world';

/** Teams answers an invoke that takes longer than this with an error of its own. */
const BOT_TIMEOUT_MS = 15_000;

export interface TeamsSandboxOptions {
  /** Business time dates messages, and the rate limits count in it: moving time passes their windows too. */
  readonly clock: Clock;
  readonly records: Records;
  /** The address that the bot talks to: `…/sandbox/teams`. */
  readonly serviceUrl: () => string;
  /** Where the bot takes activities: `…/api/messages`. */
  readonly messagesUrl: () => string;
  readonly faults: { take(on: 'teams'): RouteReply | undefined };
  readonly botTimeoutMs?: number;
}

export interface TeamsSandbox {
  readonly routes: Route[];
  readonly tenant: string;
  readonly bot: { readonly id: string; readonly name: string; readonly appId: string };
  readonly people: readonly SandboxPerson[];
  readonly team: { readonly id: string; readonly name: string; readonly aadGroupId: string };
  /** The sample desk's channel. */
  readonly channel: { readonly id: string; readonly name: string };
  /** Loads what the records kept, or makes the sample team. Before the first request. */
  start(): Promise<void>;
  /** Tells the pages that are open. */
  changed(what: Changed, id?: string): void;
}

/** Microsoft Teams for one sample team: the Bot Connector's API, the clients of its people, and what they show. */
export function createTeamsSandbox(options: TeamsSandboxOptions): TeamsSandbox {
  const { clock, serviceUrl, messagesUrl } = options;
  const state = new TeamsState(options.records);
  const changes = createChanges();
  const files = new FileShelf(options.records);
  const parts: Parts = {
    ...{ clock, state, files, changes, serviceUrl, messagesUrl },
    throttle: createThrottle(() => clock.now()),
    written: createWritten(),
    dialogs: new Map(),
    takeFault: () => options.faults.take('teams'),
    timeoutMs: options.botTimeoutMs ?? BOT_TIMEOUT_MS,
  };
  return {
    routes: [
      ...conversationRoutes(parts),
      ...activityRoutes(parts),
      ...rosterRoutes(parts),
      ...fileRoutes(parts),
      ...uploadRoutes(parts),
      ...peopleRoutes(parts),
      actRoute(parts),
      changes.route,
    ],
    tenant: TENANT,
    bot: { ...BOT, appId: BOT_APP_ID },
    people: PEOPLE,
    team: TEAM,
    channel: REFERRALS,
    start: async () => {
      await Promise.all([state.load(), files.load()]);
    },
    changed: (what, id) => changes.changed(what, id),
  };
}
