import { accept } from './accept';
import { addColleague, addContact } from './add-person';
import { addSolution } from './add-solution';
import { addNote } from './add-note';
import { bind } from './bind';
import { called } from './called';
import { callAgain } from './call-again';
import { contact } from './contact';
import { closeDeal } from './close-deal';
import { changePerson } from './change-person';
import { decline } from './decline';
import { edit } from './edit';
import { goOnAlone } from './go-on-alone';
import { inviteAgain } from './invite-again';
import { inviteMicrosoft } from './invite-microsoft';
import { evaluate, qualify } from './joint-planning';
import { markLost } from './mark-lost';
import { removeEntry } from './remove-entry';
import { registerDeal } from './register-deal';
import { dealLike, newDeal } from './new-deal';
import { notSpam } from './not-spam';
import { sendAgain } from './send-again';
import { postpone } from './postpone';
import { spam } from './spam';
import { takeOver } from './take-over';
import { upgrade } from './upgrade';
import { tryAgain } from './try-again';
import { undo } from './undo';
import { markWon } from './mark-won';
import { writeUp } from './write-up';
import { keepMine, takeTheirs } from './whose-stands';
import { unbind } from './unbind';
import type { Operation } from './operation';

/** All that a person can do, in the order in which it is offered. */
export const OPERATIONS: readonly Operation[] = [
  undo,
  sendAgain,
  tryAgain,
  accept,
  decline,
  takeOver,
  called,
  callAgain,
  contact,
  edit,
  addNote,
  writeUp,
  addColleague,
  addContact,
  addSolution,
  changePerson,
  removeEntry,
  closeDeal,
  qualify,
  evaluate,
  markWon,
  markLost,
  postpone,
  notSpam,
  spam,
  upgrade,
  inviteMicrosoft,
  inviteAgain,
  goOnAlone,
  registerDeal,
  dealLike,
  keepMine,
  takeTheirs,
  newDeal,
  bind,
  unbind,
];
