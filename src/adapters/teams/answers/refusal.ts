import type { Refusal } from '../../../application/people/refusal';
import { deskName } from '../cards/names';
import { answerCard } from '../cards/answer-card';
import { inline } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import type { AnswerKind } from './kind';

const LOST = {
  removed: 'refusals.desk-removed',
  'channel-deleted': 'refusals.desk-deleted',
  refused: 'refusals.desk-refused',
} as const;

function deskLost(reader: Reader, { desks, why }: Extract<Refusal, { kind: 'desk-lost' }>): string {
  const names = desks.map((name) => deskName(reader, name));
  const desk = names.join(reader.say('list-of'));
  return reader.say(desks.length > 1 || !why ? 'refusals.desks-lost' : LOST[why], { desk });
}

const named = (reader: Reader, people: readonly string[]): string =>
  people.map((name) => inline(name, 80)).join(reader.say('list-of'));

function words(reader: Reader, refusal: Refusal): string {
  if (refusal.kind === 'desk-lost') return deskLost(reader, refusal);
  if (refusal.kind === 'no-right') {
    const ask = named(reader, refusal.ask) || reader.say('refusals.no-right-whom');
    return reader.say(`refusals.no-right-${refusal.why}`, { ask });
  }
  if (refusal.kind === 'admin-only') {
    const ask = named(reader, refusal.ask) || reader.say('refusals.admin-only-whom');
    return reader.say('refusals.admin-only', { ask });
  }
  return reader.say(`refusals.${refusal.kind}`);
}

/** Why a person may not, or that there is nothing. */
export const refusalKind: AnswerKind<Refusal> = {
  draw({ expand, reader }, refusal, showing) {
    const of = reader(showing.reader, 0);
    return answerCard(expand, of, {
      titled: showing.surface === 'dialog',
      title: of.say(`refusals.titles.${refusal.kind}`),
      text: words(of, refusal),
    });
  },
};
