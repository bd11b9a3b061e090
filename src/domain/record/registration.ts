import { standingAt } from '../deal/place';
import type { Resource } from './resource';
import { filled } from './values';

/** How far the registration of a won deal for incentives is; `status`: Partner Center's word, `reason`: its explanation. */
export interface Registration {
  readonly status: string;
  readonly reason?: string;
}

/** Written here and not read back yet: the record has no status of it. */
const SENT = 'Sent';

/** "None", or no word at all, where nothing is registered. */
const isNone = (status: string | undefined): boolean => (status ?? 'none').toLowerCase() === 'none';

/**
 * The newest registration of the record (read model of the connector's contract: status, statusReason), else the record's own
 * `registrationStatus`; undefined: there is none.
 */
export function registrationOf(resource: Resource): Registration | undefined {
  const list = standingAt(resource, ['registrations']);
  const newest: unknown = Array.isArray(list) ? list.at(-1) : undefined;
  const own = filled(standingAt(newest, ['status']));
  const status = own ?? filled(standingAt(resource, ['registrationStatus']));
  if (isNone(status)) return newest === undefined ? undefined : { status: SENT };
  const reason = filled(standingAt(newest, ['statusReason']));
  return { status: status ?? SENT, ...(reason === undefined ? {} : { reason }) };
}

/** Its history has `actionRequired`, the bulk pages say "Action Pending". */
const ASKS = new Set(['actionrequired', 'actionpending']);

/** Microsoft wants to know more before it goes on. */
export const asksForMore = ({ status }: Registration): boolean =>
  ASKS.has(status.toLowerCase().replace(/[\s_-]/g, ''));
