import type { StatePropertyAccessor } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { Person } from '../../../domain/person/person';

export const FORM_DIALOG = 'form';

const STATE = z.object({
  dialogStack: z
    .array(
      z.object({
        id: z.literal(FORM_DIALOG),
        state: z.object({ draft: z.string(), leaving: z.string().optional() }),
      }),
    )
    .max(1),
});

/** An unknown stack (of another program) is an empty one: the draft it was about is kept all the same. */
function read(dialogs: unknown): DialogState {
  const known = STATE.safeParse(dialogs);
  return known.success ? known.data : { dialogStack: [] };
}

/**
 * The dialog stack of one person's chat as their document holds it. BotState is not used: it saves with eTag `*`,
 * so that the last writer wins; this one is written back by a conditional write after the turn.
 */
export class DialogStack implements StatePropertyAccessor<DialogState> {
  readonly state: DialogState;
  private readonly before: string;

  constructor(person: Person) {
    this.state = read(person.dialogs);
    this.before = JSON.stringify(this.state);
  }

  get isOpen(): boolean {
    return this.state.dialogStack.length > 0;
  }

  get changed(): boolean {
    return JSON.stringify(this.state) !== this.before;
  }

  get(): Promise<DialogState> {
    return Promise.resolve(this.state);
  }

  set(_context: unknown, { dialogStack }: DialogState): Promise<void> {
    this.state.dialogStack = dialogStack;
    return Promise.resolve();
  }

  delete(): Promise<void> {
    this.state.dialogStack = [];
    return Promise.resolve();
  }
}
