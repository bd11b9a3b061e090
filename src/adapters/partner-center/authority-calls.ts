import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { Agent, request, type Dispatcher } from 'undici';
import { PUBLIC_LOGIN } from './application';

const MOST_CHARACTERS = 1_048_576;

export interface AuthorityCalls {
  readonly network: INetworkModule;
  /** Runs `work`, whose calls have `ms` (real time) in all; a rotated refresh token that they bring is passed on. */
  during<T>(ms: number, work: () => Promise<T>): Promise<{ readonly result: T; readonly rotated?: string }>;
}

/**
 * MSAL's way out. Its own has no time limit, and it does not give a rotated refresh token away: both are done here.
 * One `during` at a time. `authority` stands for the public cloud's sign-in service: MSAL itself takes https alone.
 */
export function createAuthorityCalls(
  dispatcher: Dispatcher = new Agent(),
  authority: string = PUBLIC_LOGIN,
): AuthorityCalls {
  let limit: AbortSignal | undefined;
  let rotated: string[] = [];
  const send = async <T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> => {
    const response = await request(url.replace(PUBLIC_LOGIN, authority), {
      method,
      dispatcher,
      headers: options.headers ?? {},
      body: options.body ?? null,
      signal: limit ?? null,
    });
    const text = await response.body.text();
    const body = text.length > MOST_CHARACTERS ? undefined : objectOf(text);
    if (body === undefined)
      throw new Error(`the sign-in service answered ${response.statusCode} without JSON`);
    if (typeof body.refresh_token === 'string') rotated.push(body.refresh_token);
    return { status: response.statusCode, headers: flat(response.headers), body: body as T };
  };
  return {
    network: {
      sendGetRequestAsync: (url, options) => send('GET', url, options),
      sendPostRequestAsync: (url, options) => send('POST', url, options),
    },
    during: async (ms, work) => {
      limit = AbortSignal.timeout(ms);
      rotated = [];
      const result = await work();
      const newest = rotated.at(-1);
      return { result, ...(newest === undefined ? {} : { rotated: newest }) };
    },
  };
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const flat = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));
