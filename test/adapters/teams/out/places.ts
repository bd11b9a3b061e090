import type { Message } from '../../../../src/application/ports/messages';
import type { Desk } from '../../../../src/domain/desk/desk';
import { NEW_DOCUMENT } from '../../../../src/domain/living/document';
import type { Person } from '../../../../src/domain/person/person';
import { createAdapter } from '../../../../src/adapters/teams/out/adapter';
import { serviceUrlAllowed } from '../../../../src/adapters/teams/out/service-urls';

export const NOW = Date.UTC(2026, 10, 20, 9);
export const onLoopback = serviceUrlAllowed(true);

export const sandboxAdapter = (timeoutMs = 5000) =>
  createAdapter({ appType: 'SingleTenant' }, { allowed: onLoopback, real: () => NOW, timeoutMs });

/** What it says does not matter here: the tests render for themselves. */
export const MESSAGE = { kind: 'card' } as unknown as Message;

export const aDesk = (serviceUrl: string, over: Partial<Desk> = {}): Desk => ({
  ...NEW_DOCUMENT,
  kind: 'desk',
  id: '19:referrals@thread.tacv2',
  tenant: 'tenant-1',
  team: '19:general@thread.tacv2',
  name: 'Referrals',
  serviceUrl,
  reachable: true,
  answers: [],
  managers: [],
  boundBy: { id: 'tenant-1/alba', name: 'Alba Brandt' },
  boundAt: NOW,
  language: 'en',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  ...over,
});

export const aPerson = (over: Partial<Person> = {}): Person => ({
  ...NEW_DOCUMENT,
  kind: 'person',
  id: 'tenant-1/alba',
  tenant: 'tenant-1',
  aadObjectId: 'alba',
  name: 'Alba Brandt',
  teamsId: '29:alba',
  reachable: true,
  ...over,
});
