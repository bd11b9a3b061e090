import type { Resource } from './resource';

export const SIBLING_FACTS = [
  ...(['id', 'organizationId', 'organizationName', 'createdDateTime', 'updatedDateTime'] as const),
  ...([
    'expirationDateTime',
    'acceptedDateTime',
    'closedDateTime',
    'status',
    'substatus',
    'statusReason',
    'team',
  ] as const),
] as const;

/** Another organisation's side of the engagement: how far it is, and who acts there. */
export type Sibling = Pick<Resource, (typeof SIBLING_FACTS)[number]>;
