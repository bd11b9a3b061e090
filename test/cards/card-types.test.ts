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
  it('take every card as it is sent, with forms as dialog and as card, and refuse what is none', () => {
    const cards = (['dialog', 'card'] as const).flatMap((forms) => {
      const renderer = createRenderer({ forms, cardsFolder: join(root, 'cards'), looks: OFFERED.looks });
      return gallery(renderer, (view) => view, 'Plain words', forms).map(([, card]) => JSON.stringify(card));
    });
    const written = [...new Set(cards)].map((card, at) => `export const c${at}: IAdaptiveCard = ${card};`);
    const wrong = written[0]!.replace('c0:', 'wrong:').replace('"wrap":true', '"wrap":"yes"');
    const source = ["import type { IAdaptiveCard } from '@microsoft/teams.cards';", ...written, wrong].join(
      '\n',
    );
    const found = complaints(source);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('boolean');
  });
});
