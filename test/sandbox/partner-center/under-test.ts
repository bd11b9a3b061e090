import { createHttpServer } from '../../../src/adapters/http/server';
import { createPartnerCenter } from '../../../src/adapters/partner-center/client';
import type { PartnerCenter, PartnerCenterAnswer } from '../../../src/application/ports/ports';
import type { Records } from '../../../src/application/ports/store';
import { memoryRecords } from '../../support/memory-records';
import { createFaults } from '../../../src/sandbox/faults';
import {
  createPartnerCenterSandbox,
  type PartnerCenterSandbox,
} from '../../../src/sandbox/partner-center/partner-center-sandbox';

/** JSON as it comes: the tests look at what is in it. */
export type Loose = ReturnType<typeof JSON.parse>;

export const START = Date.parse('2026-11-23T09:00:00Z');
export const DAY_MS = 86_400_000;
export const LIST = '/sandbox/partner-center/v1.0/engagements/referrals';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Loose;
}

export interface UnderTest {
  readonly url: string;
  /** Business time, which stands still unless moved. */
  readonly time: { now: number };
  readonly sandbox: PartnerCenterSandbox;
  readonly client: PartnerCenter;
  /** A call to the Referrals API with a token, or to any other path of the sandbox. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  fault(fault: object): Promise<void>;
  close(): Promise<void>;
}

/** The sandbox's Partner Center behind the product's own HTTP server, and the product's client for it. */
export async function startPartnerCenter(
  options: { records?: Records; timeoutMs?: number } = {},
): Promise<UnderTest> {
  const time = { now: START };
  const address = { url: '' };
  const baseUrl = () => `${address.url}/sandbox/partner-center`;
  const faults = createFaults();
  const sandbox = createPartnerCenterSandbox({
    clock: { now: () => time.now, real: () => time.now },
    records: options.records ?? memoryRecords(),
    baseUrl,
    faults,
  });
  await sandbox.load();
  const silent = () => undefined;
  const server = createHttpServer({
    ...{ host: '127.0.0.1', port: 0, sandbox: true, drainMs: 100 },
    log: { info: silent, warn: silent, error: silent },
    routes: [...sandbox.routes, ...faults.routes],
    messages: async (_req, res) => void res.end(),
  });
  address.url = (await server.listen()).url;
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const response = await fetch(address.url + path, {
      method,
      headers: {
        authorization: 'Bearer any',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  return {
    url: address.url,
    time,
    sandbox,
    client: createPartnerCenter({
      baseUrl,
      token: async () => 'any',
      timeoutMs: options.timeoutMs ?? 5_000,
      real: () => time.now,
    }),
    call,
    fault: async (fault) => {
      const { status } = await call('POST', '/sandbox/faults', { on: 'partner-center', ...fault });
      if (status !== 201) throw new Error(`the fault was not taken: ${status}`);
    },
    close: () => server.close(),
  };
}

/** The value of a good answer; fails the test for any other. */
export function valueOf<T>(answer: PartnerCenterAnswer<T>): T {
  if (answer.kind !== 'ok') throw new Error(`expected ok: ${JSON.stringify(answer)}`);
  return answer.value;
}
