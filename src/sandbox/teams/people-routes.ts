import type { Route, RouteReply, RouteRequest } from '../../adapters/http/route';
import type { Json } from './activity';
import { isObject, splitThread } from './activity';
import { deliver } from './deliver';
import { openChat } from './open-chat';
import type { Parts } from './parts';
import { problem } from '../../adapters/http/problem';
import type { Doing } from './teams-activities';
import { installation } from './teams-activities';
import { viewOf } from './views';
import type { SandboxPerson } from './world';
import { findPerson, PEOPLE, TEAM } from './world';

/** What the page and scripts read of people and conversations, and the switches of the app. */
export function peopleRoutes(parts: Parts): Route[] {
  return [
    { method: 'GET', path: '/sandbox/people', handle: async () => ({ status: 200, body: people(parts) }) },
    { method: 'GET', path: '/sandbox/people/:person/dialog', handle: (request) => dialog(parts, request) },
    { method: 'POST', path: '/sandbox/people/:person/block', handle: (request) => block(parts, request) },
    { method: 'POST', path: '/sandbox/team/bot', handle: (request) => install(parts, request) },
    { method: 'POST', path: '/sandbox/tenant/bot', handle: (request) => disable(parts, request) },
    { method: 'GET', path: '/sandbox/conversations', handle: async () => conversations(parts) },
    {
      method: 'GET',
      path: '/sandbox/conversations/:conversation/activities',
      handle: async (request) => activities(parts, request),
    },
  ];
}

const people = (parts: Parts): readonly object[] =>
  PEOPLE.map(({ id, aadObjectId, name, role, userPrincipalName, inTeam, timezone }) => ({
    ...{ id, aadObjectId, name, role, userPrincipalName, inTeam, timezone },
    blocked: parts.state.isBlocked(id),
  }));

function conversations(parts: Parts): RouteReply {
  const body = parts.state.conversations().map(({ id, type, name, person }) => ({
    ...{ id, type, name },
    ...(person === undefined ? {} : { person }),
  }));
  return { status: 200, body };
}

function activities(parts: Parts, request: RouteRequest): RouteReply {
  const { conversation: id, root } = splitThread(request.params.conversation ?? '');
  if (parts.state.conversation(id) === undefined) return problem(404, `There is no conversation "${id}".`);
  const key = request.query.get('person');
  const person = key === null ? undefined : findPerson(key);
  if (key !== null && person === undefined) return problem(404, `There is nobody called "${key}".`);
  const shown = parts.state
    .activitiesOf(id)
    .filter((one) => root === null || one.id === root || one.thread === root);
  return { status: 200, body: shown.map((one) => viewOf(parts.state, one, person?.id)) };
}

async function dialog(parts: Parts, request: RouteRequest): Promise<RouteReply> {
  const person = findPerson(request.params.person ?? '');
  if (person === undefined) return problem(404, `There is nobody called "${request.params.person ?? ''}".`);
  return { status: 200, body: parts.dialogs.get(person.id) ?? null };
}

async function block(parts: Parts, request: RouteRequest): Promise<RouteReply> {
  const person = findPerson(request.params.person ?? '');
  if (person === undefined) return problem(404, `There is nobody called "${request.params.person ?? ''}".`);
  const blocked = flag(request.body, 'blocked');
  if (blocked === undefined) return problem(400, 'Give {"blocked": true} or {"blocked": false}.');
  if (blocked === parts.state.isBlocked(person.id)) return { status: 200, body: { blocked } };
  await parts.state.keepBlocked(person.id, blocked);
  parts.changes.changed('people');
  const conversation = await openChat(parts, person, true);
  await tell(parts, installation(parts, { person, conversation }, !blocked));
  return { status: 200, body: { blocked } };
}

/** The team's app, taken out or put back by the admin. */
async function install(parts: Parts, request: RouteRequest): Promise<RouteReply> {
  const installed = flag(request.body, 'installed');
  if (installed === undefined) return problem(400, 'Give {"installed": true} or {"installed": false}.');
  if (installed === parts.state.app.inTeam) return { status: 200, body: { installed } };
  await parts.state.keepApp({ inTeam: installed });
  parts.changes.changed('conversations');
  await tell(parts, installation(parts, inGeneral(parts, admin()), installed));
  return { status: 200, body: { installed } };
}

/** An admin's switch for the whole tenant: the bot is not told. */
async function disable(parts: Parts, request: RouteRequest): Promise<RouteReply> {
  const disabled = flag(request.body, 'disabled');
  if (disabled === undefined) return problem(400, 'Give {"disabled": true} or {"disabled": false}.');
  await parts.state.keepApp({ disabled });
  return { status: 200, body: { disabled } };
}

function inGeneral(parts: Parts, person: SandboxPerson): Doing {
  const conversation = parts.state.conversation(TEAM.id);
  return { person, conversation: conversation ?? { id: TEAM.id, type: 'channel', name: TEAM.name } };
}

function admin(): SandboxPerson {
  const [first] = PEOPLE.filter((one) => one.role === 'admin');
  if (first === undefined) throw new Error('the sample world has no admin');
  return first;
}

async function tell(parts: Parts, activities: readonly Json[]): Promise<void> {
  for (const activity of activities) await deliver(parts, activity);
}

function flag(body: unknown, name: string): boolean | undefined {
  const value = isObject(body) ? body[name] : undefined;
  return typeof value === 'boolean' ? value : undefined;
}
