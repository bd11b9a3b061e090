import type { ListName } from '../../../application/use-cases';
import type { Asking } from '../answers/asking';
import { said, type Answer } from '../answers/answer';
import { bind } from '../operations/bind';
import { commandKey, type Command, type Scope } from './command';
import { search, show, startForm } from './finding';
import { allCommands, help } from './help';

const BOTH: readonly Scope[] = ['channel', 'personal'];
const CHANNEL: readonly Scope[] = ['channel'];
const PERSONAL: readonly Scope[] = ['personal'];
const NOWHERE: readonly Scope[] = [];

const list =
  (name: ListName) =>
  ({ turn, useCases }: Asking): Promise<Answer> =>
    useCases.list(name, '', turn.person);

/** Said where no form is open: in one, the form itself takes these. */
const nothingOpen = (): Promise<Answer> => Promise.resolve(said('bot.nothing-open'));

const SELLING = { words: 'none', scopes: BOTH, may: 'sellers', inManifest: BOTH, inHelp: BOTH } as const;
const FORM = { words: 'follow', scopes: BOTH, may: 'sellers', inManifest: PERSONAL, inHelp: BOTH } as const;
const QUIET = { words: 'none', scopes: BOTH, may: 'anyone', inManifest: NOWHERE, inHelp: NOWHERE } as const;

/** Every command there is, in the order in which help shows them. To add one: a row here, its strings `commands.<name>`. */
export const COMMANDS: readonly Command[] = [
  { ...SELLING, name: 'my active deals', also: ['my deals'], run: list('my-active-deals') },
  { ...SELLING, name: 'inbox', also: ['new', 'received'], run: list('inbox') },
  { ...SELLING, name: 'expiring', also: [], run: list('expiring') },
  { ...SELLING, name: 'search', also: ['find'], words: 'follow', run: search },
  { ...FORM, name: 'accept', also: [], run: startForm('accept') },
  { ...SELLING, name: 'all deals', also: ['active'], run: list('all-deals') },
  { ...FORM, name: 'decline', also: [], run: startForm('decline') },
  { ...FORM, name: 'called', also: ['i called'], inManifest: NOWHERE, run: startForm('called') },
  { ...SELLING, name: 'show', also: ['show me'], words: 'follow', inManifest: NOWHERE, run: show },
  { ...SELLING, name: 'archive', also: ['closed'], run: list('archive') },
  {
    name: 'bind',
    also: ['set up', 'setup', 'set up this channel'],
    words: 'none',
    scopes: CHANNEL,
    may: 'admins',
    inManifest: CHANNEL,
    inHelp: CHANNEL,
    run: bind,
  },
  {
    ...QUIET,
    name: 'help',
    also: ['hi', 'hello', 'hey', '?'],
    inManifest: BOTH,
    run: (asking) => help(COMMANDS, asking),
  },
  {
    ...QUIET,
    name: 'all commands',
    also: ['commands', 'help all', 'more commands'],
    run: (asking) => allCommands(COMMANDS, asking),
  },
  { ...QUIET, name: 'cancel', also: ['stop', 'never mind'], run: nothingOpen },
  { ...QUIET, name: 'back', also: [], run: nothingOpen },
];

export interface ManifestCommands {
  readonly scope: 'team' | 'personal';
  /** `title` is what is typed; `key` is that of its description in the strings. */
  readonly commands: readonly { readonly title: string; readonly key: string }[];
}

/** What Teams offers beside the compose box, for the app's manifest (`commandLists`): at most 10 a scope. */
export function manifestCommands(table: readonly Command[] = COMMANDS): readonly ManifestCommands[] {
  const of = (scope: Scope): ManifestCommands['commands'] =>
    table
      .filter((command) => command.inManifest.includes(scope))
      .map((command) => ({ title: command.name, key: `commands.${commandKey(command)}` }));
  return [
    { scope: 'team', commands: of('channel') },
    { scope: 'personal', commands: of('personal') },
  ];
}
