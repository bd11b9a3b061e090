import type { Activity } from 'botbuilder';
import type { Reply, Typed } from './reply';
import { said } from './reply';
import type { Working } from './parts';
import type { RenderedActivity } from '../cards/shown';
import { COMMANDS } from '../commands/table';
import type { Drawable } from './drawn';
import { messageOf, toActivity } from './message';
import { sayPrivately } from './private-chat';
import { isPrivate } from './private-reply';
import { beginTyped, type TypedWords } from './typed-words';

export function typedWords({ parts, context, asking, reader }: Working): TypedWords {
  const { renderer } = parts;
  return {
    context,
    asking,
    renderer,
    reader,
    hearing: {
      table: COMMANDS,
      say: (key, language) => renderer.say(key, {}, language),
      now: parts.now(),
    },
  };
}

export async function send({ context }: Working, messages: readonly RenderedActivity[]): Promise<void> {
  for (const message of messages) await context.sendActivity(toActivity(message));
}

async function privately(work: Working, messages: readonly RenderedActivity[]): Promise<boolean> {
  const problem = await sayPrivately(work.context, work.asking.turn, messages);
  if (problem !== undefined) work.parts.log.warn({ problem }, 'could not open a personal chat');
  return problem === undefined;
}

/** Begins a form in typed words in the personal chat of a person who is somewhere else; what is said to them there. */
export async function goOnInChat(work: Working, typed: Typed): Promise<Drawable> {
  const messages = await beginTyped(typedWords(work), typed);
  const reached = await privately(work, messages);
  return said(reached ? 'bot.goes-on' : 'bot.no-chat', { customer: typed.customer });
}

/** Answers with a message: in the personal chat, or in the channel's thread if all may see it. */
export async function answerWithMessage(work: Working, reply: Reply): Promise<void> {
  const { parts, reader, asking } = work;
  const draw = (drawable: Drawable): RenderedActivity => messageOf(parts.renderer, drawable, reader);
  const personal = asking.turn.place.kind === 'personal';
  if (reply.kind === 'typed') {
    return send(
      work,
      personal ? await beginTyped(typedWords(work), reply) : [draw(await goOnInChat(work, reply))],
    );
  }
  if (!(await isPrivate(asking, reply))) return send(work, [draw(reply)]);
  const reached = await privately(work, [draw(reply)]);
  return send(work, [draw(said(reached ? 'bot.in-private' : 'bot.no-chat', { customer: '' }))]);
}

const wordOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Puts the message in place of the card that was pressed; where that cannot be, it comes as a new one. */
async function inPlace({ context, parts, asking }: Working, message: Partial<Activity>): Promise<void> {
  const { replyToId, conversation } = asking.turn.activity;
  if (replyToId !== undefined) {
    try {
      await context.updateActivity({ ...message, id: replyToId, conversation });
      return;
    } catch (error) {
      parts.log.warn({ problem: wordOf(error) }, 'a card could not be changed');
    }
  }
  await context.sendActivity(message);
}

/** A channel that has just become a desk is told so, in place of the form. True: it stands there. */
export async function tellBound(work: Working, reply: Reply): Promise<boolean> {
  const { parts, reader } = work;
  if (reply.kind !== 'ended' || reply.form !== 'bind' || !reply.desk) return false;
  try {
    await inPlace(work, toActivity(messageOf(parts.renderer, reply, reader)));
    return true;
  } catch (error) {
    parts.log.warn({ problem: wordOf(error) }, 'the channel was not told');
    return false;
  }
}
