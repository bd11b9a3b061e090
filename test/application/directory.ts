import type { Directory, RosterMember } from '../../src/application/ports/ports';

/** Who is in the team, as these tests need it: one roster for every desk. */
export const directoryOf = (teams: { readonly roster: readonly RosterMember[] }): Directory => ({
  roster: async () => teams.roster,
  isMember: async (_, person) => teams.roster.some((member) => member.aadObjectId === person.aadObjectId),
  names: async () => ({ channels: {} }),
  profile: async () => undefined,
  changed: () => undefined,
});
