import type { ListName } from '../../../application/use-cases';
import { bind } from '../commands/bind';
import { answerText } from '../commands/help';
import { COMMANDS } from '../commands/table';
import type { Button } from '../in/button';
import type { ButtonVerb } from '../cards/make-button';
import type { Asking } from '../answers/asking';
import { said, type ReferralForm, type Reply } from '../answers/reply';

/** What one button does. Who may press is checked by the use case, at each press. */
type Action = (asking: Asking, press: Button) => Promise<Reply>;

/** A button whose data is not whole: forged, or of another program. */
const outdated = (): Reply => said('bot.outdated');

const LISTS: readonly ListName[] = ['inbox', 'my-active-deals', 'expiring', 'all-deals', 'archive', 'search'];

const open =
  (form: ReferralForm): Action =>
  ({ turn, useCases }, { referral }) =>
    referral === undefined ? Promise.resolve(outdated()) : useCases.openForm(form, referral, turn.person);

const look =
  (kind: 'details' | 'more' | 'base'): Action =>
  async ({ turn, useCases }, { referral }) => {
    if (referral === undefined) return outdated();
    const seen = await useCases.view(referral, turn.person);
    return seen.kind === 'one' ? { kind, view: seen.view } : seen;
  };

const contact: Action = ({ turn, useCases }, { referral }) =>
  referral === undefined ? Promise.resolve(outdated()) : useCases.contacts(referral, turn.person, turn.id);

const save: Action = ({ turn, useCases }, { draft, inputs }) =>
  draft === undefined
    ? Promise.resolve(outdated())
    : useCases.answerForm(draft, turn.person, { kind: 'sheet', answers: inputs });

/** Leaves the form; a card that had become the form becomes the referral's card again. */
const cancel: Action = async (asking, press) => {
  const { turn, useCases } = asking;
  if (press.draft === undefined)
    return press.referral === undefined ? outdated() : look('base')(asking, press);
  const left = await useCases.answerForm(press.draft, turn.person, { kind: 'cancel' });
  return left.kind === 'cancelled' && press.referral !== undefined ? look('base')(asking, press) : left;
};

const moreOfList: Action = ({ turn, useCases }, { list, words, after, from }) => {
  const name = LISTS.find((known) => known === list);
  return name ? useCases.list(name, words ?? '', turn.person, after, from) : Promise.resolve(outdated());
};

const command: Action = async (asking, { words }) => (await answerText(COMMANDS, asking, words ?? '')).reply;

/** Every button there is: a verb without a handler, or a handler without a button, does not compile. */
export const ACTIONS: Readonly<Record<ButtonVerb, Action>> = {
  accept: open('accept'),
  decline: open('decline'),
  called: open('called'),
  contact,
  more: look('more'),
  details: look('details'),
  show: look('details'),
  bind: (asking) => bind(asking),
  save,
  cancel,
  'more-list': moreOfList,
  command,
};

/** What a press on a button answers; `name` is the verb, for the log. */
export async function answerPress(
  asking: Asking,
  press: Button | undefined,
): Promise<{ readonly name: string; readonly reply: Reply }> {
  const action = press && Object.hasOwn(ACTIONS, press.do) ? ACTIONS[press.do as ButtonVerb] : undefined;
  if (!press || !action) return { name: 'unknown-button', reply: outdated() };
  return { name: press.do, reply: await action(asking, press) };
}
