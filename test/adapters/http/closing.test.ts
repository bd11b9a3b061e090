import { once } from 'node:events';
import net from 'node:net';
import type { Route } from '../../../src/adapters/http/route';
import { openDoor } from './open-door';

function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('closing the HTTP door', () => {
  it('waits for a running request and takes no new one', async () => {
    const [begun, finish] = [gate(), gate()];
    const handle: Route['handle'] = async () => {
      begun.open();
      await finish.opened;
      return { status: 200, body: { done: true } };
    };
    const door = await openDoor({ routes: [{ method: 'GET', path: '/slow', handle }] });
    const running = fetch(`${door.url}/slow`);
    await begun.opened;
    const closed = door.close();
    await expect(fetch(`${door.url}/slow`)).rejects.toThrow('fetch failed');
    finish.open();
    expect(await (await running).json()).toEqual({ done: true });
    await closed;
  });

  it('cuts what does not end in time', async () => {
    const begun = gate();
    const handle: Route['handle'] = () => {
      begun.open();
      return new Promise(() => undefined);
    };
    const door = await openDoor({ routes: [{ method: 'GET', path: '/never', handle }], drainMs: 50 });
    const running = fetch(`${door.url}/never`).catch(() => 'cut');
    await begun.opened;
    await door.close();
    expect(await running).toBe('cut');
  });

  it('ends streams, hanging faults and idle connections at once', async () => {
    let write: (chunk: string) => void = () => undefined;
    const gone = gate();
    const routes: Route[] = [
      {
        method: 'GET',
        path: '/events',
        handle: async () => ({
          status: 200,
          headers: { 'content-type': 'text/event-stream' },
          stream: (send, signal) => {
            write = send;
            send('data: 1\n\n');
            signal.addEventListener('abort', gone.open);
          },
        }),
      },
      { method: 'GET', path: '/hang', handle: async () => ({ status: 200, fault: 'hang' }) },
    ];
    const door = await openDoor({ routes, drainMs: 60_000 });
    const idle = net.connect(door.port, '127.0.0.1');
    await once(idle, 'connect');
    const hanging = fetch(`${door.url}/hang`).catch(() => 'cut');
    const events = await fetch(`${door.url}/events`);
    expect(events.headers.get('content-type')).toBe('text/event-stream');
    write('data: 2\n\n');
    await door.close();
    expect(await events.text()).toBe('data: 1\n\ndata: 2\n\n');
    expect(await hanging).toBe('cut');
    await gone.opened;
    write('data: nobody hears this\n\n');
    idle.destroy();
  });

  it('tells a stream when its reader has gone', async () => {
    const gone = gate();
    const stream: Route = {
      method: 'GET',
      path: '/events',
      handle: async () => ({
        status: 200,
        stream: (_send, signal) => {
          signal.addEventListener('abort', gone.open);
        },
      }),
    };
    const door = await openDoor({ routes: [stream] });
    const reader = new AbortController();
    await fetch(`${door.url}/events`, { signal: reader.signal });
    reader.abort();
    await gone.opened;
    await door.close();
  });
});
