import type { ListName } from '../../../application/lists/list-table';
import type { Asking } from '../answers/asking';
import { said, type Answer } from '../answers/answer';
import type { Look } from '../cards/look';
import type { Operation } from '../../../domain/operations/operation';
import { commandKey, type Command, type Scope } from './command';
import { connect } from './connecting';
import { diagnose } from './diagnosing';
import { exportFile } from './exporting';
import { favourite, search, show, startOperation } from './finding';
import { offerNew } from './offering-new';
import { telling } from './telling';
import { importFile } from './importing';
import { signIn, signOut } from './signing-in';
import { startNew } from './starting-new';
import { testReferral } from './testing';
import { allCommands, help } from './help';
import { operateOnDesk } from '../operations/operate';

const BOTH: readonly Scope[] = ['channel', 'personal'];
const CHANNEL: readonly Scope[] = ['channel'];
const PERSONAL: readonly Scope[] = ['personal'];
const NOWHERE: readonly Scope[] = [];

const list =
  (name: ListName) =>
  ({ turn, useCases }: Asking): Promise<Answer> =>
    useCases.lists.page(name, '', turn.person);

/** Said where no form is open: in one, the form itself takes these. */
const nothingOpen = (): Promise<Answer> => Promise.resolve(said('bot.nothing-open'));

const SELLING = { words: 'none', scopes: BOTH, may: 'sellers', inManifest: BOTH, inHelp: BOTH } as const;
const QUIET = { words: 'none', scopes: BOTH, may: 'anyone', inManifest: NOWHERE, inHelp: NOWHERE } as const;

const FIRST: readonly Command[] = [
  { ...SELLING, name: 'my active deals', also: ['my deals'], run: list('my-active-deals') },
  { ...SELLING, name: 'inbox', also: ['new', 'received'], run: list('inbox') },
  { ...SELLING, name: 'expiring', also: [], run: list('expiring') },
  { ...SELLING, name: 'search', also: ['find'], words: 'follow', run: search },
];

/** Help has them; beside the compose box there is no room. */
const TAB = { ...SELLING, inManifest: NOWHERE } as const;
/** Behind a button of its list. */
const PART = { ...TAB, inHelp: NOWHERE } as const;

/** Partner Center's tabs, and what narrows a list. */
const TABS: readonly Command[] = [
  { ...TAB, name: 'leads', also: ['all leads'], run: list('leads') },
  {
    ...PART,
    name: 'leads marketplace',
    also: ['marketplace leads', 'marketplace'],
    run: list('leads-marketplace'),
  },
  { ...PART, name: 'leads qualified', also: ['qualified leads'], run: list('leads-qualified') },
  { ...TAB, name: 'co-sell', also: ['cosell', 'co sell', 'all co-sell'], run: list('co-sell') },
  {
    ...PART,
    name: 'co-sell inbound',
    also: ['inbound co-sell', 'cosell inbound', 'co sell inbound', 'inbound'],
    run: list('co-sell-inbound'),
  },
  {
    ...PART,
    name: 'co-sell outbound',
    also: ['outbound co-sell', 'cosell outbound', 'co sell outbound', 'outbound'],
    run: list('co-sell-outbound'),
  },
  { ...PART, name: 'leads favourites', also: ['leads favorites'], run: list('leads-favourites') },
  { ...PART, name: 'co-sell favourites', also: ['co-sell favorites'], run: list('co-sell-favourites') },
  {
    ...TAB,
    name: 'favourites',
    also: ['favorites', 'my favourites', 'my favorites'],
    run: list('favourites'),
  },
  { ...TAB, name: 'favourite', also: ['favorite'], words: 'follow', run: favourite },
  {
    ...TAB,
    name: 'my active deals without crm id',
    also: ['my deals without crm id', 'deals without crm id', 'without crm id'],
    run: list('my-active-deals-without-crm-id'),
  },
];

const THEN: readonly Command[] = [
  { ...SELLING, name: 'all deals', also: ['active'], run: list('all-deals') },
  ...TABS,
  { ...SELLING, name: 'show', also: ['show me'], words: 'follow', inManifest: NOWHERE, run: show },
  { ...SELLING, name: 'archive', also: ['closed'], run: list('archive') },
];

const LAST: readonly Command[] = [
  {
    ...{ name: 'connect', also: ['connection', 'partner center'], words: 'follow', may: 'admins' },
    ...{ scopes: BOTH, inManifest: NOWHERE, inHelp: PERSONAL, run: connect },
  },
  {
    ...{ name: 'diagnose', also: ['diagnosis', 'diagnostics', 'status'], words: 'follow', may: 'admins' },
    ...{ scopes: BOTH, inManifest: NOWHERE, inHelp: PERSONAL, run: diagnose },
  },
  {
    ...{ name: 'export', also: ['export csv', 'download'], words: 'none', may: 'sellers' },
    ...{ scopes: PERSONAL, inManifest: NOWHERE, inHelp: PERSONAL, run: exportFile },
  },
  {
    ...{ name: 'import', also: ['import file', 'import csv'], words: 'follow', may: 'admins' },
    ...{ scopes: PERSONAL, inManifest: NOWHERE, inHelp: PERSONAL, run: importFile },
  },
  {
    ...{ name: 'test referral', also: ['test lead'], words: 'follow', may: 'admins' },
    ...{ scopes: BOTH, inManifest: NOWHERE, inHelp: BOTH, run: testReferral },
  },
  {
    ...QUIET,
    name: 'add contact',
    also: ['add person'],
    words: 'follow',
    run: (_, words) => Promise.resolve(said('bot.which-person', { words })),
  },
  { ...QUIET, name: 'sign in', also: ['log in', 'login', 'signin'], run: signIn },
  { ...QUIET, name: 'sign out', also: ['log out', 'logout', 'signout'], run: signOut },
  { ...QUIET, name: 'cancel', also: ['stop', 'never mind'], run: nothingOpen },
  { ...QUIET, name: 'back', also: [], run: nothingOpen },
];

/** The typed command of an operation: on a referral in typed words, on a desk where it stands. */
function operationCommand(look: Look): Command[] {
  if (!look.command) return [];
  const { operation } = look;
  const named = { ...look.command, name: look.command.name ?? operation.name };
  if (operation.on === 'new')
    return [
      {
        ...named,
        ...{ words: 'follow', scopes: BOTH, may: 'sellers' },
        ...{ run: startNew(look), offer: offerNew(look) },
      },
    ];
  return operation.on === 'desk'
    ? [
        {
          ...named,
          words: operation.givesUp ? 'follow' : 'none',
          scopes: operation.givesUp ? BOTH : CHANNEL,
          may: 'admins',
          run: (asking, words) => operateOnDesk(look, asking, words),
        },
      ]
    : [
        {
          ...named,
          ...{ words: 'follow', scopes: BOTH, may: 'sellers', run: startOperation(look) },
          ...(look.tells ? { tell: telling(look) } : {}),
        },
      ];
}

/** Every command there is, in the order in which help shows them. To add one: a row here, its strings `commands.<name>`. */
export function commandsFor(looks: readonly Look[]): readonly Command[] {
  const on = (what: Operation['on']) => looks.filter(({ operation }) => operation.on === what);
  const table: readonly Command[] = [
    ...FIRST,
    ...on('referral').flatMap(operationCommand),
    ...on('new').flatMap(operationCommand),
    ...THEN,
    ...on('desk').flatMap(operationCommand),
    {
      ...QUIET,
      name: 'help',
      also: ['hi', 'hello', 'hey', '?'],
      inManifest: BOTH,
      run: (asking) => help(table, asking),
    },
    {
      ...QUIET,
      name: 'all commands',
      also: ['commands', 'help all', 'more commands'],
      run: (asking) => allCommands(table, asking),
    },
    ...LAST,
  ];
  return table;
}

export interface ManifestCommands {
  readonly scope: 'team' | 'personal';
  /** `title` is what is typed; `key` is that of its description in the strings. */
  readonly commands: readonly { readonly title: string; readonly key: string }[];
}

/** What Teams offers beside the compose box, for the app's manifest (`commandLists`): at most 10 a scope. */
export function manifestCommands(table: readonly Command[]): readonly ManifestCommands[] {
  const of = (scope: Scope): ManifestCommands['commands'] =>
    table
      .filter((command) => command.inManifest.includes(scope))
      .map((command) => ({ title: command.name, key: `commands.${commandKey(command)}` }));
  return [
    { scope: 'team', commands: of('channel') },
    { scope: 'personal', commands: of('personal') },
  ];
}
