import type { Directory, Log, Messenger, Metrics } from '../../application/ports/ports';
import type { UseCases } from '../../application/application';
import { createBot } from './bot';
import { CALL_LIMIT_MS, createAdapter, type BotRegistration } from './out/adapter';
import { createDirectory } from './out/directory';
import { fileUrlAllowed } from './out/file-hosts';
import { createFiles } from './out/files';
import { createMessenger } from './out/messenger';
import { serviceUrlAllowed } from './out/service-urls';
import { channelIdsOf } from './in/guards';
import { processMessages } from './in/messages';
import { createSeenIds } from './in/seen-ids';
import { createRenderer } from './cards/renderer';
import type { Look } from './cards/look';
import type { FormsMode } from './cards/shown';
import { commandsFor } from './commands/table';
import { actionsFor } from './operations/table';

export interface TeamsOptions {
  /** Without an app id: sandbox mode, nobody signs in. */
  readonly registration: BotRegistration;
  /** The bot's id in Teams without `28:`. */
  readonly botId: string;
  readonly tenants: readonly string[];
  readonly forms: FormsMode;
  readonly cardsFolder: string;
  /** The operations that there are, and how each looks. */
  readonly looks: readonly Look[];
  readonly language: string;
  readonly zone: string;
  /** Where a stored service URL is found now. */
  readonly serviceUrl?: (stored: string) => string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How long one HTTP attempt may take, in ms of real time. */
  readonly callLimitMs?: number;
  /** Real time in ms UTC. */
  readonly real: () => number;
}

export interface Teams {
  readonly messenger: Messenger;
  readonly directory: Directory;
  /** `POST /api/messages` over the use cases, which each turn gets for itself. */
  messages(turn: () => UseCases): ReturnType<typeof processMessages>;
}

/** Microsoft Teams, in and out. Throws when the registration is incomplete or the cards cannot be read. */
export function createTeams(options: TeamsOptions): Teams {
  const { log, metrics, real, language, zone, looks } = options;
  const sandbox = options.registration.appId === undefined;
  const allowed = serviceUrlAllowed(sandbox);
  const timeoutMs = options.callLimitMs ?? CALL_LIMIT_MS;
  const adapter = createAdapter(options.registration, { allowed, real, timeoutMs });
  const renderer = createRenderer({ forms: options.forms, cardsFolder: options.cardsFolder, looks });
  const found = options.serviceUrl ? { serviceUrl: options.serviceUrl } : {};
  const directory = createDirectory({ adapter, real, allowed, timeoutMs, ...found });
  const files = createFiles({ allowed: fileUrlAllowed(sandbox), timeoutMs });
  const rules = {
    tenants: options.tenants,
    channelIds: channelIdsOf(sandbox),
    serviceUrlAllowed: allowed,
    sandbox,
  };
  return {
    messenger: createMessenger({
      adapter,
      appId: options.botId,
      render: (message) => renderer.message(message),
      allowed,
      timeoutMs,
      ...found,
    }),
    directory,
    messages: (turn) => {
      const seen = createSeenIds();
      const bot = createBot({
        turn,
        directory,
        files,
        renderer,
        commands: commandsFor(looks),
        actions: actionsFor(looks),
        rules,
        seen,
        log,
        metrics,
        real,
        reader: { language, zone },
      });
      const words = (reference: string, of: string | undefined): string =>
        renderer.say('bot.failed', { reference }, of ?? language);
      return processMessages({ adapter, bot, log, words });
    },
  };
}
