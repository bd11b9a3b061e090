/**
 * Partner Center's referral resource (learn.microsoft.com/partner-center/developer/referral-resources), read tolerantly:
 * every field may be absent or null, unknown words and unknown fields are kept.
 */
export interface Resource {
  readonly id: string;
  readonly name?: string | null;
  readonly engagementId?: string | null;
  readonly organizationId?: string | null;
  readonly organizationName?: string | null;
  readonly externalReferenceId?: string | null;
  readonly campaignId?: string | null;
  readonly createdDateTime: string;
  readonly updatedDateTime?: string | null;
  readonly expirationDateTime?: string | null;
  readonly acceptedDateTime?: string | null;
  readonly closedDateTime?: string | null;
  readonly status?: string | null;
  readonly substatus?: string | null;
  readonly statusReason?: string | null;
  readonly type?: string | null;
  readonly qualification?: string | null;
  readonly direction?: string | null;
  readonly referralProgram?: string | null;
  /** Of a marketplace lead: which store, and which of its buttons. */
  readonly referralSource?: string | null;
  readonly callToAction?: string | null;
  readonly salesStage?: string | null;
  readonly mpnId?: string | null;
  readonly target?:
    | readonly { readonly type?: string | null; readonly id?: string | null; readonly name?: string | null }[]
    | null;
  readonly customerProfile: CustomerProfile;
  readonly consent?: Readonly<Record<string, unknown>> | null;
  readonly details?: Details | null;
  readonly team?: readonly Member[] | null;
  readonly inviteContext?: InviteContext | null;
  readonly eTag?: string | null;
  readonly [unknown: string]: unknown;
}

export interface CustomerProfile {
  readonly name: string;
  readonly size?: string | null;
  readonly address?: {
    readonly addressLine1?: string | null;
    readonly city?: string | null;
    readonly state?: string | null;
    readonly postalCode?: string | null;
    readonly country?: string | null;
    readonly [unknown: string]: unknown;
  } | null;
  readonly team?: readonly Member[] | null;
  readonly ids?: readonly ProfileId[] | object | null;
  readonly [unknown: string]: unknown;
}

/** What another register calls a customer: `Duns`, `External`. */
export interface ProfileId {
  readonly profileType?: string | null;
  readonly id?: string | null;
}

export interface Member {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly phoneNumber?: string | null;
  readonly email?: string | null;
  readonly title?: string | null;
  readonly [unknown: string]: unknown;
}

export interface Details {
  readonly notes?: string | null;
  /** A number in GET and POST, a string in the PATCH samples: both are read. */
  readonly dealValue?: number | string | null;
  readonly currency?: string | null;
  readonly closingDateTime?: string | null;
  /** A vendor's model has it as text. */
  readonly customerRequestedContact?: boolean | string | null;
  readonly requirements?: {
    readonly industries?: readonly Named[] | null;
    readonly products?: readonly Named[] | null;
    readonly services?: readonly Named[] | null;
    readonly solutions?: readonly Named[] | null;
    readonly [unknown: string]: unknown;
  } | null;
  readonly [unknown: string]: unknown;
}

export interface Named {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly [unknown: string]: unknown;
}

export interface InviteContext {
  readonly notes?: string | null;
  readonly assistanceRequestCode?: string | null;
  readonly invitedBy?: {
    readonly organizationId?: string | null;
    readonly organizationName?: string | null;
  } | null;
  readonly [unknown: string]: unknown;
}
