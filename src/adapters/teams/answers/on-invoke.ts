import { ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import { answerPress } from '../operations/table';
import { readButton } from '../in/button';
import type { ReaderOf, Renderer } from '../cards/shown';
import type { Went, Working } from './parts';
import { cardResponse, toast } from './answered-card';
import { goOnInChat, tellBound } from './answering';
import { dialogPage, dialogResponse, dialogSentence } from './dialog';
import type { Drawable } from './drawn';
import { pressAgain } from './press-again';
import { isAutomatic, refreshed } from './refreshed';

/** A surface that answers in the HTTP answer itself, to the client that asked. */
interface Surface {
  respond(renderer: Renderer, reply: Drawable, reader: ReaderOf): InvokeResponse;
  /** Words alone; `sent`: the data of the press, given back where the surface would lose it. */
  words(
    text: string,
    again: { readonly title: string; readonly button: string; readonly sent: unknown },
  ): InvokeResponse;
}

const dataOf = (value: unknown): object | undefined => {
  const data = typeof value === 'object' && value !== null && 'data' in value ? value.data : undefined;
  return typeof data === 'object' && data !== null ? data : undefined;
};

const SURFACES = {
  'adaptiveCard/action': { respond: cardResponse, words: toast },
  'task/fetch': { respond: dialogResponse, words: dialogSentence },
  'task/submit': {
    respond: dialogResponse,
    words: (text, { title, button, sent }) => {
      const data = dataOf(sent);
      return data ? dialogPage(title, pressAgain(text, button, data)) : dialogSentence(text);
    },
  },
} as const satisfies Record<string, Surface>;

export type InvokeName = keyof typeof SURFACES;

export const isInvokeName = (name: string | undefined): name is InvokeName =>
  name !== undefined && Object.hasOwn(SURFACES, name);

export async function respond(context: TurnContext, value: InvokeResponse): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}

/** A press on a button of a card or a dialog. */
export async function onInvoke(work: Working, name: InvokeName): Promise<Went> {
  const { asking, parts, reader, context } = work;
  const value: unknown = asking.turn.activity.value;
  const pressed = readButton(value);
  if (name === 'adaptiveCard/action' && isAutomatic(value)) {
    const reply = await refreshed(asking, pressed);
    await respond(context, cardResponse(parts.renderer, reply, reader));
    return { name: 'refresh', result: reply.kind };
  }
  const press = await answerPress(asking, pressed);
  const reply = press.reply.kind === 'typed' ? await goOnInChat(work, press.reply) : press.reply;
  await tellBound(work, reply);
  await respond(context, SURFACES[name].respond(parts.renderer, reply, reader));
  return { name: press.name, result: reply.kind };
}

/** A sentence instead of the answer: a fault, or a person who is not known. */
export function sentence(
  renderer: Renderer,
  name: InvokeName,
  text: string,
  sent: unknown,
  language: string,
): InvokeResponse {
  const again = {
    title: renderer.say('outcomes.title', {}, language),
    button: renderer.say('buttons.save', {}, language),
    sent,
  };
  return SURFACES[name].words(text, again);
}
