import type { OpenForm, FormEnd, Refusal, ReferralList, ContactSheet } from '../../../application/use-cases';
import type { Message, ReferralView } from '../../../application/ports/messages';

/** An expanded Adaptive Card. */
export type Card = Readonly<Record<string, unknown>> & { readonly type: 'AdaptiveCard' };

export interface MentionEntity {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

/** What goes into a Bot Framework message. `fingerprint`: two renders that look the same have the same. */
export interface RenderedActivity {
  readonly text?: string;
  readonly textFormat?: 'xml';
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[];
  readonly entities?: readonly MentionEntity[];
  readonly fingerprint: string;
}

/**
 * Something said to one person. `title`: of the dialog. `text`: all of it in a plain sentence or two (a toast, a task message).
 * `card`: the same with what it needs of facts and buttons.
 */
export interface Answer {
  readonly title: string;
  readonly text: string;
  readonly card: Card;
}

/**
 * Where a card is looked at, which decides what its buttons are.
 * message: posted in a chat or channel; dialog: inside a Teams dialog (Action.Submit only: Microsoft Learn, "Dialogs in bots");
 * card: the answer to an Action.Execute, for one client.
 */
export type Surface = 'message' | 'dialog' | 'card';

/** `dialog`: forms and private answers open as Teams dialogs; `card`: as answered cards, for clients without dialogs. */
export type FormsMode = 'dialog' | 'card';

/** Whose words: language tag and IANA zone. */
export interface ReaderOf {
  readonly language: string;
  readonly zone: string;
}

/** A line of help. `name`: what is typed; its description is the string `commands.<id>`. */
export interface HelpCommand {
  readonly id: string;
  readonly name: string;
}

export interface HelpView {
  readonly commands: readonly HelpCommand[];
  /** The command that shows the rest, if there is more. */
  readonly more?: string;
  /** What was typed and not understood: these are the nearest. */
  readonly unknown?: string;
  /** What was typed is like no command: these are those there are. */
  readonly nothingNear?: boolean;
  /** A greeting instead of plain help, in a team's channel or a personal chat. */
  readonly greeting?: 'channel' | 'personal';
  readonly language: string;
}

/** Everything that people see. Pure: the same input gives the same output; throws on nothing that users can send. */
export interface Renderer {
  /** What is posted or updated without being asked. */
  message(message: Message): RenderedActivity;
  form(open: OpenForm, surface: Exclude<Surface, 'message'>): Answer;
  contacts(sheet: ContactSheet, surface: Surface): Answer;
  /** All of one referral, with the buttons of its stage: answers `details` and `show`. */
  details(view: ReferralView, surface: Surface): Answer;
  more(view: ReferralView, surface: Surface): Answer;
  list(list: ReferralList, surface: Surface): Answer;
  /** Several match: which one is meant? `verb`: what is wanted with it. */
  found(several: ReferralList, verb: 'show' | 'accept' | 'decline' | 'called', surface: Surface): Answer;
  help(help: HelpView): Answer;
  /** What happened in words; what the person wrote is given back where it was not taken. */
  outcome(
    end: FormEnd | Refusal | { readonly kind: 'cancelled' },
    reader: ReaderOf,
    surface: Surface,
  ): Answer;
  /** What a bound channel is told: who answers, who manages, what comes next. */
  bound(end: FormEnd, reader: ReaderOf): Answer;
  /** Typed words: the question for the field asked for, with its problems, hint and present value. */
  ask(open: OpenForm): string;
  /** Typed words: everything repeated back before "save". */
  summary(open: OpenForm): Answer;
  /** A sentence from the strings. */
  say(key: string, params: Readonly<Record<string, string | number>>, language: string): string;
  /** An answer or a sentence as a message. */
  activity(answer: Answer | string): RenderedActivity;
}
