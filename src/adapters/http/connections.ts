import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Knows which connections have a request running. Node's own closeIdleConnections() spares those that have been
 * opened and have not sent anything yet, as browsers do in advance.
 */
export interface Connections {
  /** A request has begun on the response's connection. */
  begun(res: ServerResponse): void;
  /** Cuts every connection without a running request, now and as the others end theirs. */
  cutIdle(): void;
  cutAll(): void;
}

export function trackConnections(listener: Server): Connections {
  const running = new Map<Socket, number>();
  let cutting = false;
  const add = (socket: Socket, change: number): void => {
    const count = (running.get(socket) ?? 0) + change;
    if (running.has(socket)) running.set(socket, count);
    if (cutting && count === 0) socket.destroy();
  };
  listener.on('connection', (socket: Socket) => {
    running.set(socket, 0);
    socket.once('close', () => running.delete(socket));
  });
  return {
    begun: (res) => {
      const { socket } = res.req;
      add(socket, 1);
      // 'close' comes after the last byte was handed over; in the next turn the socket has taken it.
      res.once('close', () => setImmediate(() => add(socket, -1)));
    },
    cutIdle: () => {
      cutting = true;
      for (const [socket, count] of running) if (count === 0) socket.destroy();
    },
    cutAll: () => {
      for (const socket of running.keys()) socket.destroy();
    },
  };
}
