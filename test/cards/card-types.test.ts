import { join } from 'node:path';
import ts from 'typescript';
import { OFFERED } from '../../src/adapters/teams/operations/looks';
import { createRenderer } from '../../src/adapters/teams/cards/renderer';
import { gallery } from './gallery';

const root = join(__dirname, '../..');
const virtual = join(root, 'test/cards/virtual-cards.ts');

/** What TypeScript says of the cards, each written out as a constant of the type. */
function complaints(source: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node20,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const onDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === virtual ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : onDisk(name, ...rest);
  const program = ts.createProgram([virtual], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe("Microsoft's types of Teams cards", () => {
  it.each(['dialog', 'card'] as const)('take every card as it is sent, with forms as %s', (forms) => {
    const renderer = createRenderer({ forms, cardsFolder: join(root, 'cards'), looks: OFFERED.looks });
    const cards = gallery(renderer, (view) => view, 'Plain words', forms);
    const constants = cards.map(
      ([, card], index) => `export const c${index}: IAdaptiveCard = ${JSON.stringify(card)};`,
    );
    const source = ["import type { IAdaptiveCard } from '@microsoft/teams.cards';", ...constants].join('\n');
    expect(complaints(source)).toEqual([]);
    expect(complaints(source.replace('"wrap":true', '"wrap":"yes"'))).not.toEqual([]);
  });
});
