import type { Json, StoredActivity } from './activity';
import { isObject } from './activity';
import type { BotAnswer } from './deliver';
import { deliverTimes } from './deliver';
import type { Carried } from './invoke-reply';
import { carriedAction, carriedDialog, carriedOther } from './invoke-reply';
import type { Parts } from './parts';
import type { Press } from './press';
import { keepSaid } from './say';
import type { Doing } from './teams-activities';
import { buttonMessage, invoke } from './teams-activities';
import { BOT } from './world';

export interface Pressed {
  /** Undefined: nothing went to the bot. */
  readonly answer?: BotAnswer;
  readonly carried: Carried;
  readonly url?: string;
}

/** How a press reaches the bot: one entry per way that Teams has. Undefined: Teams sends nothing for it. */
export async function sendPress(
  parts: Parts,
  doing: Doing,
  card: StoredActivity,
  pressed: Press,
  times: number,
): Promise<Pressed | undefined> {
  const { action, data, inDialog } = pressed;
  const send = (activity: Json) => deliverTimes(parts, activity, times);
  const asInvoke = (name: string | undefined, value: unknown) =>
    send(invoke(parts, doing, card.id, { ...(name === undefined ? {} : { name }), value }));
  switch (action.type) {
    case 'Action.OpenUrl':
      return { carried: { kind: 'nothing' }, ...(typeof action.url === 'string' ? { url: action.url } : {}) };
    case 'Action.ShowCard':
    case 'Action.ToggleVisibility':
    case 'Action.ResetInputs':
      return { carried: { kind: 'nothing' } };
    case 'Action.Execute': {
      if (inDialog) return undefined;
      const sent = { type: action.type, id: action.id, verb: action.verb ?? '', data };
      const answer = await asInvoke('adaptiveCard/action', { action: sent, trigger: 'manual' });
      return { answer, carried: carriedAction(answer) };
    }
    case 'Action.Submit': {
      if (!inDialog) return submit(parts, doing, card, data, send, asInvoke);
      const answer = await asInvoke('task/submit', dialogValue(data));
      return { answer, carried: carriedDialog(answer) };
    }
    default:
      return undefined;
  }
}

const dialogValue = (data: unknown): Json => ({ data, context: { theme: 'default' } });

/** Action.Submit on a card: what `data.msteams` asks for (Microsoft: "Card actions in Teams"). */
async function submit(
  parts: Parts,
  doing: Doing,
  card: StoredActivity,
  data: unknown,
  send: (activity: Json) => Promise<BotAnswer>,
  asInvoke: (name: string | undefined, value: unknown) => Promise<BotAnswer>,
): Promise<Pressed> {
  const msteams = isObject(data) && isObject(data.msteams) ? data.msteams : {};
  const message = async (sent: { readonly text?: string; readonly value?: unknown }): Promise<Pressed> => ({
    answer: await send(buttonMessage(parts, doing, card.id, sent)),
    carried: { kind: 'nothing' },
  });
  switch (msteams.type) {
    case 'task/fetch': {
      const answer = await asInvoke('task/fetch', dialogValue(data));
      return { answer, carried: carriedDialog(answer) };
    }
    case 'messageBack':
      await showSaid(parts, doing, msteams.displayText);
      return message({
        ...(typeof msteams.text === 'string' ? { text: msteams.text } : {}),
        value: messageBackValue(msteams.value, data),
      });
    case 'imBack':
      await showSaid(parts, doing, msteams.value);
      return message({ text: String(msteams.value) });
    case 'invoke': {
      const answer = await asInvoke(undefined, msteams.value);
      return { answer, carried: carriedOther(answer) };
    }
    default:
      return message({ value: data });
  }
}

/** The button's value with the inputs laid over it; without a value what else is in the data. */
function messageBackValue(value: unknown, data: unknown): unknown {
  const { msteams: _msteams, ...rest } = isObject(data) ? data : {};
  if (value === undefined) return rest;
  return isObject(value) ? { ...value, ...rest } : value;
}

async function showSaid(parts: Parts, doing: Doing, text: unknown): Promise<void> {
  if (typeof text !== 'string' || text === '') return;
  const id = parts.state.nextId(parts.clock.now());
  const entities = text.includes(`<at>${BOT.name}</at>`)
    ? [{ type: 'mention', text: `<at>${BOT.name}</at>`, mentioned: BOT }]
    : [];
  await keepSaid(parts, doing, id, { text, entities });
}
