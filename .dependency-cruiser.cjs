'use strict';

const GRAB_BAG = '^src/(?:.*/|)(?:util|helper|common)';
const grabBagComment =
  'A file or folder named utils, helpers or common says nothing about what is in it. ' +
  'Name it after the one idea it holds, and put it beside the code that uses it.';

/** Every file that may import the SDK. */
const SDK_FILES = [
  '^src/adapters/teams/in/(?:exchange|messages|dialog-stack|form-dialog|typed-words)\\.ts$',
  '^src/adapters/teams/out/(?:adapter|messenger|signing-keys|to-activity|wire)\\.ts$',
];

/** The rooms of the Teams adapter, and which of the others each may look into. */
const ROOMS = {
  words: { sees: [], holds: 'reads typed language: what a text means' },
  cards: { sees: ['words'], holds: 'draws: templates, renderer, the parts that cards share' },
  answers: { sees: ['words', 'cards'], holds: 'one file per kind of answer, and how each surface shows it' },
  operations: { sees: ['words', 'cards', 'answers'], holds: 'what a button does' },
  commands: { sees: ['words', 'cards', 'answers', 'operations'], holds: 'what a typed command does' },
  out: { sees: ['cards'], holds: 'calls Teams: messages, rosters, the wire' },
  in: {
    sees: ['words', 'cards', 'answers', 'operations', 'commands', 'out'],
    holds: 'takes activities in: guards, turns, the dialog of typed words',
  },
};

const roomRules = Object.entries(ROOMS).map(([room, { sees, holds }]) => ({
  name: `teams-${room}`,
  comment:
    `src/adapters/teams/${room} ${holds}. Of the adapter's rooms it may import only itself` +
    `${sees.length ? `, ${sees.join(', ')}` : ''}. Move the shared part down to one of those, or hand it over as an argument.`,
  severity: 'error',
  from: { path: `^src/adapters/teams/${room}/` },
  to: { path: '^src/adapters/teams/', pathNot: `^src/adapters/teams/(?:${[room, ...sees].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'src/domain may import only src/domain and luxon. Hand in what you need from outside as an argument ' +
        '(facts, input), or move this code to src/application or an adapter.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/|(?:^|/)node_modules/(?:@types/)?luxon/' },
    },
    {
      name: 'application-knows-no-adapters',
      comment:
        'src/application may import only src/application and src/domain: no package, no Node module. Describe ' +
        'what you need as a port in src/application/ports, and let an adapter implement it.',
      severity: 'error',
      from: { path: '^src/application/' },
      to: { pathNot: '^src/(?:application|domain)/' },
    },
    {
      name: 'adapters-stand-alone',
      comment:
        'One adapter does not import another. Let both depend on a port in src/application/ports and let ' +
        'src/main.ts put them together.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)(?:/|$)' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1(?:/|$)' },
    },
    {
      name: 'adapters-point-inwards',
      comment:
        'Of our own code an adapter imports only itself, src/application, src/domain and src/platform. Take settings as ' +
        'arguments of your own type; src/main.ts hands them over from the Config.',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/', pathNot: '^src/(?:adapters|application|domain|platform)/' },
    },
    {
      name: 'platform-stands-alone',
      comment:
        'src/platform holds small parts that any adapter may use: it knows nothing of the product. Move what needs ' +
        'more than itself to the adapter that uses it.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'sandbox-is-a-leaf',
      comment:
        'Only src/main.ts and src/compose.ts may import src/sandbox: the product must work without it. Move what both need to ' +
        'src/domain, src/application or an adapter.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:sandbox/|main\\.ts$|compose\\.ts$)' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'main-is-the-top',
      comment: 'Nothing in src imports src/main.ts. Move the shared part to a file of its own.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main\\.ts$' },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'bot-framework-in-ten-files',
      comment:
        'The Bot Framework SDK is archived and must stay replaceable: at most ten files, listed in this rule, may ' +
        'import it. Use Exchange (in/exchange.ts) for a turn, out/ for calls, or a type of our own.',
      severity: 'error',
      from: { path: '^src/', pathNot: SDK_FILES },
      to: { path: '(?:^|/)(?:botbuilder|botframework)[^/]*(?:/|$)' },
    },
    ...roomRules,
    {
      name: 'no-cycles',
      comment:
        'These files import each other in a circle. Move the part that both need into a third file, or hand it ' +
        'over as an argument. Circles of types count too.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-grab-bags',
      comment: grabBagComment,
      severity: 'error',
      from: { path: GRAB_BAG },
      to: {},
    },
    {
      name: 'no-use-of-grab-bags',
      comment: grabBagComment,
      severity: 'error',
      from: {},
      to: { path: GRAB_BAG },
    },
    {
      name: 'no-lonely-grab-bags',
      comment: grabBagComment,
      severity: 'error',
      from: { orphan: true, path: GRAB_BAG },
      to: {},
    },
    {
      name: 'no-tests-in-product',
      comment: 'src may not import from test or bench. Move what the product needs into src.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?:test|bench)/' },
    },
    {
      name: 'no-dev-packages-in-product',
      comment:
        'src may import at run time only packages under "dependencies" of package.json. Move this one there ' +
        'from "devDependencies", or import only its types (import type).',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-packages',
      comment:
        'This package is not in package.json; it is only there because another package brought it. Add it to ' +
        '"dependencies" with the exact version that is already installed.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'not-found',
      comment: 'This import leads nowhere. Correct the path, or install the package.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/sandbox/page/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'require', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
