import type { RouteReply } from '../../adapters/http/route';
import type { ActRequest } from './act-request';
import type { Json, StoredActivity } from './activity';
import type { Button } from './card-buttons';
import { buttonsOf } from './card-buttons';
import { fill } from './card-inputs';
import type { Parts } from './parts';
import { problem } from '../../adapters/http/problem';
import { listed } from '../listed';
import type { SandboxPerson } from './world';
import type { ShownCard } from './views';
import { cardsOf, viewOf } from './views';

/** A button's press as the client has worked it out. */
export interface Press {
  readonly action: Json;
  /** The button's data with the inputs laid over it. */
  readonly data: unknown;
  /** Which attachment of the message an answered card will stand for. */
  readonly attachment: number;
  readonly inDialog: boolean;
}

interface Offered extends Button {
  readonly attachment: number;
}

/** Finds the button on what this person's client shows, and checks the inputs as the client does. */
export function press(
  parts: Parts,
  person: SandboxPerson,
  activity: StoredActivity,
  act: ActRequest,
): { readonly press: Press } | { readonly reply: RouteReply } {
  const dialog = parts.dialogs.get(person.id);
  const inDialog = dialog?.activity === activity.id;
  const cards = inDialog
    ? [{ attachment: 0, card: dialog.card }]
    : cardsOf(viewOf(parts.state, activity, person.id));
  const given = act.inputs ?? {};
  if (act.action !== undefined) {
    const { action } = act;
    return {
      press: { action, data: merged(action.data, given), attachment: holds(cards, action), inDialog },
    };
  }
  const offered = cards.flatMap(({ attachment, card }) =>
    buttonsOf(card).map((button) => ({ ...button, attachment })),
  );
  const button = choose(offered, act);
  if (button === undefined) return { reply: noButton(act.button ?? '', offered, inDialog) };
  if (button.action.isEnabled === false && act.unchecked !== true) {
    return { reply: problem(422, `"${button.title}" is greyed out.`) };
  }
  const inputs = inputValues(button, given, act.unchecked === true);
  if ('reply' in inputs) return inputs;
  const { action, attachment } = button;
  return { press: { action, data: merged(action.data, inputs.values), attachment, inDialog } };
}

/** Which of the cards has this very action; the first if none has. */
function holds(cards: readonly ShownCard[], action: Json): number {
  const same = JSON.stringify([action.type, action.verb, action.data]);
  const isIt = (one: Json) => JSON.stringify([one.type, one.verb, one.data]) === same;
  const found = cards.find(({ card }) => buttonsOf(card).some((button) => isIt(button.action)));
  return (found ?? cards[0])?.attachment ?? 0;
}

function choose(offered: readonly Offered[], act: ActRequest): Offered | undefined {
  const title = (act.button ?? '').trim().toLowerCase();
  return offered.filter((one) => one.title.trim().toLowerCase() === title)[(act.nth ?? 1) - 1];
}

function noButton(title: string, offered: readonly Offered[], inDialog: boolean): RouteReply {
  const titles = offered.map((one) => one.title).filter((one) => one !== '');
  const where = inDialog ? 'on the dialog that is open (close it with {"dialog":"close"})' : 'on this card';
  return problem(404, `There is no button "${title}" ${where}. There are: ${listed(titles)}.`, {
    more: { titles },
  });
}

function inputValues(
  button: Button,
  given: Json,
  unchecked: boolean,
): { readonly values: Json } | { readonly reply: RouteReply } {
  const { values, problems, unknown } = fill(button.inputs, given);
  if (unchecked) return { values: { ...values, ...given } };
  if (unknown.length > 0) {
    const ids = button.inputs.map((one) => String(one.id));
    return {
      reply: problem(400, `No input ${listed(unknown)} goes with this button. There are: ${listed(ids)}.`, {
        more: { ids },
      }),
    };
  }
  if (problems.length === 0) return { values };
  const detail = problems.map((one) => one.detail).join('; ');
  return { reply: problem(422, detail, { errors: problems }) };
}

/** Inputs and data share one namespace, and the inputs win (Adaptive Cards: Action.Submit). */
function merged(data: unknown, inputs: Json): unknown {
  if (typeof data !== 'object' || data === null) {
    return Object.keys(inputs).length === 0 && data !== undefined ? data : { ...inputs };
  }
  return { ...data, ...inputs };
}
