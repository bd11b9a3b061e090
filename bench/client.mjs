// Teams clients: what people press and say, sent to a bot over HTTP as Teams sends it.
import { Agent, request } from 'undici';
import { CHANNEL, PEOPLE, TEAM, TENANT } from './teams.mjs';

const dispatcher = new Agent({ connections: 64, keepAliveTimeout: 60_000 });
let activities = 0;

export async function post(url, body, headers = {}) {
  const answer = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    dispatcher,
  });
  const text = await answer.body.text();
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${text.slice(0, 300)}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** An activity of one person, in the channel or (`personal`) in the chat with the bot. */
export function send(bot, person, activity, personal = false) {
  const conversation = personal
    ? { id: `a:${person.id}`, conversationType: 'personal', tenantId: TENANT }
    : { id: CHANNEL, conversationType: 'channel', isGroup: true, tenantId: TENANT };
  const channelData = {
    tenant: { id: TENANT },
    ...(personal ? {} : { team: { id: TEAM }, channel: { id: CHANNEL } }),
  };
  return post(`${bot.url}/api/messages`, {
    id: `in-${(activities += 1)}`,
    ...{ channelId: 'msteams', serviceUrl: bot.teamsUrl, conversation, channelData, locale: 'en-US' },
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: { id: '28:bot', name: 'Referral Desk' },
    ...activity,
  });
}

export const say = (bot, person, text) => send(bot, person, { type: 'message', text }, true);

export const invoke = (bot, person, name, value, replyToId) =>
  send(bot, person, { type: 'invoke', name, value, ...(replyToId ? { replyToId } : {}) });

export const personOf = (index) => PEOPLE[index % PEOPLE.length];

/** The button with this title, wherever it is on the card. */
export function actionOf(card, title) {
  const all = [];
  const walk = (part) => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (part && typeof part === 'object') {
      if (String(part.type).startsWith('Action.') && part.title === title) all.push(part);
      for (const [key, value] of Object.entries(part)) if (key !== 'fallback') walk(value);
    }
  };
  walk(card);
  if (!all[0]) throw new Error(`no button "${title}"`);
  return all[0];
}

/** The values that a card's inputs open with. */
export function inputsOf(part) {
  if (!part || typeof part !== 'object') return {};
  const own = String(part.type).startsWith('Input.') && part.value ? { [part.id]: String(part.value) } : {};
  return Object.assign(own, ...Object.values(part).map(inputsOf));
}

/** Does `work` for each of `items`, `width` at a time. */
export async function inParallel(items, width, work) {
  const left = [...items.entries()];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
