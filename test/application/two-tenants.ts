import { lead, T0 } from '../domain/builders';
import { FakePartnerCenter } from './support';

const OURS = 'org-ours';
export const theLead = lead({
  id: 'r-1',
  type: 'Independent',
  organizationId: OURS,
  updatedDateTime: '2026-03-02T07:59:00Z',
});
export const clock = { now: T0 };

/** Two tenants of one partner: Partner Center shows both the same records. */
export function tenants(
  organizations: Readonly<Record<string, string>> = { north: OURS, south: 'org-other' },
) {
  const north = new FakePartnerCenter(() => clock.now);
  const south = Object.assign(new FakePartnerCenter(() => clock.now), { records: north.records });
  const clients = new Map([
    ['north', north],
    ['south', south],
  ]);
  const accounts = {
    keys: ['north', 'south'] as const,
    of: (id: string) => clients.get(id),
    organizationOf: (id: string) => organizations[id],
  };
  return { north, south, accounts: { ...accounts, keys: [...accounts.keys] as [string, string] } };
}
