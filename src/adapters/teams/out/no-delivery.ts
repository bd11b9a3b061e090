import { z } from 'zod/v4';

/** Teams has answered, and not with success. Never a RestError: the SDK's pipeline would send that again. */
export class TeamsRefused extends Error {
  override readonly name = 'TeamsRefused';
  constructor(
    readonly status: number,
    readonly code: string | undefined,
    detail: string,
    readonly retryAfterMs?: number,
  ) {
    super([status, code, detail].filter(Boolean).join(' '));
  }
}

/** No whole answer came: time-out, refused, reset. What was sent may have arrived all the same. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(why: string, cause?: unknown) {
    super(`no answer: ${why}`, cause === undefined ? undefined : { cause });
  }
}

/** The host is not one that the bot may call. Nothing was sent. */
export class HostNotAllowed extends Error {
  override readonly name = 'HostNotAllowed';
  constructor() {
    super('the service URL is not one of Teams');
  }
}

const LONGEST_DETAIL = 200;
/** A nonsense header must not park a message for days. */
const LONGEST_WAIT_MS = 3_600_000;

const text = z.string().optional().catch(undefined);
const Inner = z.object({ code: text, subCode: text, message: text });
/** The two shapes that Teams uses: `{error: {code, message}}` and `{errorCode, message: '{"subCode": …}'}`. */
const Body = z.object({
  error: Inner.optional().catch(undefined),
  message: text,
  subCode: text,
});

function json(source: string | undefined): unknown {
  try {
    return JSON.parse(source ?? '');
  } catch {
    return undefined;
  }
}

function whatItSays(body: string): { code: string | undefined; detail: string } {
  const read = Body.safeParse(json(body)).data;
  if (!read) return { code: undefined, detail: '' };
  const within = Inner.safeParse(json(read.message)).data;
  return {
    code: read.error?.code ?? within?.subCode ?? within?.code ?? read.subCode,
    detail: read.error?.message ?? within?.message ?? read.message ?? '',
  };
}

const onOneLine = (detail: string): string =>
  detail
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_DETAIL);

/** Retry-After in ms, from seconds or a date (RFC 9110 §10.2.3); the answer's own Date is its "now" if it has one. */
export function retryAfterMs(
  retryAfter: string | undefined,
  date: string | undefined,
  now: number,
): number | undefined {
  const value = retryAfter?.trim() ?? '';
  if (value === '') return undefined;
  const sentAt = Date.parse(date ?? '');
  const wait = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - (Number.isNaN(sentAt) ? now : sentAt);
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}

/** An answer that is no success, read as far as it can be read; its body may be anything, such as a proxy's HTML. */
export function refusalOf(
  status: number,
  headers: { readonly 'retry-after'?: string | undefined; readonly date?: string | undefined },
  body: string,
  now: number,
): TeamsRefused {
  const { code, detail } = whatItSays(body);
  return new TeamsRefused(
    status,
    code === undefined ? undefined : onOneLine(code),
    onOneLine(detail),
    retryAfterMs(headers['retry-after'], headers.date, now),
  );
}
