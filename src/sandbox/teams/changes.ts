import type { Route } from '../../adapters/http/route';

export type Changed = 'conversation' | 'conversations' | 'dialog' | 'people' | 'clock' | 'partner-center';

export interface Changes {
  /** Tells every page that is open. `id`: of the conversation or person. */
  changed(what: Changed, id?: string): void;
  readonly route: Route;
}

const HEARTBEAT_MS = 25_000;

/** Server-sent events for the page: what has changed, never the thing itself. */
export function createChanges(): Changes {
  const listeners = new Set<(line: string) => void>();
  const stream = (write: (chunk: string) => void, gone: AbortSignal) => {
    const send = (line: string) => write(`data: ${line}\n\n`);
    write('retry: 1000\n\n');
    listeners.add(send);
    const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
    heartbeat.unref();
    gone.addEventListener('abort', () => {
      clearInterval(heartbeat);
      listeners.delete(send);
    });
  };
  return {
    changed: (what, id) => {
      const line = JSON.stringify(id === undefined ? { what } : { what, id });
      for (const send of listeners) send(line);
    },
    route: {
      method: 'GET',
      path: '/sandbox/events',
      handle: async () => ({
        status: 200,
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
        stream,
      }),
    },
  };
}
