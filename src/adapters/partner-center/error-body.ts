import { calmLine, cut } from '../../platform/plain-text';

/** What an error's body says, as far as it may be shown or kept. */
export interface Said {
  /** The codes from the outermost to the deepest, in lower case. */
  readonly codes: readonly string[];
  /** Developer-facing English of at most 300 characters; absent when there is none. Not for logs: it may quote anything. */
  readonly message?: string;
  /** The field that it names ("target" of the error). */
  readonly target?: string;
}

const MOST_CHARACTERS = 300;
const MOST_LEVELS = 8;
const FIELD = /^[\w$.[\]/-]{1,200}$/;
const CODE = /^[\w.-]{1,60}$/;

/**
 * Reads the three shapes that occur: `{error: {code, message, innerError}}` of the Referrals API (`innererror` in some
 * answers), `{statusCode, message}` of its throttling, `{code, description, data, source}` of the older API.
 * Undefined: it is none of them, so it need not be Partner Center that speaks.
 */
export function readErrorBody(body: unknown): Said | undefined {
  const whole = fieldsOf(body);
  const error = fieldsOf(whole?.error);
  const speaks = error ?? (whole && ('code' in whole || 'statusCode' in whole) ? whole : undefined);
  if (speaks === undefined) return undefined;
  const codes = codesOf(speaks, MOST_LEVELS);
  const message = error?.message ?? whole?.message ?? whole?.description;
  return {
    codes,
    ...(typeof message === 'string' && message.trim() !== '' ? { message: tidy(message) } : {}),
    ...named(speaks.target),
  };
}

const named = (target: unknown): Pick<Said, 'target'> =>
  typeof target === 'string' && FIELD.test(target) ? { target } : {};

function codesOf(level: Fields | undefined, levels: number): string[] {
  if (level === undefined || levels === 0) return [];
  const code = typeof level.code === 'number' ? String(level.code) : level.code;
  const own = typeof code === 'string' && CODE.test(code) ? [code.toLowerCase()] : [];
  return [...own, ...codesOf(fieldsOf(level.innerError ?? level.innererror), levels - 1)];
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}

/** One line; addresses and what may be a token are taken out. */
function tidy(message: string): string {
  const plain = calmLine(message.slice(0, 4 * MOST_CHARACTERS))
    .replace(/[^\s@'"<>]+@[^\s@'"<>]+/g, '[e-mail]')
    .replace(/[\w.~+/=-]{60,}/g, '[…]');
  return cut(plain, MOST_CHARACTERS);
}
