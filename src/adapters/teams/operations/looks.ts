import { accept } from '../../../domain/operations/accept';
import { addColleague, addContact } from '../../../domain/operations/add-person';
import { addSolution } from '../../../domain/operations/add-solution';
import { addNote } from '../../../domain/operations/add-note';
import { bind } from '../../../domain/operations/bind';
import { callAgain } from '../../../domain/operations/call-again';
import { called } from '../../../domain/operations/called';
import { changePerson } from '../../../domain/operations/change-person';
import { closeDeal } from '../../../domain/operations/close-deal';
import { contact } from '../../../domain/operations/contact';
import { decline } from '../../../domain/operations/decline';
import { registerDeal } from '../../../domain/operations/register-deal';
import { unbind } from '../../../domain/operations/unbind';
import { edit } from '../../../domain/operations/edit';
import { evaluate, qualify } from '../../../domain/operations/joint-planning';
import { markLost } from '../../../domain/operations/mark-lost';
import { removeEntry } from '../../../domain/operations/remove-entry';
import { dealLike, newDeal } from '../../../domain/operations/new-deal';
import { notSpam } from '../../../domain/operations/not-spam';
import { sendAgain } from '../../../domain/operations/send-again';
import { spam } from '../../../domain/operations/spam';
import { takeOver } from '../../../domain/operations/take-over';
import { postpone } from '../../../domain/operations/postpone';
import { tryAgain } from '../../../domain/operations/try-again';
import { undo } from '../../../domain/operations/undo';
import { markWon } from '../../../domain/operations/mark-won';
import type { Operation } from '../../../domain/operations/operation';
import { OPERATIONS } from '../../../domain/operations/table';
import { primary, secondary, type Look, type Scope } from '../cards/look';
import { writeUp } from '../../../domain/operations/write-up';
import { keepMine, takeTheirs } from '../../../domain/operations/whose-stands';
import { declineTitle } from './decline-title';
import { MICROSOFT_LOOKS } from './looks-with-microsoft';

const BOTH: readonly Scope[] = ['channel', 'personal'];
const PERSONAL: readonly Scope[] = ['personal'];
const CHANNEL: readonly Scope[] = ['channel'];
const NOWHERE: readonly Scope[] = [];

/** How each operation looks; what it does stands in `domain/operations`. */
const LOOKS: readonly Look[] = [
  {
    operation: undo,
    card: { received: primary(5), accepted: primary(5), archived: primary(5) },
    undoes: true,
    command: { also: ['take back'], inManifest: NOWHERE, inHelp: NOWHERE },
  },
  {
    operation: sendAgain,
    card: { accepted: primary(6) },
    notices: ['not-taken'],
    style: 'positive',
    save: 'buttons.send-again',
    command: { name: 'send again', also: [], inManifest: NOWHERE, inHelp: NOWHERE },
  },
  { operation: tryAgain, card: { received: primary(6), accepted: primary(6), archived: primary(6) } },
  {
    operation: accept,
    card: { received: primary(10) },
    style: 'positive',
    save: () => 'buttons.accept',
    command: { also: [], inManifest: PERSONAL, inHelp: BOTH },
  },
  {
    operation: decline,
    card: { received: primary(20) },
    style: 'destructive',
    save: declineTitle,
    command: { also: [], inManifest: PERSONAL, inHelp: BOTH },
  },
  {
    operation: takeOver,
    card: { accepted: primary(8) },
    command: { name: 'take over', also: [], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: called,
    card: { received: secondary(20), accepted: secondary(60) },
    next: 'contact',
    answers: ['reached', 'not-reached'],
    command: { also: ['i called'], inManifest: NOWHERE, inHelp: BOTH },
  },
  { operation: callAgain, answers: [''], save: 'buttons.remind-me' },
  {
    operation: contact,
    card: { received: primary(30), accepted: primary(50) },
    next: 'contact',
    ends: 'contacts',
    command: { also: [], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: edit,
    card: { accepted: primary(20) },
    command: { also: ['edit deal', 'change'], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: addNote,
    card: { received: secondary(25), accepted: primary(30) },
    command: { name: 'note', also: ['add note'], inManifest: NOWHERE, inHelp: BOTH },
    says: 'text',
  },
  {
    operation: writeUp,
    tells: true,
    save: ({ current }) => (current.stage === 'received' ? 'buttons.accept' : 'buttons.save'),
    command: { name: 'write up', also: [], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: addColleague,
    card: { accepted: secondary(30) },
    command: { name: 'add colleague', also: [], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: addContact,
    card: { accepted: secondary(31) },
    command: { name: 'add customer contact', also: ['add customer'], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: addSolution,
    card: { accepted: secondary(32) },
    command: { name: 'add solution', also: [], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: changePerson,
    card: { accepted: secondary(33) },
    command: { name: 'change person', also: [], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: removeEntry,
    card: { accepted: secondary(34) },
    command: {
      name: 'remove',
      also: ['remove person', 'remove solution'],
      inManifest: NOWHERE,
      inHelp: BOTH,
    },
  },
  {
    operation: closeDeal,
    card: { accepted: primary(40) },
    command: { name: 'close', also: ['close deal'], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: qualify,
    card: { accepted: primary(15) },
    command: { name: 'qualified', also: ['qualify'], inManifest: NOWHERE, inHelp: NOWHERE },
  },
  {
    operation: evaluate,
    card: { accepted: primary(15) },
    command: { name: 'evaluated', also: ['evaluate'], inManifest: NOWHERE, inHelp: NOWHERE },
  },
  {
    operation: markWon,
    card: { accepted: primary(1) },
    next: 'close',
    onlyNext: true,
    save: () => 'buttons.mark-won',
    weighs: 'registration',
    command: { name: 'won', also: ['win', 'mark won'], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: markLost,
    card: { accepted: primary(2) },
    next: 'close',
    onlyNext: true,
    style: 'destructive',
    save: () => 'buttons.mark-lost',
    command: { name: 'lost', also: ['lose', 'mark lost'], inManifest: NOWHERE, inHelp: BOTH },
  },
  { operation: postpone, card: { accepted: primary(3) }, next: 'close', onlyNext: true },
  {
    operation: notSpam,
    card: { received: primary(8) },
    row: 'suspected',
    command: { name: 'not spam', also: [], inManifest: NOWHERE, inHelp: NOWHERE },
  },
  {
    operation: spam,
    card: { received: secondary(40) },
    row: 'suspected',
    command: { name: 'report as spam', also: ['report spam'], inManifest: NOWHERE, inHelp: BOTH },
  },
  ...MICROSOFT_LOOKS,
  {
    operation: registerDeal,
    card: { archived: primary(10) },
    style: 'positive',
    save: () => 'buttons.register-deal',
    command: { name: 'register', also: ['register deal'], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: dealLike,
    card: { archived: primary(20) },
    afterwards: true,
    command: { name: 'new deal like', also: [], inManifest: NOWHERE, inHelp: NOWHERE },
  },
  { operation: keepMine, notices: ['overwritten'] },
  { operation: takeTheirs, notices: ['overwritten'] },
  {
    operation: newDeal,
    command: { name: 'new deal', also: ['create deal', 'add deal'], inManifest: PERSONAL, inHelp: BOTH },
  },
  {
    operation: bind,
    greets: true,
    command: {
      also: ['set up', 'setup', 'set up this channel'],
      inManifest: CHANNEL,
      inHelp: CHANNEL,
    },
  },
  {
    operation: unbind,
    style: 'destructive',
    save: 'buttons.unbind',
    command: { also: [], inManifest: NOWHERE, inHelp: CHANNEL },
  },
];

/** The two tables together: what people can do, and how it looks. */
export interface Offered {
  readonly operations: readonly Operation[];
  readonly looks: readonly Look[];
}

export const OFFERED: Offered = { operations: OPERATIONS, looks: LOOKS };
