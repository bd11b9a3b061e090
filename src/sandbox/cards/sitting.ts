import { drawn } from '../../adapters/teams/answers/table';
import type { Drawable } from '../../adapters/teams/answers/answer';
import type { Renderer } from '../../adapters/teams/cards/drawing';
import type { Card, ReaderOf } from '../../adapters/teams/cards/shown';
import type { ReferralView } from '../../application/ports/messages';

/** Puts other words into a view. */
export type Reword = (view: ReferralView) => ReferralView;

/** `title`: that of the dialog that it stands in. */
export type Named = readonly [name: string, card: Card, title?: string];

export type Framed = readonly [card: Card, title?: string];

/** What a card is drawn with: `text` stands wherever text comes from outside. */
export interface Sitting {
  readonly renderer: Renderer;
  readonly reword: Reword;
  readonly text: string;
  readonly surface: 'dialog' | 'card';
}

export const READER: ReaderOf = { language: 'en', zone: 'Europe/Berlin' };

export function posted(renderer: Renderer, message: Parameters<Renderer['message']>[0]): Card {
  const card = renderer.message(message).attachments?.[0]?.content;
  if (!card) throw new Error(`a message of kind ${message.kind} has no card`);
  return card;
}

export function answered(
  { renderer, surface }: Sitting,
  answer: Drawable,
  on: 'message' | 'dialog' | 'card' = surface,
): Framed {
  const { card, title } = drawn(renderer, answer, { surface: on, reader: READER });
  if (!card) throw new Error(`an answer of kind ${answer.kind} has no card`);
  return on === 'dialog' ? [card, title] : [card];
}
