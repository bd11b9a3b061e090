import type { Renderer } from '../cards/drawing';
import { cardResponse, toast } from '../answers/answered-card';
import { dialogPage, dialogResponse, dialogSentence } from '../answers/dialog';
import type { Drawable } from '../answers/answer';
import type { InvokeAnswer } from '../answers/invoke-answer';
import { pressAgain } from '../answers/press-again';
import type { ReaderOf } from '../cards/shown';
import { readPress } from '../operations/press';
import { isAutomatic, refreshed } from '../operations/refreshed';
import { answerPress, type Pressed } from '../operations/table';
import { goOnInChat, offerFile, sayCommand, tellChannel } from './answering';
import { noteCard } from './card-met';
import type { Went, Working } from './working';

/** A surface that answers in the HTTP answer itself, to the client that asked. */
interface InvokeSurface {
  respond(renderer: Renderer, answer: Drawable, reader: ReaderOf, pressed: Pressed): InvokeAnswer;
  /** Words alone; `sent`: the data of the press, given back where the surface would lose it. */
  words(
    text: string,
    again: { readonly title: string; readonly button: string; readonly sent: unknown },
  ): InvokeAnswer;
}

const dataOf = (value: unknown): object | undefined => {
  const data = typeof value === 'object' && value !== null && 'data' in value ? value.data : undefined;
  return typeof data === 'object' && data !== null ? data : undefined;
};

const SURFACES = {
  'adaptiveCard/action': {
    respond: (renderer, answer, reader, { here, back }) =>
      cardResponse(renderer, answer, { reader, ...(here && { here }) }, back),
    words: toast,
  },
  'task/fetch': { respond: dialogResponse, words: dialogSentence },
  'task/submit': {
    respond: dialogResponse,
    words: (text, { title, button, sent }) => {
      const data = dataOf(sent);
      return data ? dialogPage(title, pressAgain(text, button, data)) : dialogSentence(text);
    },
  },
} as const satisfies Record<string, InvokeSurface>;

export type InvokeName = keyof typeof SURFACES;

export const isInvokeName = (name: string | undefined): name is InvokeName =>
  name !== undefined && Object.hasOwn(SURFACES, name);

/** A press on a button of a card or a dialog. */
export async function onInvoke(work: Working, name: InvokeName): Promise<Went> {
  const { asking, parts, reader, exchange } = work;
  const value: unknown = exchange.activity.value;
  const press = readPress(value);
  if (name === 'adaptiveCard/action' && isAutomatic(value)) {
    const answer = await refreshed(asking, press);
    await exchange.respond(cardResponse(parts.renderer, answer, { reader }));
    return { name: 'refresh', result: answer.kind };
  }
  const pressed = await answerPress(parts.actions, asking, press, sayCommand(work));
  const { answer } = pressed;
  const shown = answer.kind === 'typed' ? await goOnInChat(work, answer) : answer;
  // A dialog stands before a message that goes on standing.
  if (name !== 'task/submit' || shown.kind !== 'cancelled') await tellChannel(work, shown, press);
  await exchange.respond(SURFACES[name].respond(parts.renderer, shown, reader, pressed));
  await offerFile(work, answer);
  await noteCard(work, press);
  return { name: pressed.name, result: shown.kind };
}

/** A sentence instead of the answer: a fault, or a person who is not known. */
export function sentence(
  renderer: Renderer,
  name: InvokeName,
  text: string,
  sent: unknown,
  language: string,
): InvokeAnswer {
  const again = {
    title: renderer.say('outcomes.titles.invalid', {}, language),
    button: renderer.say('buttons.save', {}, language),
    sent,
  };
  return SURFACES[name].words(text, again);
}
