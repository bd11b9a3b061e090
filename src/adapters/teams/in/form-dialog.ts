import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { FormAnswer, OpenForm } from '../../../application/use-cases';
import { ask, summary } from '../answers/typed-form';
import type { Renderer } from '../cards/drawing';
import type { StringKey } from '../cards/string-key';
import type { ReaderOf, RenderedActivity } from '../cards/shown';
import type { Asking } from '../answers/asking';
import type { Answer, Drawable, ReferralForm } from '../answers/answer';
import { FORM_DIALOG } from './dialog-stack';
import { messageOf } from '../answers/message';
import type { Heard } from './heard';

export interface Begin {
  readonly form: ReferralForm;
  readonly of: string;
}

/** What a turn in typed words works with. `replies` are sent once the stack is saved. */
export interface Typing {
  readonly asking: Asking;
  readonly renderer: Renderer;
  readonly reader: ReaderOf;
  readonly replies: RenderedActivity[];
  /** Whether the text is a command where no form is open. */
  readonly isCommand: boolean;
  /** What the person's text means while this form is open. */
  hear(open: OpenForm): Heard;
  /** Runs a command said in the middle. */
  run(heard: Extract<Heard, { kind: 'command' }>): Promise<Answer>;
}

interface State {
  draft: string;
}

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
    const open = await useCases.openForm(begin.form, begin.of, turn.person);
    return this.tell(dc, open, open.kind === 'form' ? this.opening(open) : '');
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { useCases, turn } = this.typing.asking;
    const { draft } = dc.activeDialog?.state as State;
    const open = await useCases.readForm(draft, turn.person);
    if (open.kind !== 'form') return this.over(dc, open);
    const heard = this.typing.hear(open);
    switch (heard.kind) {
      case 'command':
        return this.interrupted(dc, open, await this.typing.run(heard));
      case 'help':
        this.say({ text: this.sentence('bot.form-help') });
        return this.tell(dc, open);
      case 'unclear':
        return this.tell(dc, { ...open, problems: heard.problems });
      case 'input':
        return this.tell(dc, await useCases.answerForm(draft, turn.person, heard.input));
    }
  }

  /** A command in the middle is answered, then the question is asked again; one that begins another form leaves this one. */
  private async interrupted(dc: DialogContext, open: OpenForm, reply: Answer): Promise<DialogTurnResult> {
    if (reply.kind === 'typed') return dc.replaceDialog(FORM_DIALOG, { form: reply.form, of: reply.of });
    this.show(reply);
    return this.tell(dc, open);
  }

  /** It has ended elsewhere, in a dialog or on a card: a command said now is meant for the bot, not for the form. */
  private async over(dc: DialogContext, answer: Exclude<FormAnswer, OpenForm>): Promise<DialogTurnResult> {
    if (!this.typing.isCommand) this.show(answer);
    return dc.endDialog();
  }

  /** What it is about, and who else is at it. */
  private opening(open: OpenForm): string {
    const customer = open.view?.current.customer.name ?? '';
    const title = this.sentence(`forms.${open.form.name}.title`, { customer });
    const also = open.alsoOpen;
    return also === undefined
      ? `${title}. `
      : `${title}. ${this.sentence('form.also-open', { name: also })} `;
  }

  private async tell(dc: DialogContext, answer: FormAnswer, opening = ''): Promise<DialogTurnResult> {
    if (answer.kind !== 'form') {
      this.show(answer);
      return dc.endDialog();
    }
    const { renderer } = this.typing;
    const state = dc.activeDialog?.state as State;
    state.draft = answer.draft;
    this.say(
      answer.asking === undefined ? summary(renderer, answer) : { text: opening + ask(renderer, answer) },
    );
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
