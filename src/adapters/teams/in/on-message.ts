import type { Way } from '../cards/make-button';
import { answerText } from '../commands/help';
import { readPress } from '../operations/press';
import { answerPress } from '../operations/table';
import { answerWithMessage, sayCommand, tellChannel, typedWords } from './answering';
import { normaliseText } from './text';
import { attachedFiles } from './attached-file';
import { noteCard } from './card-met';
import { onFile } from './on-file';
import { goOnTyped } from './typed-words';
import type { Went, Working } from './working';

/** A card that a command has shown is come back to by saying the command again. */
const wayOf = (text: string): Way => ({ do: 'command', words: text.slice(0, 200) });

/** A message with words: the form that is open in the personal chat, else a command. */
export async function onMessage(work: Working): Promise<Went> {
  const { asking, parts, exchange } = work;
  const [file, ...more] = asking.turn.place.kind === 'personal' ? attachedFiles(exchange.activity) : [];
  if (file) {
    const answer = await onFile(work, [file, ...more]);
    await answerWithMessage(work, answer);
    return { name: 'file', result: answer.kind };
  }
  const text = normaliseText(exchange.activity, exchange.activity.recipient);
  const typed = asking.turn.place.kind === 'personal' ? await goOnTyped(typedWords(work), text) : undefined;
  if (typed) {
    await exchange.send(...typed);
    return { name: 'typed-words', result: 'answered' };
  }
  const { name, answer } = await answerText(parts.commands, asking, text);
  parts.metrics.command(name, answer.kind);
  await answerWithMessage(work, answer, answer.kind === 'form' ? undefined : wayOf(text));
  return { name, result: answer.kind };
}

/** A message with a button's data and no words: what clients without universal actions send. It replaces no card. */
export async function onSubmit(work: Working): Promise<Went> {
  const { asking, exchange, parts } = work;
  const press = readPress(exchange.activity.value);
  const kept = press && { ...press, back: press.do === 'back' ? press.back : undefined };
  const { name, answer } = await answerPress(parts.actions, asking, kept, sayCommand(work));
  if (answer.kind === 'typed' || !(await tellChannel(work, answer, press)))
    await answerWithMessage(work, answer);
  await noteCard(work, press);
  return { name, result: answer.kind };
}
