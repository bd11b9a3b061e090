import type { RowKey } from '../../../application/ports/store';
import type { FormsMode, Surface } from './shown';
import type { Model } from './templates';

/** What a button asks for; the card-action table has one handler for each. */
export const BUTTON_VERBS = [
  'accept',
  'decline',
  'called',
  'contact',
  'more',
  'details',
  'show',
  'bind',
  'save',
  'cancel',
  'more-list',
  'command',
] as const;
export type ButtonVerb = (typeof BUTTON_VERBS)[number];

/** What a button carries besides its verb. Nothing in it is trusted when it comes back. */
export interface ButtonData {
  readonly referral?: string;
  readonly stamp?: string;
  readonly draft?: string;
  /** Show more: which list, from where. */
  readonly list?: string;
  readonly words?: string;
  readonly after?: RowKey;
  readonly from?: number;
}

export interface Button {
  readonly verb: ButtonVerb;
  readonly title: string;
  readonly data: ButtonData;
  readonly style?: 'positive' | 'destructive';
  /** Sends the card's inputs with it. */
  readonly inputs?: boolean;
}

/** The format's number; a reader refuses others. */
const FORMAT = 1;

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
function executing(button: Button): Model {
  const data = deskData(button);
  const fallback = { type: 'Action.Submit', title: button.title, data, associatedInputs: inputsOf(button) };
  return { type: 'Action.Execute', verb: button.verb, data, fallback };
}

/** A command said by a button: a message of the person's, in the conversation. */
function saying(button: Button): Model {
  const text = button.data.words ?? '';
  return {
    type: 'Action.Submit',
    data: { ...deskData(button), msteams: { type: 'messageBack', text, displayText: text } },
  };
}

const inputsOf = (button: Button): string => (button.inputs ? 'auto' : 'none');

function kindOf(button: Button, surface: Surface, forms: FormsMode): Model {
  if (button.verb === 'command') return saying(button);
  if (surface === 'dialog') return { type: 'Action.Submit', data: deskData(button) };
  return surface === 'message' && forms === 'dialog' ? fetching(button) : executing(button);
}

export type MakeButton = (button: Button) => Model;

/**
 * The action for a button, as the surface needs it: in a message it opens a Teams dialog (Action.Submit, task/fetch) or is an
 * Action.Execute; inside a dialog Teams allows Action.Submit only.
 */
export const buttonsFor =
  (surface: Surface, forms: FormsMode): MakeButton =>
  (button) => ({
    ...kindOf(button, surface, forms),
    title: button.title,
    associatedInputs: inputsOf(button),
    ...(button.style ? { style: button.style } : {}),
  });

/** Only https, or http on loopback (the sandbox). */
export function safeUrl(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, hostname, href } = new URL(url);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && loopback) ? href : '';
}

export const openUrl = (title: string, url: string): Model[] => {
  const safe = safeUrl(url);
  return safe === '' ? [] : [{ type: 'Action.OpenUrl', title, url: safe }];
};
