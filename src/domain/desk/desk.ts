import type { DeskEffect } from '../effects';
import type { DocumentBase } from '../living/document';
import type { PersonRef } from '../person/person';

/** A Teams channel bound to the bot. Key: the channel's id. */
export interface Desk extends DocumentBase<DeskEffect> {
  readonly kind: 'desk';
  readonly tenant: string;
  /** The team that the channel is in; its id is the id of the General channel. */
  readonly team: string;
  readonly name: string;
  readonly serviceUrl: string;
  readonly reachable: boolean;
  /** Who answers new referrals: mentioned on them until somebody owns them. */
  readonly answers: readonly PersonRef[];
  readonly managers: readonly PersonRef[];
  readonly boundBy: PersonRef;
  readonly boundAt: number;
  readonly language: string;
  /** IANA zone: what "today" and "Tue 10:42" mean on this desk's cards. */
  readonly zone: string;
  /** ISO 4217: what the accept form starts with when the record has none. */
  readonly currency: string;
  /** An e-mail to the customer counts as having contacted them. */
  readonly mailCounts?: boolean;
}
