import type { Json } from './activity';
import { ADAPTIVE_CARD, isObject } from './activity';
import type { BotAnswer } from './deliver';
import { cardProblem } from './payload';

/** What a client does with the bot's answer to an invoke. `problem`: why it could not be shown. */
export type Carried =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'close' }
  | { readonly kind: 'toast'; readonly text: string; readonly closes: boolean; readonly problem?: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly card: unknown; readonly info: Json }
  | { readonly kind: 'card'; readonly card: unknown };

const UNREACHABLE = 'Unable to reach app. Please try again.';
const unreachable = (problem: string): Carried => ({
  kind: 'toast',
  text: UNREACHABLE,
  closes: false,
  problem,
});

/** The answer to task/fetch and task/submit (Microsoft: "Use dialogs with bots"). */
export function carriedDialog({ status, body }: BotAnswer): Carried {
  if (status !== 200) return unreachable(`the bot answered ${status}`);
  if (body === undefined || (isObject(body) && Object.keys(body).length === 0)) return { kind: 'close' };
  const task = isObject(body) ? body.task : undefined;
  if (!isObject(task)) return unreachable('the answer has no task');
  if (task.type === 'message') return { kind: 'toast', text: words(task.value), closes: true };
  const info = task.value;
  if (task.type !== 'continue' || !isObject(info))
    return unreachable('the task is neither continue nor message');
  const attachment = info.card;
  if (!isObject(attachment) || attachment.contentType !== ADAPTIVE_CARD) {
    return unreachable('the task has no Adaptive Card attachment');
  }
  const wrong = cardProblem(attachment.content);
  if (wrong !== undefined) return unreachable(wrong);
  return { kind: 'dialog', title: words(info.title), card: attachment.content, info };
}

/** The answer to adaptiveCard/action (Microsoft: "Universal Actions for Adaptive Cards", response format). */
export function carriedAction({ status, body }: BotAnswer): Carried {
  if (!isObject(body) || typeof body.type !== 'string') {
    return unreachable(status === 200 ? 'the answer has no type' : `the bot answered ${status}`);
  }
  switch (body.type) {
    case ADAPTIVE_CARD: {
      const wrong = cardProblem(body.value);
      return wrong === undefined ? { kind: 'card', card: body.value } : unreachable(wrong);
    }
    case 'application/vnd.microsoft.activity.message':
      return { kind: 'toast', text: words(body.value), closes: false };
    case 'application/vnd.microsoft.error':
    case 'application/vnd.microsoft.error.preconditionFailed': {
      const message = isObject(body.value) ? words(body.value.message) : '';
      return { kind: 'toast', text: message === '' ? UNREACHABLE : message, closes: false };
    }
    default:
      return unreachable(`unknown answer type ${body.type}`);
  }
}

/** Any other invoke: only whether it was taken is shown. */
export const carriedOther = ({ status }: BotAnswer): Carried =>
  status >= 200 && status < 300 ? { kind: 'nothing' } : unreachable(`the bot answered ${status}`);

const words = (value: unknown): string => (typeof value === 'string' ? value : '');
