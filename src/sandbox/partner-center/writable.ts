/**
 * What may be edited, as the beginning of a JSON pointer; all else is read-only after creation (bulk-operations page:
 * "immutable fields", presumably of the same service). Which of these the API takes is not published for all: favorite,
 * salesStage, campaignId and isSpam are inferences.
 */
const WRITABLE = [
  ...[
    'name',
    'externalReferenceId',
    'campaignId',
    'status',
    'substatus',
    'statusReason',
    'salesStage',
    'favorite',
  ],
  ...['isSpam', 'tags', 'details', 'team', 'registrations', 'target', 'inviteContext/notes'],
  ...[
    'inviteContext/assistanceRequestCode',
    'consent/consentToShareReferralWithMicrosoftSellers',
    'customerProfile/team',
  ],
];

export const isWritable = (parts: readonly string[]): boolean =>
  WRITABLE.some((name) => name.split('/').every((part, at) => parts[at] === part));

/** The writable fields as parts of their pointers, for a whole body (PUT). */
export const writableFields: readonly (readonly string[])[] = WRITABLE.map((name) => name.split('/'));
