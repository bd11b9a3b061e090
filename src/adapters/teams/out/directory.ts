import { Unavailable } from '../../../application/ports/faults';
import type { Directory, RosterMember } from '../../../application/ports/ports';
import type { Desk } from '../../../domain/desk/desk';
import type { Person } from '../../../domain/person/person';
import { CALL_LIMIT_MS, type TeamsAdapter } from './adapter';
import { createKept } from './kept';
import { HostNotAllowed, TeamsRefused } from './no-delivery';
import { within } from './time-limit';

export interface DirectoryOptions {
  readonly adapter: TeamsAdapter;
  /** Real time in ms UTC. */
  readonly real: () => number;
  readonly serviceUrl?: (stored: string) => string;
  readonly allowed: (serviceUrl: string) => boolean;
  readonly timeoutMs?: number;
}

type Team = Pick<Desk, 'team' | 'serviceUrl' | 'tenant'>;
type Conversations = Awaited<ReturnType<TeamsAdapter['connectorFor']>>['conversations'];

/** The SDK's type asks for a token on the first page too, where Teams has none. */
type PageOptions = NonNullable<Parameters<Conversations['getConversationPagedMembers']>[1]>;

/** A member as Teams sends it: the object id came as `objectId` before it came as `aadObjectId`. */
interface RawMember {
  readonly id?: string;
  readonly name?: string;
  readonly aadObjectId?: string;
  readonly objectId?: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly tenantId?: string;
}

const KEPT_MS = 600_000;
const PAGE = 500;
/** 10,000 members: as many as Teams' own full roster has. */
const MOST_PAGES = 20;

function memberOf(raw: RawMember): RosterMember[] {
  if (raw.id === undefined) return [];
  const aadObjectId = raw.aadObjectId ?? raw.objectId;
  const email = raw.email ?? raw.userPrincipalName;
  return [
    {
      teamsId: raw.id,
      name: raw.name ?? '',
      ...(aadObjectId !== undefined && { aadObjectId }),
      ...(email !== undefined && { email }),
      ...(raw.userPrincipalName !== undefined && { userPrincipalName: raw.userPrincipalName }),
      ...(raw.tenantId !== undefined && { tenant: raw.tenantId }),
    },
  ];
}

async function pagesOf(conversations: Conversations, team: string, abortSignal: AbortSignal) {
  const members: RosterMember[] = [];
  let continuationToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const from = continuationToken === undefined ? {} : { continuationToken };
    const options = { pageSize: PAGE, abortSignal, ...from } as PageOptions;
    const answer = await conversations.getConversationPagedMembers(team, options);
    members.push(...answer.members.flatMap((member) => memberOf(member as RawMember)));
    if (!answer.continuationToken || answer.continuationToken === continuationToken) break;
    continuationToken = answer.continuationToken;
  }
  return members;
}

async function ask<T>(
  options: DirectoryOptions,
  team: Team,
  question: (conversations: Conversations, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const url = options.serviceUrl?.(team.serviceUrl) ?? team.serviceUrl;
  if (!options.allowed(url)) throw new Unavailable('Teams', new HostNotAllowed());
  return within(options.timeoutMs ?? CALL_LIMIT_MS, async (signal) =>
    question((await options.adapter.connectorFor(url)).conversations, signal),
  ).catch((error: unknown) => {
    throw error instanceof Unavailable ? error : new Unavailable('Teams', error);
  });
}

/** Teams answers 404 for somebody outside the team, and 400 for an id that it does not know at all. */
const isNobody = (error: unknown): boolean =>
  error instanceof TeamsRefused && (error.status === 404 || error.status === 400);

async function askMember(options: DirectoryOptions, team: Team, person: Person): Promise<boolean> {
  return ask(options, team, async (conversations, abortSignal) => {
    try {
      await conversations.getConversationMember(team.team, person.teamsId ?? person.aadObjectId, {
        abortSignal,
      });
      return true;
    } catch (error) {
      if (isNobody(error)) return false;
      throw error;
    }
  });
}

const is = (person: Person) => (member: RosterMember) =>
  member.teamsId === person.teamsId || member.aadObjectId?.toLowerCase() === person.aadObjectId.toLowerCase();

/**
 * Port `Directory`: the roster of the team that the desk's channel is in, asked for by the team's id (Teams has no roster of a
 * standard channel). Answers are kept for 10 minutes; "no" is not kept, so that a new member need not wait.
 */
export function createDirectory(options: DirectoryOptions): Directory {
  const rosters = createKept<readonly RosterMember[]>(options.real, KEPT_MS);
  const members = createKept<boolean>(options.real, KEPT_MS, (isMember) => isMember);
  return {
    roster: (desk) =>
      rosters.get(desk.team, () => ask(options, desk, (calls, signal) => pagesOf(calls, desk.team, signal))),
    async isMember(desk, person) {
      const roster = await rosters.peek(desk.team);
      if (roster?.some(is(person)) === true) return true;
      return members.get(`${desk.team} ${person.id}`, () => askMember(options, desk, person));
    },
  };
}
