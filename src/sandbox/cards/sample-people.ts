import type { Desk } from '../../domain/desk/desk';
import { NEW_DOCUMENT } from '../../domain/living/document';
import type { Person } from '../../domain/person/person';

/** Sample data for cards: Monday 5 January 2026, 09:42 UTC, which is 10:42 in Bonn. */
export const NOW = Date.parse('2026-01-05T09:42:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const TENANT = '11111111-1111-4111-8111-111111111111';

export function samplePerson(over: Partial<Person> = {}): Person {
  const aadObjectId = over.aadObjectId ?? '22222222-2222-4222-8222-222222222222';
  return {
    ...NEW_DOCUMENT,
    kind: 'person',
    id: `${TENANT}/${aadObjectId}`,
    tenant: TENANT,
    aadObjectId,
    name: 'Megan Bowen',
    teamsId: '29:megan',
    reachable: true,
    ...over,
  };
}

export const MEGAN = samplePerson();
export const ALEX = samplePerson({
  aadObjectId: '33333333-3333-4333-8333-333333333333',
  name: 'Alex Wilber',
  teamsId: '29:alex',
});
export const megan = { id: MEGAN.id, name: MEGAN.name };
export const alex = { id: ALEX.id, name: ALEX.name };

export function sampleDesk(over: Partial<Desk> = {}): Desk {
  return {
    ...NEW_DOCUMENT,
    kind: 'desk',
    id: '19:referrals@thread.tacv2',
    tenant: TENANT,
    team: '19:general@thread.tacv2',
    name: 'Referrals',
    serviceUrl: 'http://127.0.0.1:3978/sandbox/teams',
    reachable: true,
    answers: [megan],
    managers: [alex],
    boundBy: alex,
    boundAt: NOW,
    language: 'en',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    ...over,
  };
}
