import type { Command } from './command';

export interface Match {
  readonly command: Command;
  /** What follows the name, as it was written. */
  readonly words: string;
}

/** Words that change nothing, before or after a command. */
const COURTESY_BEFORE = [
  ['please'],
  ['pls'],
  ['can', 'you'],
  ['could', 'you'],
  ['would', 'you'],
  ['will', 'you'],
  ['i', 'want', 'to', 'see'],
  ['i', 'want', 'to'],
  ['i', 'would', 'like', 'to'],
  ["i'd", 'like', 'to'],
  ['let', 'me', 'see'],
  ['list'],
  ['give', 'me'],
  ['show', 'me'],
  ['show'],
  ['what', 'are'],
  ['the'],
  ['kindly'],
  ['just'],
  ['ok'],
  ['okay'],
  ['hey'],
  ['hi'],
  ['hello'],
];
const COURTESY_AFTER = [
  ['please'],
  ['pls'],
  ['thanks'],
  ['thank', 'you'],
  ['thank', 'you', 'very', 'much'],
  ['now'],
];

interface Token {
  readonly raw: string;
  readonly folded: string;
}

// What stands before the marks at an end is looked at first (`(?<=…)`, `(?<!…)`): a long run of them is walked once.
const fold = (word: string): string => {
  const plain = word.normalize('NFKC').toLowerCase().replaceAll('’', "'");
  return (
    plain.replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '') ||
    (plain.startsWith('?') ? '?' : '')
  );
};

/** A sign alone ("&") stays with the word before it. */
function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const raw of text.trim().split(/\s+/u).slice(0, 200)) {
    const folded = fold(raw);
    const last = found.at(-1);
    if (folded !== '') found.push({ raw, folded });
    else if (last) found[found.length - 1] = { ...last, raw: `${last.raw} ${raw}` };
  }
  return found;
}

const names = (command: Command): string[] => [command.name, ...command.also];

const starts = (said: readonly Token[], name: readonly string[]): boolean =>
  said.length >= name.length && name.every((word, index) => said[index]?.folded === word);

const ends = (said: readonly Token[], name: readonly string[]): boolean =>
  said.length > name.length &&
  name.every((word, index) => said[said.length - name.length + index]?.folded === word);

function withoutThanks(said: Token[]): Token[] {
  const thanks = COURTESY_AFTER.find((words) => ends(said, words));
  return thanks ? withoutThanks(said.slice(0, -thanks.length)) : said;
}

/** The text, then the text with one courtesy after another taken off its front. */
function readings(said: Token[]): Token[][] {
  const courtesy = COURTESY_BEFORE.find((words) => starts(said, words) && said.length > words.length);
  return courtesy ? [said, ...readings(said.slice(courtesy.length))] : [said];
}

const longestFirst = (table: readonly Command[]): { command: Command; name: string[] }[] =>
  table
    .flatMap((command) => names(command).map((name) => ({ command, name: name.split(' ') })))
    .sort((a, b) => b.name.length - a.name.length);

function exact(table: readonly Command[], said: readonly Token[]): Match | undefined {
  const row = longestFirst(table).find(({ name }) => said.length === name.length && starts(said, name));
  return row && { command: row.command, words: '' };
}

function withWords(table: readonly Command[], said: readonly Token[]): Match | undefined {
  const row = longestFirst(table).find(
    ({ command, name }) => command.words === 'follow' && said.length > name.length && starts(said, name),
  );
  if (!row) return undefined;
  const tail = said.slice(row.name.length).map((token) => token.raw);
  const words = tail.join(' ').replace(/^[\s,:;]+/u, '');
  return { command: row.command, words: words.replace(/(?<![\s!?.,;])[\s!?.,;]+$/u, '') };
}

/** What people say without wanting anything, all of it. */
const NODS = new Set(
  'ok|okay|k|fine|good|great|cool|nice|perfect|super|alright|all right|got it|will do|yes|yep|sure|no problem|well done|👍|👌|🙂|😊|🙏|❤️'.split(
    '|',
  ),
);
const THANKS =
  /^(?:(?:ok|okay|great|perfect|many|cool|super) )*(?:thanks|thank you|thx|ty|cheers)(?: (?:a lot|so much|very much|again|all|everyone|team|bot|for .{1,40}))?$/u;

/** Thanks or a nod, and nothing that asks for an answer. */
export function courtesyIn(text: string): 'thanks' | 'nod' | undefined {
  const said = tokens(text)
    .map(({ folded }) => folded)
    .join(' ');
  if (THANKS.test(said)) return 'thanks';
  return NODS.has(said) || NODS.has(text.trim()) ? 'nod' : undefined;
}

/**
 * The command that a text says: exact before one that words follow, the longest name first; case, punctuation and
 * words of courtesy do not matter ("please show my deals!").
 */
export function matchCommand(table: readonly Command[], text: string): Match | undefined {
  const whole = tokens(text);
  const polite = readings(withoutThanks(whole));
  for (const said of [whole, ...polite]) {
    const match = exact(table, said);
    if (match) return match;
  }
  for (const said of polite) {
    const match = withWords(table, said);
    if (match) return match;
  }
  return undefined;
}
