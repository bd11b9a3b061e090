import { isNativeError } from 'node:util/types';
import pino from 'pino';
import type { Log } from '../application/ports/ports';
import { calmLine, cut } from '../platform/plain-text';
import { remembered } from '../platform/remembered';

const MAX_TEXT = 500;
const MAX_STACK_LINES = 20;
const MAX_DEPTH = 6;
const MAX_ENTRIES = 50;
const HIDDEN = '[redacted]';

/**
 * Names of fields whose values never stand in a log, wherever they are: secrets, and what tells of a person or
 * what a person wrote. Compared in lower case without `_` and `-`.
 */
const SECRET_NAMES =
  /authorization|cookie|password|passwd|secret|token|assertion|(?:^|api|access|private|secrets|intake|metrics)keys?$/;
const PERSON_NAMES =
  /^(?:name|firstname|lastname|givenname|surname|displayname|fullname|phone.*|mobile|tel|e?mail.*|upn|userprincipalname|address.*|text|notes?|sendernote|request|body|answers|contacts?|colleagues?|customer|customerprofile|resource|change|words)$/;

const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]+/gi;
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const CREDENTIALS = /(:\/\/)[^\s/@]+@/g;
/** Teams' conversation ids look like e-mail addresses and are not. */
const E_MAIL = /[\w.+-]+@(?!thread\.|unq\.)[\w-]+(?:\.[\w-]+)+/g;

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/**
 * The log on pino: one JSON line each, on stdout unless `write` is given. Whatever is handed in, no line holds a
 * secret, contact data or a control character, and no fact is longer than 500 characters.
 */
export function createLog(options: {
  readonly level: LogLevel;
  readonly write?: (line: string) => void;
}): Log {
  const { level, write } = options;
  const settings: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: asItIs },
  };
  const logger = write
    ? pino(settings, { write })
    : pino(settings, pino.destination({ dest: 1, sync: true }));
  const at = (how: 'info' | 'warn' | 'error') => (facts: object, line: string) => {
    if (logger.isLevelEnabled(how)) logger[how](harmless(facts), clean(line));
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** In place of pino's own for `err`, which would write errors out anew. */
const asItIs = (value: unknown): unknown => value;

/** Most of what is logged: no more than a word, in which nothing of the above can stand. */
const A_WORD = /^[\w-]{0,60}$/;

const clean = (text: string): string => (A_WORD.test(text) ? text : cleaned(text));

const cleaned = (text: string): string => {
  const plain = calmLine(text.slice(0, 4 * MAX_TEXT))
    .replace(BEARER, `$1 ${HIDDEN}`)
    .replace(JWT, HIDDEN)
    .replace(CREDENTIALS, `$1${HIDDEN}@`)
    .replace(E_MAIL, '[e-mail]');
  return cut(plain, MAX_TEXT);
};

const isHidden = remembered((name: string): boolean => {
  const plain = name.toLowerCase().replace(/[_-]/g, '');
  return SECRET_NAMES.test(plain) || PERSON_NAMES.test(plain);
});

function harmless(facts: object): object {
  const entries = Object.entries(facts).map(([name, value]): [string, unknown] => [
    name,
    isHidden(name) ? HIDDEN : cleanValue(value, 1),
  ]);
  return Object.fromEntries(entries.slice(0, MAX_ENTRIES).map(([name, value]) => [clean(name), value]));
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return clean(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'bigint') return value.toString();
  if (isNativeError(value)) return cleanError(value, depth);
  if (typeof value !== 'object') return undefined;
  if (depth >= MAX_DEPTH) return '[deeper]';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.slice(0, MAX_ENTRIES).map((item) => cleanValue(item, depth + 1));
  if (ArrayBuffer.isView(value)) return '[bytes]';
  const entries = Object.entries(value).slice(0, MAX_ENTRIES);
  return Object.fromEntries(
    entries.map(([name, inner]) => [clean(name), isHidden(name) ? HIDDEN : cleanValue(inner, depth + 1)]),
  );
}

/** Chosen fields only: errors of HTTP libraries carry whole requests with their headers. */
function cleanError(error: Error, depth: number): object {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return {
    type: clean(error.name),
    message: clean(error.message),
    ...(typeof code === 'string' && { code: clean(code) }),
    ...(typeof statusCode === 'number' && { statusCode }),
    ...(error.cause !== undefined && depth < MAX_DEPTH && { cause: cleanValue(error.cause, depth + 1) }),
    stack: (error.stack ?? '')
      .slice(error.message.length)
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, MAX_STACK_LINES)
      .map((line) => clean(line.trim())),
  };
}
