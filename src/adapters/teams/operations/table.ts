import { isListName } from '../../../application/lists/list-table';
import { favourIt } from './favour';
import { answerAtOnce, beginNew, operateOnDesk, operateOnReferral, tellChosen } from './operate';
import type { Press } from './press';
import type { Look } from '../cards/look';
import type { FixedVerb, Way } from '../cards/make-button';
import type { Asking } from '../answers/asking';
import { said, type Answer } from '../answers/answer';

/** What one button does. Who may press is checked by the use case, at each press. */
type Action = (asking: Asking, press: Press, say: Say) => Promise<Answer>;

/** What a command, said by a button, answers. */
type Say = (words: string) => Promise<Answer>;

/** A button whose data is not whole: forged, or of another program. */
const outdated = (): Answer => said('bot.outdated');

const look =
  (kind: 'details' | 'base'): Action =>
  async ({ turn, useCases }, { referral }) => {
    if (referral === undefined) return outdated();
    const seen = await useCases.lists.one(referral, turn.person);
    return seen.kind === 'one' ? { kind, view: seen.view } : seen;
  };

/** A row of a channel's list: from then on its card stands in the channel. */
const open: Action = async (asking, press, say) => {
  const answer = await look('details')(asking, press, say);
  if (answer.kind === 'details') await asking.useCases.operate.opened(answer.view.id);
  return answer;
};

const favour =
  (wanted: 'on' | 'off'): Action =>
  (asking, { referral }) =>
    referral === undefined ? Promise.resolve(outdated()) : favourIt(asking, referral, wanted);

const save: Action = ({ turn, useCases }, { draft, step, turn: drawn, inputs }) =>
  draft === undefined
    ? Promise.resolve(outdated())
    : useCases.operate.answer(draft, turn.person, {
        kind: 'sheet',
        answers: inputs,
        ...(step === undefined ? {} : { step }),
        ...(drawn === undefined ? {} : { turn: drawn }),
      });

const move =
  (kind: 'next' | 'previous'): Action =>
  ({ turn, useCases }, { draft, step, turn: drawn, inputs }) =>
    draft === undefined || step === undefined
      ? Promise.resolve(outdated())
      : useCases.operate.answer(draft, turn.person, {
          ...{ kind, answers: inputs, step },
          ...(drawn === undefined ? {} : { turn: drawn }),
        });

/** Without a form there is nothing to leave but the card. */
const cancel: Action = ({ turn, useCases }, { draft, referral }) => {
  if (draft !== undefined) return useCases.operate.answer(draft, turn.person, { kind: 'cancel' });
  return Promise.resolve(referral === undefined ? outdated() : { kind: 'cancelled' });
};

const moreOfList: Action = ({ turn, useCases }, { list, words, after, from }) =>
  isListName(list)
    ? useCases.lists.page(list, words ?? '', turn.person, after, from)
    : Promise.resolve(outdated());

const past: Action = async ({ turn, useCases }, { referral, from, back }) => {
  if (referral === undefined || from === undefined) return outdated();
  const page = await useCases.lists.past(referral, turn.person, from);
  return page.kind === 'past' ? { ...page, from, back } : page;
};

const sameCustomer: Action = ({ turn, useCases }, { referral }) =>
  referral === undefined ? Promise.resolve(outdated()) : useCases.lists.sameCustomer(referral, turn.person);

const command: Action = (_, { words }, say) => say(words ?? '');

/** The buttons that are no operation: a verb without a handler, or a handler without a button, does not compile. */
const FIXED: Readonly<Record<FixedVerb, Action>> = {
  details: look('details'),
  show: look('details'),
  open,
  save,
  'next-step': move('next'),
  'step-back': move('previous'),
  cancel,
  'more-list': moreOfList,
  past,
  'same-customer': sameCustomer,
  favourite: favour('on'),
  'not-favourite': favour('off'),
  command,
  base: look('base'),
  back: () => Promise.resolve(outdated()),
};

const operating =
  (one: Look): Action =>
  (asking, { referral, sure, words }) => {
    if (one.operation.on === 'desk') return operateOnDesk(one, asking);
    if (one.operation.on === 'new') return beginNew(one, asking, words ?? '');
    if (referral === undefined) return Promise.resolve(outdated());
    if (one.tells && words !== undefined) return tellChosen(one, asking, referral, words);
    if (one.answers && words !== undefined) return answerAtOnce(one, asking, referral, words);
    return operateOnReferral(one, asking, referral, sure);
  };

/** Buttons of former versions: their cards still stand. */
const FORMER: Readonly<Record<string, Action>> = { more: look('details') };

/** One handler for each button there is, by its verb. */
export type Actions = ReadonlyMap<string, Action>;

export const actionsFor = (looks: readonly Look[]): Actions =>
  new Map([
    ...Object.entries({ ...FORMER, ...FIXED }),
    ...looks.map((one) => [one.operation.name, operating(one)] as const),
  ]);

/** What a press answers. */
export interface Pressed {
  /** The verb, for the log. */
  readonly name: string;
  readonly answer: Answer;
  /** How one comes back to this answer, and where one came from. */
  readonly here?: Way | undefined;
  readonly back?: Way | undefined;
}

/** What only shows something: it may be asked for once more. A form that a command opens is left, not come back to. */
const SHOWS: ReadonlySet<string> = new Set([
  'more',
  'details',
  'show',
  'open',
  'more-list',
  'past',
  'command',
  'base',
]);

/** Where one came from; from a referral's own card, there. What happened goes on in its details. */
const cameFrom = ({ do: verb, back, referral }: Way): Way | undefined =>
  back ?? (referral === undefined ? undefined : { do: verb === 'past' ? 'details' : 'base', referral });

/** Left, or gone back: what stood there before stands there again. */
const leaves = ({ do: verb }: Press, answer: Answer | undefined): boolean =>
  verb === 'back' || (verb === 'cancel' && answer?.kind === 'cancelled');

/** What a press on a button answers. `say`: what a command says. */
export async function answerPress(
  actions: Actions,
  asking: Asking,
  press: Press | undefined,
  say: Say,
): Promise<Pressed> {
  const action = press && actions.get(press.do);
  if (!press || !action) return { name: 'unknown-button', answer: outdated() };
  const { inputs: _inputs, v: _format, ...here } = press;
  const back = cameFrom(here);
  const answer = press.do === 'back' ? undefined : await action(asking, press, say);
  if (back && back.do !== 'back' && leaves(press, answer)) {
    return { ...(await answerPress(actions, asking, { ...back, inputs: {} }, say)), name: press.do };
  }
  if (press.do === 'base') return { name: press.do, answer: answer ?? outdated() };
  return {
    name: press.do,
    answer: answer ?? outdated(),
    here: SHOWS.has(press.do) && answer?.kind !== 'form' ? here : press.back,
    back,
  };
}
