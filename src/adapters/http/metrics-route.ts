import type { GuardedRoute } from './arrival';
import { bearerKeys } from './bearer-keys';
import { problem } from './problem';

const LOOPBACK = /^(?:::ffff:)?127(?:\.\d{1,3}){3}$|^::1$/;

export interface MetricsRouteOptions {
  /** Absent: only callers on this machine, not through a proxy. */
  readonly key?: string;
  /** Prometheus text. */
  readonly text: () => Promise<string>;
}

/** `GET /metrics`. */
export function metricsRoutes({ key, text }: MetricsRouteOptions): GuardedRoute[] {
  const keyOf = bearerKeys(key === undefined ? [] : [key]);
  return [
    {
      method: 'GET',
      path: '/metrics',
      admit: ({ headers, remoteAddress }) => {
        if (keyOf(headers['authorization']) !== undefined) return undefined;
        if (key !== undefined) {
          return problem(401, 'Send the header "Authorization: Bearer" with the metrics key.', {
            headers: { 'www-authenticate': 'Bearer realm="metrics"' },
          });
        }
        const proxied = headers['forwarded'] ?? headers['x-forwarded-for'];
        if (proxied === undefined && LOOPBACK.test(remoteAddress)) return undefined;
        return problem(
          403,
          'Only callers on the same machine may read this. Set METRICS_KEY to open it to others.',
        );
      },
      handle: async () => ({
        status: 200,
        headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
        body: await text(),
      }),
    },
  ];
}
