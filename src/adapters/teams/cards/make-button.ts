import type { RowKey } from '../../../application/ports/store';
import type { Look } from './look';
import { isLoopbackHost } from '../../../platform/loopback';
import type { FormsMode, Surface } from './shown';
import type { Model } from './templates';

/** What a button asks for beside the operations; there is one handler for each. */
export const FIXED_VERBS = [
  'details',
  'show',
  'open',
  'save',
  'next-step',
  'step-back',
  'cancel',
  'more-list',
  'past',
  'same-customer',
  'favourite',
  'not-favourite',
  'command',
  'base',
  'back',
] as const;
export type FixedVerb = (typeof FIXED_VERBS)[number];
/** One of those, or an operation's name. */
export type ButtonVerb = FixedVerb | (string & {});

/** What a button carries besides its verb. Nothing in it is trusted when it comes back. */
export interface ButtonData {
  readonly referral?: string | undefined;
  readonly draft?: string | undefined;
  /** Of a form in steps: the one in view. */
  readonly step?: string | undefined;
  /** Of a form: which drawing of it this is, once it has told what changed under it. */
  readonly turn?: number | undefined;
  /** The question that came first has been read. */
  readonly sure?: boolean | undefined;
  /** It stands on the referral's own card, as that was posted: a press tells which message that is. */
  readonly card?: true | undefined;
  /** Show more: which list, from where; of what happened, the number of the page's first line. */
  readonly list?: string | undefined;
  readonly words?: string | undefined;
  readonly after?: RowKey | undefined;
  readonly from?: number | undefined;
  /** Where one came from. */
  readonly back?: Way | undefined;
}

/** How a card is come back to: the button or command that shows it. */
export interface Way extends ButtonData {
  readonly do: string;
}

/** A button to be drawn. */
export interface Button {
  readonly verb: ButtonVerb;
  readonly title: string;
  readonly data: ButtonData;
  readonly style?: 'positive' | 'destructive';
  /** Under "…". */
  readonly mode?: 'secondary';
  /** Sends the card's inputs with it. */
  readonly inputs?: boolean;
}

/** The format's number; a reader refuses others. */
const FORMAT = 1;

/** So many ways back are remembered: a button's data stays small. */
const MOST_BACK = 3;

export function shortened(way: Way, most = MOST_BACK): Way {
  const { back, ...here } = way;
  return back && most > 1 ? { ...here, back: shortened(back, most - 1) } : here;
}

/** A press replaces the card: its button says how one comes back. */
const withWay = (button: Button, here: Way | undefined): Button =>
  here && button.verb !== 'back' ? { ...button, data: { ...button.data, back: shortened(here) } } : button;

const deskData = ({ verb, data }: Pick<Button, 'verb' | 'data'>): Model => ({
  desk: { v: FORMAT, do: verb, ...data } as unknown as Model,
});

function fetching(button: Button): Model {
  return { type: 'Action.Submit', data: { ...deskData(button), msteams: { type: 'task/fetch' } } };
}

/**
 * For clients without universal actions: the same as a message with `value`
 * (Microsoft Learn, "Universal Actions for Adaptive Cards").
 */
function executing(button: Button, here: Way | undefined): Model {
  const data = deskData(withWay(button, here));
  const fallback = { type: 'Action.Submit', title: button.title, data, associatedInputs: inputsOf(button) };
  return { type: 'Action.Execute', verb: button.verb, data, fallback };
}

const inputsOf = (button: Button): string => (button.inputs ? 'auto' : 'none');

/** What goes on in the card that it stands on. */
const IN_PLACE: ReadonlySet<ButtonVerb> = new Set([
  ...['save', 'next-step', 'step-back', 'cancel'],
  ...['command', 'more-list', 'past', 'back'],
]);

function kindOf(button: Button, surface: Surface, forms: FormsMode, here: Way | undefined): Model {
  if (surface === 'dialog') return { type: 'Action.Submit', data: deskData(button) };
  if (IN_PLACE.has(button.verb) || surface === 'card') return executing(button, here);
  return forms === 'dialog' ? fetching(button) : executing(button, here);
}

export interface MakeButton {
  (button: Button): Model;
  /** The operations that there are buttons for. */
  readonly looks: readonly Look[];
}

/**
 * The action for a button, as the surface needs it: in a message it opens a Teams dialog (Action.Submit, task/fetch) or is an
 * Action.Execute; inside a dialog Teams allows Action.Submit only.
 */
export const buttonsFor = (
  surface: Surface,
  forms: FormsMode,
  looks: readonly Look[],
  here?: Way,
): MakeButton =>
  Object.assign(
    (button: Button): Model => ({
      ...kindOf(button, surface, forms, here),
      title: button.title,
      associatedInputs: inputsOf(button),
      ...(button.style ? { style: button.style } : {}),
      ...(button.mode ? { mode: button.mode } : {}),
    }),
    { looks },
  );

/** Only https, or http on loopback (the sandbox). */
export function safeUrl(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, hostname, href } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname)) ? href : '';
}

export const openUrl = (title: string, url: string): Model[] => {
  const safe = safeUrl(url);
  return safe === '' ? [] : [{ type: 'Action.OpenUrl', title, url: safe }];
};
