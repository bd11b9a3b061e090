/** An expanded Adaptive Card. */
export type Card = Readonly<Record<string, unknown>> & { readonly type: 'AdaptiveCard' };

export interface MentionEntity {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

/** A file, the question whether one is wanted, or the one for the person's token: a card of the client's own. */
export interface FileAttachment {
  readonly contentType:
    | `application/vnd.microsoft.teams.card.file.${'consent' | 'info'}`
    | 'application/vnd.microsoft.card.oauth';
  readonly name: string;
  readonly contentUrl?: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What goes into a Bot Framework message. `fingerprint`: two renders that look the same have the same. */
export interface RenderedActivity {
  readonly text?: string;
  readonly textFormat?: 'xml';
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[];
  readonly files?: readonly FileAttachment[];
  readonly entities?: readonly MentionEntity[];
  readonly fingerprint: string;
}

/**
 * Something drawn for one person. `title`: of the dialog. `text`: all of it in a plain sentence or two (a toast, a task message).
 * `card`: the same with what it needs of facts and buttons; without it the text is all.
 */
export interface Drawn {
  readonly title: string;
  readonly text: string;
  readonly card?: Card;
}

export type DrawnCard = Required<Drawn>;

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
