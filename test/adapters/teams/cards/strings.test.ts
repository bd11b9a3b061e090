import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadStrings } from '../../../../src/adapters/teams/cards/strings';
import { acceptForm } from '../../../../src/domain/forms/accept';
import { bindForm } from '../../../../src/domain/forms/bind';
import { calledForm } from '../../../../src/domain/forms/called';
import { declineForm } from '../../../../src/domain/forms/decline';
import { DECLINE_REASONS } from '../../../../src/domain/deal/reasons';

const root = join(__dirname, '../../../..');
const strings = loadStrings(join(root, 'cards/strings'));

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

describe('the strings', () => {
  it('have every key that the code names', () => {
    const said = sources(join(root, 'src/adapters/teams')).flatMap((source) =>
      [...source.matchAll(/\b(?:say|said|sentence)\(\s*'([\w.-]+)'/gu)].map((match) => match[1]!),
    );
    const named = sources(join(root, 'src/adapters/teams')).flatMap((source) =>
      [...source.matchAll(/'((?:bot|lists|clocks|outcomes|refusals|buttons)\.[\w.-]+)'/gu)].map(
        (match) => match[1]!,
      ),
    );
    const keys = [...new Set([...said, ...named])];
    expect(keys.length).toBeGreaterThan(60);
    expect(keys.filter((key) => !strings.has(key))).toEqual([]);
  });

  it('name, explain and ask for every field of every form', () => {
    const forms = [acceptForm({ coSell: true }), declineForm(), calledForm(), bindForm({ people: [] })];
    const keys = forms.flatMap(({ name, fields }) => [
      ...['title', 'heading', 'about'].map((word) => `forms.${name}.${word}`),
      ...fields.flatMap(({ id }) => ['label', 'hint', 'ask'].map((word) => `forms.${name}.${id}.${word}`)),
      ...fields.flatMap(({ choices = [] }) =>
        choices.flatMap(({ title }) => ('key' in title ? [title.key] : [])),
      ),
    ]);
    expect(keys.filter((key) => !strings.has(key))).toEqual([]);
  });

  it('give each reason of Partner Center words', () => {
    expect(DECLINE_REASONS.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(DECLINE_REASONS.filter(({ key }) => !strings.has(`reasons.${key}`))).toEqual([]);
  });
});
