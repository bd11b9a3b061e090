/** What the sample world is made of: fixed ids, so that a script may rely on them. */
export type Role = 'seller' | 'manager' | 'admin' | 'colleague';

export interface SandboxPerson {
  /** Teams' own id, `29:…`, as it stands in activities. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly role: Role;
  readonly userPrincipalName: string;
  /** The colleague of another department is in the tenant, not in the team. */
  readonly inTeam: boolean;
  readonly locale: string;
  readonly country: string;
  readonly timezone: string;
}

export const TENANT = '7c1de5a4-30f2-4b8e-9d62-5f0c8a1b47e3';
export const BOT_APP_ID = 'b07f3d52-6a1c-4e98-8f25-d4c93e7a0b16';
export const BOT = { id: `28:${BOT_APP_ID}`, name: 'Referral Desk' } as const;

/** A team's id is the id of its General channel (Microsoft: channel and group conversations with a bot). */
const TEAM_ID = '19:3f9a6c1e0b7d4825a1c4e8f60d2b7395@thread.tacv2';
export const TEAM = {
  id: TEAM_ID,
  name: 'Contoso Partner Sales',
  aadGroupId: '52e8b1c9-7d04-4f3a-b6e1-09a8c5d2f714',
} as const;

export const GENERAL = { id: TEAM_ID, name: 'General' } as const;
export const REFERRALS = {
  id: '19:b84d2e57c9f0416aa3e1d7058c6b29f4@thread.tacv2',
  name: 'Referrals',
} as const;

const person = (
  role: Role,
  name: string,
  aadObjectId: string,
  from: { readonly country: string; readonly timezone: string },
): SandboxPerson => ({
  id: `29:1${aadObjectId.replaceAll('-', '')}x0Contoso`,
  aadObjectId,
  name,
  role,
  userPrincipalName: `${name.toLowerCase().replace(' ', '.')}@contoso-partner.example`,
  inTeam: role !== 'colleague',
  locale: 'en-US',
  ...from,
});

const GERMANY = { country: 'DE', timezone: 'Europe/Berlin' };
const BRITAIN = { country: 'GB', timezone: 'Europe/London' };

export const PEOPLE: readonly SandboxPerson[] = [
  person('seller', 'Megan Bowen', '0f2c7a91-5b3e-4d16-8a70-c1e94f6d2b58', GERMANY),
  person('seller', 'Diego Siciliani', '1d8e4b60-92af-47c3-b5d1-6e0f3a7c9824', GERMANY),
  person('seller', 'Pradeep Gupta', '2b95d0c7-e641-4f8a-93b2-7d5c1e80af36', BRITAIN),
  person('manager', 'Nestor Wilke', '3c61f8a2-07d9-4eb5-a84f-90b2d7e51c43', GERMANY),
  person('admin', 'Irvin Sayers', '4a7e93d5-b82c-4160-9fe7-35c8d0a6b12f', GERMANY),
  person('colleague', 'Lidia Holloway', '5e04b7c8-1fa3-4d92-86c5-a2f9e3d70b61', GERMANY),
];

/** By Teams id, Entra object id, user principal name, full name or role (the first of that role). */
export function findPerson(key: string): SandboxPerson | undefined {
  const wanted = key.trim().toLowerCase();
  const keys = (one: SandboxPerson) => [one.id, one.aadObjectId, one.userPrincipalName, one.name];
  return (
    PEOPLE.find((one) => keys(one).some((each) => each.toLowerCase() === wanted)) ??
    PEOPLE.find((one) => one.role === wanted)
  );
}
