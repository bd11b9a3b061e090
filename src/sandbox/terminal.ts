import type { LogLevel } from '../adapters/log';

type Facts = Readonly<Record<string, unknown>>;

/** What an effect that went well has done, in a word that says it to somebody who tries the program out. */
const DONE: Readonly<Record<string, string>> = {
  'show shown': 'A card is shown in Teams',
  'say done': 'A message went into the thread',
  'tell done': 'A person was told in their chat',
  'write written': 'A change was written to Partner Center',
  'read read': 'Partner Center was read',
};

/** How an effect ends that is still owed, or never done. */
const NOT_DONE = [
  'retry',
  'parked',
  'rejected',
  'unreachable',
  'vanished',
  'refused',
  'not-found',
  'signed-out',
];

const TURNS: Readonly<Record<string, string>> = {
  message: 'Somebody wrote',
  invoke: 'Somebody pressed a button',
  presence: 'Teams tells of the app',
};

const LEVELS: readonly (readonly [number, LogLevel])[] = [
  [50, 'error'],
  [40, 'warn'],
];

/** Known lines of the log as sentences: each takes the facts that it tells and leaves the others. */
const SENTENCES: Readonly<Record<string, (facts: Facts) => readonly [string, Facts]>> = {
  effect: ({ effect, result, id: _id, tries, ms, ...rest }) => {
    const ended = `${String(effect)}, ${String(result)}`;
    const words = DONE[`${String(effect)} ${String(result)}`];
    const well = words ?? (NOT_DONE.includes(String(result)) ? `Not done: ${ended}` : `Done: ${ended}`);
    const again = typeof tries === 'number' && tries > 0 ? ` (try ${String(tries + 1)})` : '';
    return [`${well}${again}`, { ...rest, ms }];
  },
  turn: ({ turn, did, place, result, ms, ...rest }) => {
    const where = place === 'channel' ? ' in the channel' : place === 'personal' ? ' in a personal chat' : '';
    const who = TURNS[String(turn)] ?? `Teams sent ${String(turn)}`;
    return [`${who}${where}: ${String(did)}, answered with ${String(result)}`, { ...rest, ms }];
  },
};

/**
 * One line of the log (JSON, as `createLog` writes it) for a person at a terminal: the local time, what happened, and
 * the facts that are left in brackets; an error's stack below it. What is no JSON comes back as it is.
 */
export function terminalLine(line: string): string {
  const facts = parsed(line);
  if (facts === undefined) return line;
  const { level, time, msg, error, err, ...others } = facts;
  const words = typeof msg === 'string' ? msg : '';
  const [sentence, rest] = SENTENCES[words]?.(others) ?? [capital(words), others];
  const warning = LEVELS.find(([from]) => typeof level === 'number' && level >= from)?.[1];
  const cause = errorOf(error ?? err);
  return [
    `${timeOf(time)} ${warning ? `${warning}: ` : ''}${sentence}${inBrackets(rest)}${cause.words}`,
    ...cause.stack,
    '',
  ].join('\n');
}

function parsed(line: string): Facts | undefined {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === 'object' && read !== null ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Made once: it costs a hundred times what it is asked for. */
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

const timeOf = (time: unknown): string => (typeof time === 'string' ? TIME.format(new Date(time)) : '');

function inBrackets(facts: Facts): string {
  const told = Object.entries(facts).filter(([, value]) => value !== undefined);
  if (told.length === 0) return '';
  return ` (${told.map(([name, value]) => (name === 'ms' ? `${shown(value)} ms` : `${name} ${shown(value)}`)).join(', ')})`;
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function errorOf(error: unknown): { readonly words: string; readonly stack: readonly string[] } {
  if (typeof error !== 'object' || error === null) return { words: '', stack: [] };
  const { type, message, stack } = error as Facts;
  const lines = Array.isArray(stack) ? stack.map((one) => `         ${String(one)}`) : [];
  return { words: `: ${String(type)}: ${String(message)}`, stack: lines };
}

/** What stands in the terminal at the start. */
export const firstLine = (teams: boolean, url: string): string =>
  `Sandbox mode: no Microsoft account, this machine only${teams ? `. Open ${url} in a browser` : ''}. Set MicrosoftAppId for Teams itself.`;
