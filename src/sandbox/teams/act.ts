import type { Route, RouteReply } from '../../adapters/http/route';
import type { ActRequest } from './act-request';
import { answerConsent, consentOf } from './file-consent';
import { readActRequest } from './act-request';
import type { StoredActivity } from './activity';
import { deliver, type BotAnswer } from './deliver';
import type { Carried } from './invoke-reply';
import type { Dialog, Parts } from './parts';
import type { Press } from './press';
import { press } from './press';
import { sendPress } from './press-delivery';
import { problem } from '../../adapters/http/problem';
import { listed } from '../listed';
import { say } from './say';
import { invoke, type Doing } from './teams-activities';
import { viewOf } from './views';
import type { SandboxPerson } from './world';
import { findPerson, PEOPLE } from './world';

/** Room for a file. */
const MAX_BODY = 8 * 1_048_576;

/** POST /sandbox/act: one thing that one person does in their Teams client. */
export function actRoute(parts: Parts): Route {
  return {
    method: 'POST',
    path: '/sandbox/act',
    maxBody: MAX_BODY,
    handle: async (request) => {
      const read = readActRequest(request.body);
      if ('reply' in read) return read.reply;
      const person = findPerson(read.act.person);
      if (person === undefined) {
        const names = listed(PEOPLE.map((one) => one.name));
        return problem(404, `There is nobody called "${read.act.person}". There are: ${names}.`);
      }
      if (read.act.dialog === 'close') return closeDialog(parts, person);
      if (read.act.search !== undefined) return searched(parts, person, read.act, read.act.search);
      if (read.act.text !== undefined || read.act.file !== undefined) return typed(parts, person, read.act);
      if (read.act.button !== undefined || read.act.action !== undefined)
        return pressed(parts, person, read.act);
      return problem(400, 'Say what to do: "text" with "conversation", or "button" with "activity".');
    },
  };
}

function closeDialog(parts: Parts, person: SandboxPerson): RouteReply {
  parts.dialogs.delete(person.id);
  parts.changes.changed('dialog', person.id);
  return { status: 200, body: { status: null, activities: [] } };
}

async function typed(parts: Parts, person: SandboxPerson, act: ActRequest): Promise<RouteReply> {
  const { result, activities } = await parts.written.during(() => say(parts, person, act));
  if ('reply' in result) return result.reply;
  return { status: 200, body: { ...botPart(result.answer), activities: views(parts, person, activities) } };
}

async function pressed(parts: Parts, person: SandboxPerson, act: ActRequest): Promise<RouteReply> {
  const found = target(parts, person, act);
  if ('reply' in found) return found.reply;
  if (consentOf(found.card) && act.button !== undefined) return consented(parts, person, found, act);
  const worked = press(parts, person, found.card, act);
  if ('reply' in worked) return worked.reply;
  const { result, activities } = await parts.written.during(() =>
    sendPress(parts, found.doing, found.card, worked.press, act.repeat ?? 1),
  );
  if (result === undefined) {
    const where = worked.press.inDialog ? 'inside a dialog' : 'on a card';
    return problem(422, `Teams sends nothing for ${String(worked.press.action.type)} ${where}.`);
  }
  const shown = await carryOut(parts, person, found.card, worked.press, result.carried);
  const url = result.url === undefined ? {} : { url: result.url };
  return {
    status: 200,
    body: { ...botPart(result.answer), ...shown, ...url, activities: views(parts, person, activities) },
  };
}

/** What the bot finds for words typed into an input (Microsoft: "Dynamic search in Adaptive Cards"). */
async function searched(
  parts: Parts,
  person: SandboxPerson,
  act: ActRequest,
  { dataset, text }: NonNullable<ActRequest['search']>,
): Promise<RouteReply> {
  const found = target(parts, person, act);
  if ('reply' in found) return found.reply;
  const queryOptions = { skip: 0, top: 15 };
  const sent = { name: 'application/search', value: { queryText: text, queryOptions, dataset } };
  const answer = await deliver(parts, invoke(parts, found.doing, found.card.id, sent));
  return { status: 200, body: { ...botPart(answer), activities: [] } };
}

async function consented(
  parts: Parts,
  person: SandboxPerson,
  { card, doing }: { readonly card: StoredActivity; readonly doing: Doing },
  act: ActRequest,
): Promise<RouteReply> {
  const { result, activities } = await parts.written.during(() => answerConsent(parts, doing, card, act));
  if ('reply' in result) return result.reply;
  return { status: 200, body: { ...botPart(result.answer), activities: views(parts, person, activities) } };
}

/** The card that is pressed, and the place that it stands in: one's own chat, or the channel of one's team. */
function target(
  parts: Parts,
  person: SandboxPerson,
  act: ActRequest,
): { readonly card: StoredActivity; readonly doing: Doing } | { readonly reply: RouteReply } {
  const card = parts.state.activity(act.activity ?? '');
  const conversation = parts.state.conversation(card?.conversation ?? '');
  if (card === undefined || card.deleted || conversation === undefined) {
    return { reply: problem(404, `There is no activity "${act.activity ?? ''}".`) };
  }
  const sees = conversation.type === 'channel' ? person.inTeam : conversation.person === person.id;
  if (!sees && act.unchecked !== true) {
    return { reply: problem(403, `${person.name} does not see ${conversation.name} (unless "unchecked").`) };
  }
  const root = conversation.type === 'channel' ? { root: card.thread ?? card.id } : {};
  return { card, doing: { person, conversation, ...root } };
}

/** Shows the answer in this person's client, and says in the reply what is shown. */
async function carryOut(
  parts: Parts,
  person: SandboxPerson,
  activity: StoredActivity,
  { attachment }: Press,
  carried: Carried,
): Promise<object> {
  switch (carried.kind) {
    case 'nothing':
      return {};
    case 'close':
      setDialog(parts, person, undefined);
      return {};
    case 'toast':
      if (carried.closes) setDialog(parts, person, undefined);
      return { toast: carried.text, ...(carried.problem === undefined ? {} : { problem: carried.problem }) };
    case 'dialog': {
      const { title, card, info } = carried;
      const dialog = { activity: activity.id, title, card, width: info.width, height: info.height };
      setDialog(parts, person, dialog);
      return { dialog };
    }
    case 'card':
      await parts.state.keepAnswer({
        activity: activity.id,
        person: person.id,
        attachment,
        card: carried.card,
      });
      parts.changes.changed('conversation', activity.conversation);
      return { card: carried.card };
  }
}

function setDialog(parts: Parts, person: SandboxPerson, dialog: Dialog | undefined): void {
  if (dialog === undefined && !parts.dialogs.has(person.id)) return;
  if (dialog === undefined) parts.dialogs.delete(person.id);
  else parts.dialogs.set(person.id, dialog);
  parts.changes.changed('dialog', person.id);
}

const botPart = (answer: BotAnswer | undefined): object => answer ?? { status: null };

function views(parts: Parts, person: SandboxPerson, ids: readonly string[]): readonly object[] {
  return ids
    .map((id) => parts.state.activity(id))
    .filter((one) => one !== undefined)
    .filter((one) => !one.deleted)
    .map((one) => viewOf(parts.state, one, person.id));
}
