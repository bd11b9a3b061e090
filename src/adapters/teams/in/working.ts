import type { Directory, Log, Metrics } from '../../../application/ports/ports';
import type { UseCases } from '../../../application/application';
import type { InboundRules } from './guards';
import type { Exchange } from './exchange';
import type { SeenIds } from './seen-ids';
import type { Files } from '../out/files';
import type { Renderer } from '../cards/drawing';
import type { ReaderOf } from '../cards/shown';
import type { Asking } from '../answers/asking';
import type { Turn } from '../answers/turn';
import type { Command } from '../commands/command';
import type { Actions } from '../operations/table';

/** What the bot is put together from, for one turn. */
export interface BotParts {
  readonly useCases: UseCases;
  readonly directory: Directory;
  readonly files: Files;
  readonly renderer: Renderer;
  /** What may be typed, and what buttons do. */
  readonly commands: readonly Command[];
  readonly actions: Actions;
  readonly rules: InboundRules;
  readonly seen: SeenIds;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Real time in ms UTC. */
  readonly real: () => number;
  /** Of people whose language or zone Teams has not told yet. */
  readonly reader: ReaderOf;
}

/** One turn at work. */
export interface Working {
  readonly parts: BotParts;
  readonly exchange: Exchange;
  readonly asking: Asking;
  readonly reader: ReaderOf;
}

/** How a turn went, for its line in the log. */
export interface Went {
  /** The command, the button, or the event. */
  readonly name: string;
  readonly result: string;
}

export function working(parts: BotParts, exchange: Exchange, turn: Turn): Working {
  const { useCases, directory } = parts;
  const { language, clientLanguage, zone } = turn.person;
  return {
    parts,
    exchange,
    asking: { turn, useCases, directory },
    reader: {
      language: language ?? clientLanguage ?? parts.reader.language,
      zone: zone ?? parts.reader.zone,
    },
  };
}
