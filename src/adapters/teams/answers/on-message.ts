import { answerPress } from '../operations/table';
import { answerText } from '../commands/help';
import { COMMANDS } from '../commands/table';
import { readButton } from '../in/button';
import { normaliseText } from '../in/text';
import type { Went, Working } from './parts';
import { answerWithMessage, send, tellBound, typedWords } from './answering';
import { goOnTyped } from './typed-words';

/** A message with words: the form that is open in the personal chat, else a command. */
export async function onMessage(work: Working): Promise<Went> {
  const { asking, parts } = work;
  const { turn } = asking;
  const text = normaliseText(turn.activity, turn.activity.recipient);
  const typed = turn.place.kind === 'personal' ? await goOnTyped(typedWords(work), text) : undefined;
  if (typed) {
    await send(work, typed);
    return { name: 'typed-words', result: 'answered' };
  }
  const { name, reply } = await answerText(COMMANDS, asking, text);
  parts.metrics.command(name, reply.kind);
  await answerWithMessage(work, reply);
  return { name, result: reply.kind };
}

/** A message with a button's data and no words: what clients without universal actions send. */
export async function onSubmit(work: Working): Promise<Went> {
  const { asking } = work;
  const { name, reply } = await answerPress(asking, readButton(asking.turn.activity.value));
  if (!(await tellBound(work, reply))) await answerWithMessage(work, reply);
  return { name, result: reply.kind };
}
