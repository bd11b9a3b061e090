import type { TurnContext } from 'botbuilder';
import { DialogContextError, DialogSet, type DialogContext } from 'botbuilder-dialogs';
import { StoreBusy } from '../../../application/ports/faults';
import { runCommand } from '../commands/help';
import { matchCommand } from '../commands/match';
import type { Renderer } from '../cards/drawing';
import type { ReaderOf, RenderedActivity } from '../cards/shown';
import type { Asking } from '../answers/asking';
import { DialogStack, FORM_DIALOG } from './dialog-stack';
import { FormDialog, type Begin, type Typing } from './form-dialog';
import { hear, type Hearing } from './heard';

export interface TypedWords {
  readonly context: TurnContext;
  readonly asking: Asking;
  readonly renderer: Renderer;
  readonly reader: ReaderOf;
  readonly hearing: Hearing;
}

/** What a turn in typed words has come to. `goesOn`: a form is open. */
interface Typed {
  readonly replies: readonly RenderedActivity[];
  readonly goesOn: boolean;
}

const MOST_TRIES = 5;

/** The first time with the person as they were read; after a lost race with a fresh read. */
async function fresh(words: TypedWords, again: boolean): Promise<Asking> {
  if (!again) return words.asking;
  const { turn, useCases } = words.asking;
  return { ...words.asking, turn: { ...turn, person: await useCases.people.see(turn.seen) } };
}

function typing(words: TypedWords, asking: Asking, text: string): Typing {
  return {
    asking,
    renderer: words.renderer,
    reader: words.reader,
    replies: [],
    isCommand: matchCommand(words.hearing.table, text) !== undefined,
    text,
    hear: (open, said) => hear(words.hearing, open, said, asking.turn.id),
    run: (match) => runCommand(match, asking),
  };
}

/** Faults come out of a dialog wrapped. */
function unwrapped(error: unknown): unknown {
  return error instanceof DialogContextError && error.error instanceof Error ? error.error : error;
}

/**
 * One turn of the dialogs: run, save the stack, and only then give back the replies. When somebody else wrote the person
 * meanwhile it is run again; what it asked of the use cases is known by the activity's id and not done twice.
 */
async function turnOf(
  words: TypedWords,
  text: string,
  work: (dc: DialogContext) => Promise<unknown>,
): Promise<Typed> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const asking = await fresh(words, tries > 0);
    const { person } = asking.turn;
    const stack = new DialogStack(person);
    const now = typing(words, asking, text);
    const dialogs = new DialogSet(stack).add(new FormDialog(now));
    try {
      await work(await dialogs.createContext(words.context));
    } catch (error) {
      throw unwrapped(error);
    }
    if (!stack.changed || (await asking.useCases.people.keepDialogs(person, stack.state)))
      return { replies: now.replies, goesOn: stack.isOpen };
  }
  throw new StoreBusy();
}

/** Begins a form in typed words, in place of any that is open. */
export const beginTyped = (words: TypedWords, begin: Begin): Promise<Typed> =>
  turnOf(words, '', async (dc) => {
    await dc.cancelAllDialogs();
    await dc.beginDialog(FORM_DIALOG, begin);
  });

/** Goes on with the form that is open in the personal chat; undefined: none is, and the text is for somebody else. */
export async function goOnTyped(
  words: TypedWords,
  text: string,
): Promise<readonly RenderedActivity[] | undefined> {
  if (!new DialogStack(words.asking.turn.person).isOpen) return undefined;
  const { replies } = await turnOf(words, text, (dc) => dc.continueDialog());
  return replies.length > 0 ? replies : undefined;
}
