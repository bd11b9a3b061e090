import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { FormAnswer, OpenForm } from '../../../application/operate/form-answer';
import { fieldWord } from '../answers/form-fields';
import { ask, summary } from '../answers/typed-form';
import type { Renderer } from '../cards/drawing';
import type { StringKey } from '../cards/string-key';
import type { ReaderOf, RenderedActivity } from '../cards/shown';
import type { Asking } from '../answers/asking';
import { said, type Answer, type Drawable, type Typed } from '../answers/answer';
import { FORM_DIALOG } from './dialog-stack';
import { messageOf } from '../answers/message';
import type { FormAnswerInput } from '../../../domain/forms/answering';
import type { Match } from '../commands/match';
import type { Answers } from '../../../domain/forms/form';
import { namedField } from '../words/named-fields';
import { saidToForm } from '../words/said-to-form';
import type { Heard } from './heard';

export interface Begin {
  readonly form: string;
  readonly of: string;
  readonly says?: Typed['says'];
}

/** What a turn in typed words works with. `replies` are sent once the stack is saved. */
export interface Typing {
  readonly asking: Asking;
  readonly renderer: Renderer;
  readonly reader: ReaderOf;
  readonly replies: RenderedActivity[];
  /** Whether the text is a command where no form is open. */
  readonly isCommand: boolean;
  readonly text: string;
  /** What a text means while this form is open. */
  hear(open: OpenForm, text: string): Heard;
  /** Runs a command said in the middle. */
  run(match: Match): Promise<Answer>;
}

/** Of fewer fields than these the first one is meant. */
const FIELDS_TOLD = 4;

/** `leaving`: the command that the person was asked about, whether to leave the form for it. */
interface State {
  draft: string;
  leaving?: string;
}

type WordsInput = Extract<FormAnswerInput, { kind: 'words' }>;

const isFreeText = ({ form }: OpenForm, answers: Answers): boolean =>
  form.fields.some(({ id, kind }) => Object.hasOwn(answers, id) && (kind === 'text' || kind === 'long-text'));

const stateOf = (dc: DialogContext): State => dc.activeDialog?.state as State;

/**
 * A form in typed words: one question after another, everything repeated back before "save". It holds the draft's id and
 * nothing else; the draft is the same one that a dialog or a card of this form has.
 */
export class FormDialog extends Dialog<Begin> {
  constructor(private readonly typing: Typing) {
    super(FORM_DIALOG);
  }

  override async beginDialog(dc: DialogContext, begin?: Begin): Promise<DialogTurnResult> {
    if (!begin) return dc.endDialog();
    const { useCases, turn } = this.typing.asking;
    const open = await useCases.operate.begin(begin.form, begin.of, turn.person, { id: turn.id });
    if (open.kind === 'form' && begin.says !== undefined) return this.saidAtOnce(dc, open, begin.says);
    return this.tell(dc, open, open.kind === 'form' ? this.opening(open) : '');
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { useCases, turn } = this.typing.asking;
    const { draft, leaving } = stateOf(dc);
    const open = await useCases.operate.read(draft, turn.person);
    if (open.kind !== 'form') return this.over(dc, open);
    return leaving === undefined
      ? this.heard(dc, open, this.typing.hear(open, this.typing.text))
      : this.leftOrNot(dc, open, leaving);
  }

  private async heard(dc: DialogContext, open: OpenForm, heard: Heard): Promise<DialogTurnResult> {
    switch (heard.kind) {
      case 'command':
        return heard.else && !(await this.isNamed(heard.match.words))
          ? this.answered(dc, open, heard.else)
          : this.interrupted(dc, open, await this.typing.run(heard.match));
      case 'help':
        this.say({ text: this.sentence('bot.form-help') });
        return this.tell(dc, open);
      case 'unclear':
        return this.tell(dc, { ...open, problems: heard.problems });
      case 'input':
        return this.answered(dc, open, heard.input);
    }
  }

  private async answered(
    dc: DialogContext,
    open: OpenForm,
    input: FormAnswerInput,
  ): Promise<DialogTurnResult> {
    const { useCases, turn } = this.typing.asking;
    const { asking } = open;
    const beside = input.kind === 'words' && asking !== undefined && !Object.hasOwn(input.answers, asking);
    const answer = await useCases.operate.answer(open.draft, turn.person, input);
    return this.tell(dc, answer, '', beside ? Object.keys(input.answers) : []);
  }

  /** What was said with the command is the first answer, if it is clearly one; a form of one field is saved with it. */
  private async saidAtOnce(
    dc: DialogContext,
    open: OpenForm,
    says: NonNullable<Typed['says']>,
  ): Promise<DialogTurnResult> {
    const { useCases, turn } = this.typing.asking;
    const { fields } = open.form;
    const input = this.firstAnswer(open, says);
    if (input === undefined) {
      this.show(this.notMeant(open, says));
      return dc.endDialog();
    }
    const answer = await useCases.operate.answer(open.draft, turn.person, input);
    if (answer.kind !== 'form' || answer.asking !== undefined || fields.length > 1) {
      return this.tell(dc, answer, this.opening(open), Object.keys(input.answers));
    }
    const save = { kind: 'save', activity: `${turn.id}/save` } as const;
    return this.tell(dc, await useCases.operate.answer(open.draft, turn.person, save));
  }

  /** Neither a referral nor a field of its form is called so; of a long form its fields are told. */
  private notMeant({ form, view }: OpenForm, { words, first }: NonNullable<Typed['says']>): Drawable {
    if (form.fields.length < FIELDS_TOLD || !view) return said('bot.none-found', { words });
    const { language } = this.typing.reader;
    const { renderer } = this.typing;
    const reader = renderer.reader({ language, zone: view.zone }, view.now);
    const names = form.fields.map(
      ({ id }) => reader.lookup('fields', id) ?? fieldWord(reader, form.name, id, 'label'),
    );
    const customer = view.current.customer.name;
    return said('bot.no-such-field', { words, field: first, customer, fields: names.join(', ') });
  }

  /** Undefined: it is no clear answer to the first question. */
  private firstAnswer(open: OpenForm, says: NonNullable<Typed['says']>): WordsInput | undefined {
    const [first] = open.form.fields;
    if (says.isText && first)
      return { kind: 'words', answers: { [first.id]: says.first }, activity: this.typing.asking.turn.id };
    const named = namedField(open.form.fields, says.first);
    const words = named ? `${named.name}: ${named.rest}` : says.first;
    const heard = this.typing.hear({ ...open, ...(first && { asking: first.id }) }, words);
    // A field may be called as a command begins: "close date 31 july".
    const input = heard.kind === 'input' ? heard.input : named && heard.kind === 'command' && heard.else;
    const isOne = input && input.kind === 'words';
    return isOne && (named || !isFreeText(open, input.answers)) ? input : undefined;
  }

  private async isNamed(words: string): Promise<boolean> {
    const { useCases, turn } = this.typing.asking;
    return (await useCases.lists.find(words, turn.person)).kind !== 'none';
  }

  /** A command in the middle is answered, then the question is asked again; one that begins another form asks first. */
  private async interrupted(dc: DialogContext, open: OpenForm, answer: Answer): Promise<DialogTurnResult> {
    if (answer.kind !== 'typed') {
      this.show(answer);
      return this.tell(dc, open);
    }
    if (answer.form === open.form.name && answer.of === (open.view?.id ?? open.makes)) {
      return this.tell(dc, open, this.opening(open));
    }
    stateOf(dc).leaving = this.typing.text;
    this.say({ text: this.sentence('form.leave', { form: this.title(open), command: this.typing.text }) });
    return Dialog.EndOfTurn;
  }

  /** "yes" leaves the form for the command, "no" takes the words for the answer; anything else is heard as ever. */
  private async leftOrNot(dc: DialogContext, open: OpenForm, leaving: string): Promise<DialogTurnResult> {
    delete stateOf(dc).leaving;
    const said = saidToForm(this.typing.text);
    const meant = this.typing.hear(open, leaving);
    if (said === 'yes' && meant.kind === 'command') {
      const answer = await this.typing.run(meant.match);
      return answer.kind === 'typed'
        ? dc.replaceDialog(FORM_DIALOG, answer)
        : this.interrupted(dc, open, answer);
    }
    if (said !== 'no') return this.heard(dc, open, this.typing.hear(open, this.typing.text));
    return meant.kind === 'command' && meant.else ? this.answered(dc, open, meant.else) : this.tell(dc, open);
  }

  /** It has ended elsewhere, in a dialog or on a card: a command said now is meant for the bot, not for the form. */
  private async over(dc: DialogContext, answer: Exclude<FormAnswer, OpenForm>): Promise<DialogTurnResult> {
    if (!this.typing.isCommand) this.show(answer);
    return dc.endDialog();
  }

  private title({ form, view }: OpenForm): string {
    return this.sentence(`forms.${form.name}.title`, { customer: view?.current.customer.name ?? '' });
  }

  /** What it is about, and who else is at it. */
  private opening(open: OpenForm): string {
    const also = open.alsoOpen;
    const about = this.sentence('form.opening', { title: this.title(open) });
    return also === undefined ? about : `${about} ${this.sentence('form.also-open', { name: also })}`;
  }

  /** `beside`: fields that were answered although another was asked for. */
  private async tell(
    dc: DialogContext,
    answer: FormAnswer,
    opening = '',
    beside: readonly string[] = [],
  ): Promise<DialogTurnResult> {
    if (answer.kind !== 'form') {
      this.show(answer);
      return dc.endDialog();
    }
    const { renderer } = this.typing;
    stateOf(dc).draft = answer.draft;
    const words = (): string => [opening, ask(renderer, answer, beside)].filter(Boolean).join(' ');
    this.say(answer.asking === undefined ? summary(renderer, answer) : { text: words() });
    return Dialog.EndOfTurn;
  }

  private say(words: Parameters<Renderer['activity']>[0]): void {
    this.typing.replies.push(this.typing.renderer.activity(words));
  }

  private show(reply: Drawable): void {
    this.typing.replies.push(messageOf(this.typing.renderer, reply, { reader: this.typing.reader }));
  }

  private sentence(key: StringKey, params: Readonly<Record<string, string>> = {}): string {
    return this.typing.renderer.say(key, params, this.typing.reader.language);
  }
}
