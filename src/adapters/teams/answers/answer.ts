import type { FormAnswer } from '../../../application/operate/form-answer';
import type { BulkAnswer } from '../../../application/bulk/import-file';
import type { Diagnosis } from '../../../application/diagnose/diagnosis';
import type { Connections } from '../../../application/sync/connections';
import type { ReferralList } from '../../../application/lists/list-referrals';
import type { Base } from './base';
import type { Contacts } from './contacts';
import type { Details } from './details';
import type { FileOffer } from './file-offer';
import type { Help } from './help';
import type { PastPage } from './past';
import type { Reached } from './reached';
import type { Said } from './said';
import type { Several } from './several';
import type { Typed } from './typed';

/** What a surface can draw; one file beside this one for each kind. */
export type Drawable =
  | FormAnswer
  | BulkAnswer
  | Connections
  | Contacts
  | ReferralList
  | Details
  | Diagnosis
  | PastPage
  | Base
  | Several
  | Help
  | FileOffer
  | Reached
  | Said;

/** What a command or a button answers, before any surface has drawn it. */
export type Answer = Drawable | Typed;

export { said } from './said';
export type { Help } from './help';
export type { Typed } from './typed';
