import { isLink } from '../../../application/lists/record-link';
import type { Asking } from '../answers/asking';
import { said, type Answer, type Help } from '../answers/answer';
import type { Place } from '../answers/turn';
import { commandKey, type Command, type Scope } from './command';
import { named, show } from './finding';
import { courtesyIn, matchCommand, type Match } from './match';
import { nearest } from './nearest';
import { isTold, toldOf } from '../words/told';
import { customerFirst } from './customer-first';

/** As many as help shows at first; the rest is behind "Show more". */
const AT_FIRST = 6;

const line = (command: Command, say: string = command.name): Help['commands'][number] => ({
  id: commandKey(command),
  name: say,
});

const scopeOf = (place: Place): Scope => (place.kind === 'channel' ? 'channel' : 'personal');

/** In a channel that is no desk yet, what makes it one comes first; afterwards it comes last. */
function inOrder(commands: readonly Command[], bound: boolean): Command[] {
  const rank = (command: Command): number => (command.may === 'admins' ? (bound ? 1 : -1) : 0);
  return [...commands].sort((a, b) => rank(a) - rank(b));
}

async function listed(table: readonly Command[], { turn, useCases }: Asking): Promise<Command[]> {
  const { place } = turn;
  const bound = place.kind !== 'channel' || (await useCases.desks.of(place.place.channel)) !== undefined;
  return inOrder(
    table.filter((command) => command.inHelp.includes(scopeOf(place))),
    bound,
  );
}

/** The commands that matter most here. */
export async function help(table: readonly Command[], asking: Asking): Promise<Answer> {
  const commands = await listed(table, asking);
  return {
    kind: 'help',
    commands: commands.slice(0, AT_FIRST).map((command) => line(command)),
    ...(commands.length > AT_FIRST && { more: 'all commands' }),
  };
}

export async function allCommands(table: readonly Command[], asking: Asking): Promise<Answer> {
  const commands = await listed(table, asking);
  return { kind: 'help', commands: commands.map((command) => line(command)) };
}

/** The greeting when the bot has come to a team (set it up first) or to a person. */
export function greeting(table: readonly Command[], scope: Scope): Help {
  const commands = inOrder(
    table.filter(({ inHelp, may }) => inHelp.includes(scope) && (scope === 'channel' || may !== 'admins')),
    false,
  );
  return { kind: 'help', commands: commands.slice(0, 3).map((command) => line(command)), greeting: scope };
}

/** Text that is no command: the referral of a customer so called, the nearest commands, else help. */
async function unknown(table: readonly Command[], asking: Asking, text: string): Promise<Answer> {
  if (isLink(text)) return show(asking, text);
  const whole =
    (await named(asking, text, 'words')) ??
    (await customerFirst(table, asking, text)) ??
    (await told(table, asking, text)) ??
    (await stranger(table, asking, text));
  if (whole) return whole;
  const suggested = nearest(table, text);
  if (suggested.length === 0) {
    const begun = await named(asking, text, 'beginnings');
    if (begun) return begun;
    const all = await help(table, asking);
    return all.kind === 'help' ? { ...all, unknown: text, nothingNear: true } : all;
  }
  const commands = suggested.map(({ command, say }) => line(command, say));
  return { kind: 'help', commands, unknown: text, more: 'help' };
}

/** What is told of a customer, in a personal chat only: elsewhere all would read the form. */
async function told(table: readonly Command[], asking: Asking, text: string): Promise<Answer | undefined> {
  if (asking.turn.place.kind !== 'personal') return undefined;
  const teller = table.find((command) => command.tell !== undefined);
  return teller?.tell?.(asking, text);
}

/** A new deal of whoever is told of, in a personal chat only; undefined: too little is told of them. */
async function newDeal(table: readonly Command[], asking: Asking, text: string): Promise<Answer | undefined> {
  if (asking.turn.place.kind !== 'personal') return undefined;
  return table.find((command) => command.offer !== undefined)?.offer?.(asking, text);
}

/** Told of somebody who is not known here: that is a customer, and not the whole sentence. */
async function stranger(
  table: readonly Command[],
  asking: Asking,
  text: string,
): Promise<Answer | undefined> {
  const customer = toldOf(text);
  if (customer === undefined) return undefined;
  return (await newDeal(table, asking, text)) ?? said('bot.unknown-customer', { customer });
}

/** What is told in a command's words of whom it does not find is not lost. */
async function answerCommand(
  table: readonly Command[],
  asking: Asking,
  text: string,
  match: Match,
): Promise<Answer> {
  const answer = await runCommand(match, asking);
  const isNobody = answer.kind === 'said' && answer.key === 'bot.none-found';
  return (isNobody ? await stranger(table, asking, text) : undefined) ?? answer;
}

/** Runs the command that matched, where it may be said. */
export async function runCommand(match: Match, asking: Asking): Promise<Answer> {
  const { command, words } = match;
  const scope = scopeOf(asking.turn.place);
  if (!command.scopes.includes(scope))
    return said(scope === 'channel' ? 'bot.say-in-chat' : 'bot.say-in-channel', { command: command.name });
  return command.run(asking, words);
}

/** What a text says: a command's answer, a referral by its customer's name, or the nearest commands. */
export async function answerText(
  table: readonly Command[],
  asking: Asking,
  text: string,
): Promise<{ readonly name: string; readonly answer: Answer }> {
  if (asking.turn.place.kind === 'group') return { name: 'in-group', answer: said('bot.not-in-group') };
  const begun = isTold(text) ? await told(table, asking, text) : undefined;
  if (begun) return { name: 'told', answer: begun };
  const match = matchCommand(table, text);
  if (match)
    return { name: commandKey(match.command), answer: await answerCommand(table, asking, text, match) };
  const courtesy = courtesyIn(text);
  if (courtesy) return { name: 'courtesy', answer: said(`bot.${courtesy}`) };
  const blank = text.trim() === '';
  return { name: 'unknown', answer: blank ? await help(table, asking) : await unknown(table, asking, text) };
}
