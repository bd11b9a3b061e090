import type { Diagnosis } from '../../../application/diagnose/diagnosis';
import { answerCard } from '../cards/answer-card';
import type { MakeButton } from '../cards/make-button';
import { line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import type { Model } from '../cards/templates';
import { diagnosisLines, effectWords } from './diagnosis-lines';
import type { AnswerKind } from './kind';

/** So many buttons Teams shows; the rest is under "…". */
const MOST_SHOWN = 6;
/** A phone cuts what is longer. */
const MOST_ON_BUTTON = 20;

/** What does not get done has two ways on; what an admin looks at again, or sends to somebody, comes first. */
function buttons(reader: Reader, { troubles, copy }: Diagnosis, make: MakeButton): Model[] {
  const say = (title: string, words: string): Model =>
    make({ verb: 'command', title, data: { words: `diagnose${words}` } });
  const effects = troubles.flatMap((one) => {
    const effect = line(effectWords(reader, one), MOST_ON_BUTTON);
    const again = one.again ? [say(reader.say('diagnose.again', { effect }), ` again ${one.ref}`)] : [];
    return [...again, say(reader.say('diagnose.drop', { effect }), ` drop ${one.ref}`)];
  });
  return [
    say(reader.say('diagnose.anew'), ''),
    ...(copy ? [] : [say(reader.say('diagnose.copy'), ' copy'), ...effects]),
  ].map((button, at) => (at < MOST_SHOWN ? button : { ...button, mode: 'secondary' }));
}

/** What works and what does not; as a message it can be copied as it is. */
export const diagnosisKind: AnswerKind<Diagnosis> = {
  draw({ expand, reader: readerOf, buttons: buttonsOf }, diagnosis, { reader: of, surface, here }) {
    const reader = readerOf(of, diagnosis.now);
    const lines = diagnosisLines(reader, diagnosis);
    const title = reader.say('diagnose.title');
    const text = summary(reader, lines);
    const also = lines.map((line) => line.text);
    if (diagnosis.copy && surface === 'message') return { title, text: [text, ...also].join('\n') };
    return answerCard(expand, reader, {
      ...{ title, text, also },
      closing: diagnosis.copy ? [reader.say('diagnose.copied')] : [],
      buttons: buttons(reader, diagnosis, buttonsOf(surface, here)),
    });
  },
  eyes: () => 'person',
};

/** How it stands altogether. */
export function summary(reader: Reader, lines: ReturnType<typeof diagnosisLines>): string {
  const count = lines.filter(({ works }) => !works).length;
  return count === 0 ? reader.say('diagnose.well') : reader.say('diagnose.unwell', { count });
}
