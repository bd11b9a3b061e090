import type { ReferralView } from '../../../application/ports/messages';
import type { Notice } from '../../../domain/notices';
import type { Operation } from '../../../domain/operations/operation';
import type { StringKey } from './string-key';
import type { Stage } from '../../../domain/referral/referral';

/** A place where a command is said. */
export type Scope = 'channel' | 'personal';

/** The typed command of an operation. */
export interface TypedCommand {
  /** What is typed; without: the operation's name. */
  readonly name?: string;
  readonly also: readonly string[];
  readonly inManifest: readonly Scope[];
  readonly inHelp: readonly Scope[];
}

/** How an operation looks in Teams: the second table, beside the one of what it does. */
export interface Look {
  readonly operation: Operation;
  /** Stages in which its button stands on the card, in the order of the table, and those in which it is behind More. */
  readonly card?: readonly Stage[];
  readonly more?: readonly Stage[];
  /** Messages whose card offers it, before the buttons of the referral's stage. */
  readonly notices?: readonly Notice['kind'][];
  /** Of its button, and of the one that saves its form. */
  readonly style?: 'positive' | 'destructive';
  /** What saving its form is called; without: Save. A key of the strings. */
  readonly save?: StringKey | ((view: ReferralView) => StringKey);
  readonly command?: TypedCommand;
  /** It takes back what was done just now: offered with the answer to that. */
  readonly undoes?: true;
  /** A new channel is offered it. */
  readonly greets?: true;
  /** What is shown when it is done, instead of a sentence. */
  readonly ends?: 'contacts';
}

/** The row of that operation; undefined: of another program, or forged. */
export const lookOf = (looks: readonly Look[], name: string): Look | undefined =>
  looks.find(({ operation }) => operation.name === name);

/** The operations whose button stands there in this view, in order. */
export const shownAt = (
  looks: readonly Look[],
  place: 'card' | 'more',
  { current: { stage }, offers }: Pick<ReferralView, 'current' | 'offers'>,
): readonly Look[] =>
  looks.filter((look) => look[place]?.includes(stage) === true && offers.includes(look.operation.name));
