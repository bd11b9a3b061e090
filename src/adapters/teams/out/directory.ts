import { Unavailable } from '../../../application/ports/faults';
import type { Directory, RosterMember, TeamAddress, TeamNames } from '../../../application/ports/ports';
import type { Person } from '../../../domain/person/person';
import { within } from '../../../platform/time-limit';
import { CALL_LIMIT_MS, type TeamsAdapter } from './adapter';
import { createKept } from './kept';
import { HostNotAllowed, NoAnswer, TeamsRefused, timeOut } from './no-delivery';

export interface DirectoryOptions {
  readonly adapter: TeamsAdapter;
  /** Real time in ms UTC. */
  readonly real: () => number;
  readonly serviceUrl?: (stored: string) => string;
  readonly allowed: (serviceUrl: string) => boolean;
  readonly timeoutMs?: number;
}

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
/** Somebody new need not wait long, should Teams not say that they have come. */
const NO_KEPT_MS = 120_000;
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

/** Ours say no more than a code; others may quote the answer, and only their name is kept. */
const cause = (error: unknown): Error =>
  error instanceof TeamsRefused || error instanceof NoAnswer || error instanceof HostNotAllowed
    ? error
    : new NoAnswer(error instanceof Error ? error.name : 'unknown');

async function ask<T>(
  options: DirectoryOptions,
  serviceUrl: string,
  question: (url: string, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const url = options.serviceUrl?.(serviceUrl) ?? serviceUrl;
  if (!options.allowed(url)) throw new Unavailable('Teams', new HostNotAllowed());
  return within(options.timeoutMs ?? CALL_LIMIT_MS, timeOut, (signal) => question(url, signal)).catch(
    (error: unknown) => {
      throw new Unavailable('Teams', cause(error));
    },
  );
}

/** Teams answers 404 for somebody outside the team, and 400 for an id that it does not know at all. */
const isNobody = (error: unknown): boolean =>
  error instanceof TeamsRefused && (error.status === 404 || error.status === 400);

/** The person as the conversation (a team, or their own chat) knows them; undefined: it does not. */
const askMember = (
  options: DirectoryOptions,
  serviceUrl: string,
  conversation: string,
  person: Person,
): Promise<RosterMember | undefined> =>
  ask(options, serviceUrl, async (url, abortSignal) => {
    const { conversations } = await options.adapter.connectorFor(url);
    const id = person.teamsId ?? person.aadObjectId;
    try {
      const found = await conversations.getConversationMember(conversation, id, { abortSignal });
      return memberOf({ id, ...(found as RawMember) })[0];
    } catch (error) {
      if (isNobody(error)) return undefined;
      throw error;
    }
  });

const askRoster = (options: DirectoryOptions, { serviceUrl, team }: TeamAddress) =>
  ask(options, serviceUrl, async (url, signal) =>
    pagesOf((await options.adapter.connectorFor(url)).conversations, team, signal),
  );

interface RawChannel {
  readonly id?: unknown;
  readonly name?: unknown;
}

const askNames = (options: DirectoryOptions, { serviceUrl, team }: TeamAddress): Promise<TeamNames> =>
  ask(options, serviceUrl, async (url, abortSignal) => {
    const teams = await options.adapter.teamsFor(url);
    const [list, details] = await Promise.all([
      teams.fetchChannelList(team, { abortSignal }),
      teams.fetchTeamDetails(team, { abortSignal }),
    ]);
    const named = ((list.conversations ?? []) as readonly RawChannel[]).flatMap(({ id, name }) =>
      typeof id === 'string' && typeof name === 'string' && name.trim() !== '' ? [[id, name]] : [],
    );
    const name = typeof details.name === 'string' ? details.name.trim() : '';
    return {
      channels: Object.fromEntries(named) as Record<string, string>,
      ...(name !== '' && { team: name }),
    };
  });

const is = (person: Person) => (member: RosterMember) =>
  member.teamsId === person.teamsId || member.aadObjectId?.toLowerCase() === person.aadObjectId.toLowerCase();

/**
 * Port `Directory`: the roster of the team that the desk's channel is in, asked for by the team's id (Teams has no roster of a
 * standard channel). Answers are kept for 10 minutes, a "no" for 2, and until Teams says that the team has changed.
 */
export function createDirectory(options: DirectoryOptions): Directory {
  const { real } = options;
  const rosters = createKept<readonly RosterMember[]>(real, () => KEPT_MS);
  const members = createKept<boolean>(real, (isMember) => (isMember ? KEPT_MS : NO_KEPT_MS));
  const profiles = createKept<RosterMember | undefined>(real, () => KEPT_MS);
  return {
    roster: (team) => rosters.get(team.team, () => askRoster(options, team)),
    async isMember(team, person) {
      const roster = await rosters.peek(team.team);
      if (roster?.some(is(person)) === true) return true;
      const asked = async () => (await askMember(options, team.serviceUrl, team.team, person)) !== undefined;
      return members.get(`${team.team} ${person.id}`, asked);
    },
    names: (team) => askNames(options, team),
    async profile(person) {
      const { conversation, serviceUrl } = person;
      if (conversation === undefined || serviceUrl === undefined) return undefined;
      return profiles.get(person.id, () => askMember(options, serviceUrl, conversation, person));
    },
    changed: (team) => {
      rosters.forget((key) => key === team);
      members.forget((key) => key.startsWith(`${team} `));
    },
  };
}
