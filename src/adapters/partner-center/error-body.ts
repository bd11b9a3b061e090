/** What an error's body says, as far as it may be shown or kept. */
export interface Said {
  /** The codes from the outermost to the deepest, in lower case. */
  readonly codes: readonly string[];
  /** Developer-facing English of at most 300 characters; absent when there is none. */
  readonly message?: string;
}

const MOST_CHARACTERS = 300;
const MOST_LEVELS = 8;
const CODE = /^[\w.-]{1,60}$/;

/** Reads `{error: {code, message, innerError}}` of the Referrals API and `{statusCode, message}` of its throttling. */
export function readErrorBody(body: unknown): Said {
  const error = fieldsOf(body)?.error;
  const codes: string[] = [];
  let level = fieldsOf(error);
  for (let depth = 0; level !== undefined && depth < MOST_LEVELS; depth += 1) {
    if (typeof level.code === 'string' && CODE.test(level.code)) codes.push(level.code.toLowerCase());
    level = fieldsOf(level.innerError);
  }
  const message = fieldsOf(error)?.message ?? fieldsOf(body)?.message;
  return typeof message === 'string' && message.trim() !== '' ? { codes, message: tidy(message) } : { codes };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** One line; addresses and what may be a token are taken out, because messages end up in logs. */
function tidy(message: string): string {
  const plain = message
    .slice(0, 4 * MOST_CHARACTERS)
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/[^\s@'"<>]+@[^\s@'"<>]+/g, '[e-mail]')
    .replace(/[\w.~+/=-]{60,}/g, '[…]')
    .trim();
  return plain.length > MOST_CHARACTERS ? `${plain.slice(0, MOST_CHARACTERS - 1)}…` : plain;
}
