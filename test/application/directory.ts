import type { Directory, RosterMember } from '../../src/application/ports/ports';
import { Unavailable } from '../../src/application/ports/faults';

interface Teams {
  readonly roster: readonly RosterMember[];
}

/** Where who is not, or which teams do not answer; `*`: all of them. */
const outside = new WeakMap<Teams, Set<string>>();
const silent = new WeakMap<Teams, Set<string>>();
const setOf = (of: WeakMap<Teams, Set<string>>, teams: Teams): Set<string> => {
  const set = of.get(teams) ?? new Set<string>();
  of.set(teams, set);
  return set;
};

/** Somebody of the roster is not in this team (any more). */
export const isOutside = (teams: Teams, team: string, aadObjectId: string): unknown =>
  setOf(outside, teams).add(`${team} ${aadObjectId}`);

/** Teams does not answer for this team. */
export const isSilent = (teams: Teams, team: string): unknown => setOf(silent, teams).add(team);
export const answersAgain = (teams: Teams): void => setOf(silent, teams).clear();

/** Who is in the teams, as these tests need it: one roster for all, but for those said to be outside. */
export const directoryOf = (teams: Teams): Directory & { readonly asked: string[] } => {
  const asked: string[] = [];
  const answering = (team: string): void => {
    asked.push(team);
    if (setOf(silent, teams).has(team)) throw new Unavailable('Teams');
  };
  return {
    asked,
    roster: async ({ team }) => {
      answering(team);
      return teams.roster;
    },
    isMember: async ({ team }, { aadObjectId }) => {
      answering(team);
      if (setOf(outside, teams).has(`${team} ${aadObjectId}`)) return false;
      return teams.roster.some((member) => member.aadObjectId === aadObjectId);
    },
    names: async ({ team }) => {
      answering(team);
      return { channels: { [team.replace(/^team-/, '')]: 'Sales' }, team: 'Contoso' };
    },
    profile: async ({ aadObjectId }) => teams.roster.find((member) => member.aadObjectId === aadObjectId),
    changed: () => undefined,
  };
};
