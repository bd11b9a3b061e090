import type { Clock } from '../../application/ports/ports';
import type { RouteReply } from '../../adapters/http/route';
import type { Changes } from './changes';
import type { FileShelf } from './file-shelf';
import type { TeamsState } from './state';
import type { Throttle } from './throttle';

/** What the routes of the Teams sandbox share. */
export interface Parts {
  readonly clock: Clock;
  readonly state: TeamsState;
  readonly files: FileShelf;
  readonly changes: Changes;
  readonly throttle: Throttle;
  readonly written: Written;
  readonly dialogs: Map<string, Dialog>;
  readonly serviceUrl: () => string;
  readonly messagesUrl: () => string;
  readonly takeFault: () => RouteReply | undefined;
  /** Real ms that the bot has for its answer. */
  readonly timeoutMs: number;
}

/** A dialog that one person has open. */
export interface Dialog {
  readonly activity: string;
  readonly title: string;
  readonly card: unknown;
  readonly width?: unknown;
  readonly height?: unknown;
}

/** Which activities the bot posts or edits while something runs; what replies to a person's message comes last. */
export interface Written {
  note(activity: string, isReply: boolean): void;
  during<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly activities: readonly string[] }>;
}

export function createWritten(): Written {
  const open = new Set<Map<string, boolean>>();
  return {
    note: (activity, isReply) => {
      for (const seen of open) seen.set(activity, isReply || seen.get(activity) === true);
    },
    during: async (work) => {
      const seen = new Map<string, boolean>();
      open.add(seen);
      try {
        const result = await work();
        const those = (isReply: boolean) => [...seen.keys()].filter((id) => seen.get(id) === isReply);
        return { result, activities: [...those(false), ...those(true)] };
      } finally {
        open.delete(seen);
      }
    },
  };
}
