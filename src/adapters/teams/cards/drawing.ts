import type { Message } from '../../../application/ports/messages';
import type { MakeButton, Way } from './make-button';
import type { Reader } from './reader';
import type { Drawn, ReaderOf, RenderedActivity, Surface } from './shown';
import type { StringKey } from './string-key';
import type { Expand } from './templates';

/** What everything is drawn with: templates, buttons, and the words and figures of a reader. */
export interface Drawing {
  readonly expand: Expand;
  /** Makes a card's buttons as its surface needs them. `here`: how one comes back to this card. */
  readonly buttons: (surface: Surface, here?: Way) => MakeButton;
  /** `now`: when it is read, in ms UTC. */
  readonly reader: (of: ReaderOf, now: number) => Reader;
  /** A sentence from the strings; what is put in is one calm line each. */
  readonly say: (
    key: StringKey,
    params: Readonly<Record<string, string | number>>,
    language: string,
  ) => string;
}

/** Draws what people see. Pure: the same input gives the same output; throws on nothing that users can send. */
export interface Renderer extends Drawing {
  /** What is posted or updated without being asked. */
  readonly message: (message: Message) => RenderedActivity;
  /** What was drawn as a message. */
  readonly activity: (drawn: Pick<Drawn, 'text' | 'card'>) => RenderedActivity;
}
