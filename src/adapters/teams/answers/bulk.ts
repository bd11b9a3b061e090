import type { BulkAnswer, BulkPreview, BulkWrong } from '../../../application/bulk/import-file';
import type { BulkCounts, RowProblem } from '../../../application/bulk/sheet';
import { BULK_PROBLEMS } from '../../../domain/bulk/row';
import { answerCard, type Say } from '../cards/answer-card';
import type { MakeButton } from '../cards/make-button';
import { defused, inline } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import { namedByRow } from '../cards/string-key';
import type { Model } from '../cards/templates';
import type { AnswerKind } from './kind';

const OWN: ReadonlySet<string> = new Set(BULK_PROBLEMS);

/** "Row 5, Estimated Close Date: This is not a date. Write it like 2027-01-31." */
function problemLine(reader: Reader, { row, column, key, params = {} }: RowProblem): string {
  const safe = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inline(value, 200)]));
  const problem = reader.say(namedByRow(OWN.has(key) ? `bulk.problems.${key}` : `problems.${key}`), safe);
  return reader.say(column === '' ? 'bulk.row' : 'bulk.cell', { row: String(row), column, problem });
}

const COUNTED = ['created', 'updated', 'unchanged', 'there', 'kept'] as const;

/** Each count that is not nothing, in a line of its own. */
const countLines = (reader: Reader, counts: BulkCounts, when: 'will' | 'did'): string[] =>
  COUNTED.filter((what) => counts[what] > 0).map((what) =>
    reader.say(namedByRow(`bulk.${when}.${what}`), { count: counts[what] }),
  );

function unknownLine(reader: Reader, unknown: readonly string[]): string[] {
  if (unknown.length === 0) return [];
  const columns = unknown.slice(0, 10).map((one) => inline(one, 60));
  return [
    reader.say('bulk.unknown', { columns: columns.join(reader.say('list-of')), count: unknown.length }),
  ];
}

/** In words, for a card and for a shell. */
export function bulkWords(reader: Reader, answer: BulkAnswer): Pick<Say, 'title' | 'text' | 'also'> {
  switch (answer.kind) {
    case 'bulk-preview':
      return preview(reader, answer);
    case 'bulk-wrong':
      return wrong(reader, answer);
    case 'bulk-taken':
      return {
        title: reader.say(answer.before ? 'bulk.taken-before' : 'bulk.taken'),
        text: !answer.before && answer.counts.created > 0 ? reader.say('bulk.taken-text') : '',
        also: countLines(reader, answer.counts, 'did'),
      };
    case 'bulk-not': {
      const { why } = answer.problem;
      const params = 'columns' in answer.problem ? { columns: inline(answer.problem.columns, 200) } : {};
      return { title: reader.say('bulk.not'), text: reader.say(namedByRow(`bulk.file.${why}`), params) };
    }
  }
}

function preview(reader: Reader, { name, counts, unknown }: BulkPreview) {
  const does = counts.created + counts.updated > 0;
  return {
    title: reader.say('bulk.preview', { name: defused(name, 80) }),
    text: reader.say(does ? 'bulk.preview-text' : 'bulk.nothing-new'),
    also: [...countLines(reader, counts, 'will'), ...unknownLine(reader, unknown)],
  };
}

function wrong(reader: Reader, { problems, total, unknown }: BulkWrong) {
  const more = total - problems.length;
  return {
    title: reader.say('bulk.wrong', { count: total }),
    text: reader.say('bulk.wrong-text'),
    also: [
      ...problems.map((one) => problemLine(reader, one)),
      ...(more > 0 ? [reader.say('bulk.more', { count: more })] : []),
      ...unknownLine(reader, unknown),
    ],
  };
}

const buttons = (reader: Reader, answer: BulkAnswer, make: MakeButton): Model[] =>
  answer.kind === 'bulk-preview' && answer.counts.created + answer.counts.updated > 0
    ? [
        make({
          verb: 'command',
          title: reader.say('bulk.import'),
          data: { words: `import ${answer.ticket}` },
          style: 'positive',
        }),
      ]
    : [];

/** What a file would do, what is wrong with it, or what it did. */
export const bulkKind: AnswerKind<BulkAnswer> = {
  draw({ expand, reader: readerOf, buttons: buttonsOf }, answer, showing) {
    const reader = readerOf(showing.reader, 0);
    return answerCard(expand, reader, {
      ...bulkWords(reader, answer),
      buttons: buttons(reader, answer, buttonsOf(showing.surface, showing.here)),
    });
  },
  eyes: () => 'person',
};
