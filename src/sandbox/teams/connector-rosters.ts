import type { Route, RouteReply, RouteRequest } from '../../adapters/http/route';
import type { Target } from './connector-access';
import { withTarget } from './connector-access';
import type { Parts } from './parts';
import { refusals } from './refusals';
import type { Conversation } from './state';
import type { SandboxPerson } from './world';
import { findPerson, GENERAL, PEOPLE, REFERRALS, TEAM, TENANT } from './world';

const CONVERSATION = '/sandbox/teams/v3/conversations/:conversation';
const TEAM_PATH = '/sandbox/teams/v3/teams/:team';
const MAX_PAGE = 500;

/** Members, team and channels, as the Bot Connector has them. */
export function rosterRoutes(parts: Parts): Route[] {
  const get = (
    path: string,
    operation: 'members' | 'conversations',
    answer: (target: Target, request: RouteRequest) => RouteReply,
  ): Route => ({
    method: 'GET',
    path,
    handle: (request) => withTarget(parts, request, operation, async (target) => answer(target, request)),
  });
  const everyone = (target: Target): RouteReply => ({
    status: 200,
    body: membersOf(target.conversation).map(account),
  });
  return [
    get(`${CONVERSATION}/members`, 'members', everyone),
    get(`${CONVERSATION}/activities/:activity/members`, 'members', everyone),
    get(`${CONVERSATION}/pagedmembers`, 'members', (target, request) =>
      page(membersOf(target.conversation), request.query),
    ),
    get(`${CONVERSATION}/members/:member`, 'members', (target, request) =>
      oneMember(target, request.params.member ?? ''),
    ),
    get(TEAM_PATH, 'conversations', (target) => ofTeam(target, teamDetails())),
    get(`${TEAM_PATH}/conversations`, 'conversations', (target) => ofTeam(target, channels())),
  ];
}

const membersOf = (conversation: Conversation): readonly SandboxPerson[] =>
  PEOPLE.filter((one) => (conversation.type === 'channel' ? one.inTeam : one.id === conversation.person));

function account(person: SandboxPerson): object {
  const [givenName, surname] = person.name.split(' ');
  return {
    id: person.id,
    name: person.name,
    aadObjectId: person.aadObjectId,
    objectId: person.aadObjectId,
    givenName,
    surname,
    email: person.userPrincipalName,
    userPrincipalName: person.userPrincipalName,
    tenantId: TENANT,
    userRole: 'user',
  };
}

/** The token is opaque to the caller: where the next page begins. */
function page(members: readonly SandboxPerson[], query: URLSearchParams): RouteReply {
  const size = Number(query.get('pageSize') ?? MAX_PAGE);
  const token = query.get('continuationToken') ?? '';
  const from = token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(size) || size < 1 || !Number.isInteger(from) || from < 0) {
    return refusals.badArgument('pageSize or continuationToken is not valid');
  }
  const to = from + Math.min(size, MAX_PAGE);
  const next =
    to < members.length ? { continuationToken: Buffer.from(String(to)).toString('base64url') } : {};
  return { status: 200, body: { members: members.slice(from, to).map(account), ...next } };
}

function oneMember(target: Target, id: string): RouteReply {
  const person = findPerson(id);
  const isMember = person !== undefined && membersOf(target.conversation).includes(person);
  const named = person?.id === id || person?.aadObjectId.toLowerCase() === id.toLowerCase();
  return isMember && named ? { status: 200, body: account(person) } : refusals.memberNotFound();
}

const ofTeam = (target: Target, body: object): RouteReply =>
  target.conversation.id === TEAM.id ? { status: 200, body } : refusals.conversationNotFound();

const teamDetails = (): object => ({
  ...TEAM,
  type: 'standard',
  tenantId: TENANT,
  channelCount: 2,
  memberCount: PEOPLE.filter((one) => one.inTeam).length,
});

/** General has no name in this list. */
const channels = (): object => ({ conversations: [{ id: GENERAL.id }, REFERRALS] });
