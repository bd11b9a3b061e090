import { within } from '../../platform/time-limit';
import type { Route, RouteReply } from './route';

const LIMIT_MS = 5_000;

/** One part of this process's work, in plain words. Only `down` means that it cannot serve. */
export interface HealthPart {
  readonly name: string;
  readonly state: 'ok' | 'degraded' | 'down';
  readonly detail: string;
}

/** `/health/live`: this process runs. `/health/ready`: 503 if a part is down, with every part's state. */
export function healthRoutes(options: { readonly parts: () => Promise<readonly HealthPart[]> }): Route[] {
  return [
    { method: 'GET', path: '/health/live', handle: async () => ({ status: 200, body: { status: 'ok' } }) },
    { method: 'GET', path: '/health/ready', handle: async () => readiness(await inTime(options.parts)) },
  ];
}

function readiness(parts: readonly HealthPart[]): RouteReply {
  const worst = (['down', 'degraded'] as const).find((state) => parts.some((part) => part.state === state));
  return { status: worst === 'down' ? 503 : 200, body: { status: worst ?? 'ok', parts } };
}

/** A part that cannot tell its state in time is as good as down. */
const inTime = (parts: () => Promise<readonly HealthPart[]>): Promise<readonly HealthPart[]> =>
  within(LIMIT_MS, () => new Late(), parts).catch((error: unknown) => [
    {
      name: 'health',
      state: 'down',
      detail: `The state of the parts could not be read${error instanceof Late ? ' in 5 seconds' : ''}.`,
    },
  ]);

class Late extends Error {}
