export type Stage = 'received' | 'accepted' | 'archived';
export type ArchivedAs = 'won' | 'lost' | 'declined' | 'expired';
export type CallResult = 'reached' | 'not-reached' | 'mailed';

export interface Colleague {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
}

/** The commercial part. Money is a decimal string in major units; a close date is YYYY-MM-DD, without a zone. */
export interface Deal {
  readonly name?: string;
  readonly dealValue?: string;
  readonly currency?: string;
  readonly closeDate?: string;
  readonly notes?: string;
  readonly crmId?: string;
  readonly campaignId?: string;
}

/** What a person changes: only the fields that differ. */
export interface Change extends Deal {
  readonly stage?: Stage;
  readonly archivedAs?: ArchivedAs;
  /** Why it was declined or lost: a code of `DECLINE_REASONS`. */
  readonly reason?: string;
  /** A colleague to add. */
  readonly colleague?: Colleague;
}

export type ChangeField = keyof Change;
