import { retryAfterMs } from '../../../platform/retry-after';
import { z } from 'zod/v4';

/**
 * Teams has answered, and not with success. Never a RestError: the SDK's pipeline would send that again. Status and code say
 * enough: the text of an error may quote what people wrote, and is not read.
 */
export class TeamsRefused extends Error {
  override readonly name = 'TeamsRefused';
  constructor(
    readonly status: number,
    readonly code: string | undefined,
    readonly retryAfterMs?: number,
  ) {
    super([status, code].filter(Boolean).join(' '));
  }
}

/** Teams has taken what was sent, and its answer does not say under which id it stands. */
export class TakenUnread extends Error {
  override readonly name = 'TakenUnread';
  constructor() {
    super('it was taken, and the answer cannot be read');
  }
}

const TIME_OUT = 'time-out';

/** No whole answer came: time-out, refused, reset. What was sent may have arrived all the same. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(
    private readonly why: string,
    cause?: unknown,
  ) {
    super(`no answer: ${why}`, cause === undefined ? undefined : { cause });
  }

  get timedOut(): boolean {
    return this.why === TIME_OUT;
  }
}

export const timeOut = (cause?: unknown): NoAnswer => new NoAnswer(TIME_OUT, cause);

/** The host is not one that the bot may call. Nothing was sent. */
export class HostNotAllowed extends Error {
  override readonly name = 'HostNotAllowed';
  constructor() {
    super('the service URL is not one of Teams');
  }
}

/** A nonsense header must not park a message for days. */
const LONGEST_WAIT_MS = 3_600_000;

const text = z.string().optional().catch(undefined);
const Inner = z.object({ code: text, subCode: text });
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

/** One word, as Microsoft's codes are; anything longer may be somebody's name. */
export const codeWord = (code: string | undefined): string | undefined =>
  code !== undefined && /^[A-Za-z]\w{0,59}$/.test(code) ? code : undefined;

function codeIn(body: string): string | undefined {
  const read = Body.safeParse(json(body)).data;
  const within = Inner.safeParse(json(read?.message)).data;
  return codeWord(read?.error?.code ?? within?.subCode ?? within?.code ?? read?.subCode);
}

/** An answer that is no success, read as far as it can be read; its body may be anything, such as a proxy's HTML. */
export function refusalOf(
  status: number,
  headers: { readonly 'retry-after'?: string | undefined; readonly date?: string | undefined },
  body: string,
  now: number,
): TeamsRefused {
  return new TeamsRefused(status, codeIn(body), retryAfterMs(headers, now, LONGEST_WAIT_MS));
}
