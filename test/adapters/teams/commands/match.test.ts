import { matchCommand } from '../../../../src/adapters/teams/commands/match';
import { nearest } from '../../../../src/adapters/teams/commands/nearest';
import { commandsFor } from '../../../../src/adapters/teams/commands/table';
import { OFFERED } from '../../../../src/adapters/teams/operations/looks';

const COMMANDS = commandsFor(OFFERED.looks);

const said = (text: string): string | undefined => {
  const match = matchCommand(COMMANDS, text);
  return match && [match.command.name, match.words].filter(Boolean).join(' | ');
};

describe('what a text says', () => {
  it.each<[string, string]>([
    ['help', 'help'],
    ['?', 'help'],
    ['??', 'help'],
    ['Hi', 'help'],
    ['Hello!', 'help'],
    ['my active deals', 'my active deals'],
    ['My Active Deals.', 'my active deals'],
    ['MY DEALS', 'my active deals'],
    ['please show my deals!', 'my active deals'],
    ['could you show me my active deals, please?', 'my active deals'],
    ['show me the inbox thanks', 'inbox'],
    ['new', 'inbox'],
    ['received', 'inbox'],
    ['what are all deals', 'all deals'],
    ['active', 'all deals'],
    ['closed', 'archive'],
    ['search tailspin toys', 'search | tailspin toys'],
    ['Find "Tailspin Toys"!', 'search | "Tailspin Toys"'],
    ['show 6f0c9a2e-1111', 'show | 6f0c9a2e-1111'],
    ['show me contoso', 'show | contoso'],
    ['accept contoso', 'accept | contoso'],
    ['Please accept: Contoso Ltd.', 'accept | Contoso Ltd'],
    ['accept', 'accept'],
    ['hey, decline contoso please', 'decline | contoso'],
    ["I called O'Reilly & Sons", "called | O'Reilly & Sons"],
    ['called contoso', 'called | contoso'],
    ['set up', 'bind'],
    ['  bind\n', 'bind'],
    ['never mind', 'cancel'],
    ['search show me', 'search | show me'],
  ])('%j is %j', (text, command) => {
    expect(said(text)).toBe(command);
  });

  it.each([
    '',
    '   ',
    'new month',
    'good morning',
    'helpless',
    'binding',
    '!!!',
    'accepted',
    'x'.repeat(30_000),
  ])('%.20j is no command', (text) => {
    expect(said(text)).toBeUndefined();
  });
});

describe('the nearest commands', () => {
  const near = (text: string) => nearest(COMMANDS, text).map(({ say }) => say);

  it.each<[string, string]>([
    ['inbx', 'inbox'],
    ['my active deal', 'my active deals'],
    ['accpet contoso', 'accept contoso'],
    ['serch tailspin toys', 'search tailspin toys'],
    ['bnid', 'bind'],
    ['archieve', 'archive'],
    ['where is my inbox gone', 'inbox'],
  ])('of %j are first of all %j', (text, command) => {
    expect(near(text)[0]).toBe(command);
  });

  it.each(['', 'dolor sit amet', '🦄'.repeat(5000), '<at>x</at>'])('%.20j is near to none', (text) => {
    expect(near(text)).toEqual([]);
  });

  it('are at most three', () => {
    expect(near('inbox archive search bind accept help').length).toBeLessThanOrEqual(3);
  });
});

it.each([
  ['within a word', `a${'!'.repeat(28_000)}x`],
  ['within what follows a command', `search a${'?'.repeat(28_000)}x`],
])('nobody waits for the reading of a long run of marks %s', (_, text) => {
  const begun = process.hrtime.bigint();
  matchCommand(COMMANDS, text);
  expect(Number(process.hrtime.bigint() - begun) / 1e9).toBeLessThan(0.5);
});
