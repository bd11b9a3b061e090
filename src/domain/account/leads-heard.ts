import { tellAbout } from '../messages-and-sweeps';
import { kindOf } from '../record/kind';
import { momentOf } from '../record/reading';
import type { Resource } from '../record/resource';
import type { Account } from './account';
import type { LeadsHeard, LeadSource } from './lead-source';

const DAY_MS = 86_400_000;
const QUIET_DAYS = 30;
/** What ended longer ago than this is no surprise. */
const YEAR_DAYS = 365;

const SOURCES: Readonly<Partial<Record<string, LeadSource>>> = {
  'customer-inquiry': 'profile',
  'marketplace-lead': 'marketplace',
};

/** The newest lead of each source among these, and before. Times ahead of `now` are none. */
export function heardFrom(
  before: LeadsHeard['newest'],
  resources: readonly Resource[],
  now: number,
): LeadsHeard['newest'] {
  return resources.reduce<LeadsHeard['newest']>((newest, resource) => {
    const source = SOURCES[kindOf(resource)];
    const at = momentOf(resource.createdDateTime);
    return source && at !== undefined && at <= now && at > (newest[source] ?? 0)
      ? { ...newest, [source]: at }
      : newest;
  }, before);
}

/** A source that had leads and has had none for a month: the admins are asked about it, once a silence. */
export function askWhetherActive(account: Account, now: number): Account {
  const { leads } = account;
  return (['profile', 'marketplace'] as const).reduce<Account>((next, source) => {
    const last = leads?.newest[source];
    if (!leads || last === undefined || leads.told?.[source] === last) return next;
    const days = Math.floor((now - last) / DAY_MS);
    if (days < QUIET_DAYS || days > YEAR_DAYS) return next;
    const told = { ...next.leads?.told, [source]: last };
    const known: Account = { ...next, leads: { newest: leads.newest, told } };
    return tellAbout(known, 'admins', { kind: 'no-leads', source, days }, now);
  }, account);
}
