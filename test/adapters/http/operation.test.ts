import type { HealthPart } from '../../../src/adapters/http/health';
import { healthRoutes } from '../../../src/adapters/http/health';
import { metricsRoutes } from '../../../src/adapters/http/metrics-route';
import { openDoor } from './open-door';

describe('health', () => {
  const ready = async (parts: () => Promise<HealthPart[]>): Promise<[number, unknown]> => {
    const door = await openDoor({ routes: healthRoutes({ parts }) });
    const live = await fetch(`${door.url}/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
    const response = await fetch(`${door.url}/health/ready`);
    const body: unknown = await response.json();
    await door.close();
    return [response.status, body];
  };
  const store: HealthPart = { name: 'store', state: 'ok', detail: 'SQLite can be written' };
  const teams: HealthPart = { name: 'teams', state: 'degraded', detail: '2 messages wait for a bound desk' };

  it('is ready while all is well or something waits', async () => {
    expect(await ready(async () => [store])).toEqual([200, { status: 'ok', parts: [store] }]);
    expect(await ready(async () => [store, teams])).toEqual([
      200,
      { status: 'degraded', parts: [store, teams] },
    ]);
  });

  it('is not ready when a part is down or cannot tell, but lives', async () => {
    const down: HealthPart = {
      ...store,
      state: 'down',
      detail: 'SQLite cannot be written: the disk is full',
    };
    expect(await ready(async () => [down, teams])).toEqual([503, { status: 'down', parts: [down, teams] }]);
    const [status, body] = await ready(() => Promise.reject(new Error('secret')));
    expect(status).toBe(503);
    expect(body).toMatchObject({
      parts: [{ state: 'down', detail: 'The state of the parts could not be read.' }],
    });
  });
});

describe('GET /metrics', () => {
  const text = async (): Promise<string> => 'up 1\n';
  const get = async (key: string | undefined, headers: Record<string, string>): Promise<Response> => {
    const door = await openDoor({ routes: metricsRoutes({ ...(key && { key }), text }) });
    const response = await fetch(`${door.url}/metrics`, { headers });
    await door.close();
    return response;
  };

  it('without a key is for this machine alone, not for what a proxy brings', async () => {
    const response = await get(undefined, {});
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'up 1\n',
    ]);
    expect((await get(undefined, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(403);
  });

  it('with a key wants the key, wherever the caller is', async () => {
    expect((await get('key-1', {})).status).toBe(401);
    expect((await get('key-1', { authorization: 'Bearer key-2' })).status).toBe(401);
    expect((await get('key-1', { authorization: 'Bearer key-1' })).status).toBe(200);
  });
});
