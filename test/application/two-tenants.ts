import { lead, T0 } from '../domain/builders';
import type { Person } from '../../src/domain/person/person';
import type { Referral } from '../../src/domain/referral/referral';
import { FakePartnerCenter, openDesk, type Desk0 } from './support';

const OURS = 'org-ours';
export const theLead = lead({
  id: 'r-1',
  type: 'Independent',
  organizationId: OURS,
  updatedDateTime: '2026-03-02T07:59:00Z',
});
export const clock = { now: T0 };

/** Two tenants of one partner: Partner Center shows both the same records. */
function tenants(organizations: Readonly<Record<string, string>> = { north: OURS, south: 'org-other' }) {
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

/** Both tenants, a desk that they feed, and Megan who answers there: anew for each test. */
export let both: ReturnType<typeof tenants>;
export let desk: Desk0;
export let megan: Person;

export function deskOfBoth(): void {
  beforeEach(async () => {
    clock.now = T0;
    both = tenants();
    desk = await openDesk({ accounts: both.accounts });
    megan = await desk.person('megan', { conversation: 'chat-megan' });
    await desk.bind('19:sales', [megan]);
  });
  afterEach(() => desk.close());
}

export const at = async (ms: number): Promise<void> => {
  clock.now = ms;
  await desk.at(ms);
};

/** The referrals of the lead's customer. */
export const all = async (): Promise<readonly Referral[]> =>
  (await desk.store.list('referral', { words: ['tailspin'] }, 10)).items;
