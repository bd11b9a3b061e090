import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig, type Environment } from '../../src/config';
import { start, type Running, type Unusual } from '../../src/main';

/** JSON as it comes: the stories look at what is in it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

/** A Monday morning in Bonn. */
const MONDAY = '2026-03-02T08:00:00Z';

export interface Program {
  readonly url: string;
  readonly folder: string;
  get(route: string): Promise<Loose>;
  post(
    route: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Loose }>;
  patch(route: string, body: unknown): Promise<{ status: number; body: Loose }>;
  /** A person does something in Teams; answers with what the bot answered. */
  act(body: Loose): Promise<Loose>;
  /** Business time moves; all that comes due on the way is worked off, in order. */
  advance(duration: string): Promise<Loose>;
  /** Everything that is due now is worked off, and Partner Center has confirmed what was sent. */
  settle(): Promise<void>;
  /** What stands in the channel (or in a person's chat) now. */
  channel(person?: string): Promise<Loose[]>;
  chat(person: string): Promise<Loose[]>;
  /** The referral as Partner Center has it. */
  partnerCenter(id: string): Promise<Loose>;
  sample(kind?: string, resource?: Loose): Promise<Loose>;
  stop(): Promise<void>;
  /** Ends it and starts another on the same database. */
  restart(): Promise<Program>;
}

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The real program with its sandbox, on a free port, with a new database unless `folder` names an old one. */
export async function startProgram(
  env: Environment = {},
  folder = newFolder(),
  unusual: Unusual = {},
): Promise<Program> {
  const read = readConfig({
    PORT: '0',
    SANDBOX_CLOCK: MONDAY,
    DATABASE_URL: `sqlite:${path.join(folder, 'desk.db')}`,
    ...env,
  });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return programOf(await start(read.config, QUIET, unusual), env, folder, unusual);
}

const newFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));

function programOf(running: Running, env: Environment, folder: string, unusual: Unusual): Program {
  const { url } = running;
  const call = async (
    method: string,
    route: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${url}${route}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const get = async (route: string): Promise<Loose> => (await call('GET', route, undefined, BEARER)).body;
  const conversations = () => get('/sandbox/conversations');
  const activities = async (id: string | undefined, person?: string): Promise<Loose[]> =>
    id === undefined
      ? []
      : get(
          `/sandbox/conversations/${encodeURIComponent(id)}/activities${person ? `?person=${encodeURIComponent(person)}` : ''}`,
        );
  const advance = async (duration: string): Promise<Loose> =>
    (await call('POST', '/sandbox/clock', { advance: duration })).body;
  return {
    url,
    folder,
    get,
    post: (route, body, headers) => call('POST', route, body, headers),
    patch: (route, body) => call('PATCH', route, body, BEARER),
    act: async (body) => (await call('POST', '/sandbox/act', body)).body,
    advance,
    settle: async () => {
      await advance('PT3S');
    },
    channel: async (person) =>
      activities(
        (await conversations()).find((one: Loose) => one.type === 'channel' && one.name === 'Referrals')?.id,
        person,
      ),
    chat: async (person) => {
      const people = await get('/sandbox/people');
      const id = people.find((one: Loose) => [one.name, one.role].includes(person))?.id;
      const mine = (one: Loose): boolean => one.type === 'personal' && (one.person?.id ?? one.person) === id;
      return activities((await conversations()).find(mine)?.id);
    },
    partnerCenter: (id) => get(`/sandbox/partner-center/v1.0/engagements/referrals/${id}`),
    sample: async (kind = 'customer-inquiry', resource = {}) =>
      (await call('POST', '/sandbox/partner-center/samples', { kind, resource })).body,
    stop: () => running.stop(),
    restart: async () => {
      await running.stop();
      return startProgram(env, folder, unusual);
    },
  };
}

const BEARER = { authorization: 'Bearer any' };

/** The roots of the channel that carry a card for this customer. */
export const cardOf = (activities: readonly Loose[], customer: string): Loose =>
  activities.find(
    (one) =>
      one.from.bot && (one.thread ?? null) === null && JSON.stringify(one.attachments).includes(customer),
  );

/** All that can be read on an activity's card, in its order. */
export function textOf(activity: Loose): string {
  const texts: string[] = [activity?.text ?? ''];
  const walk = (part: Loose): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (part && typeof part === 'object') {
      for (const [key, value] of Object.entries(part)) {
        if (['text', 'title', 'value', 'label'].includes(key) && typeof value === 'string') texts.push(value);
        else walk(value);
      }
    }
  };
  walk((activity?.attachments ?? []).map((attachment: Loose) => attachment.content));
  return texts.join('\n');
}

export const buttonsOf = (activity: Loose): string[] =>
  (activity.attachments[0].content.actions ?? []).map((action: Loose) => action.title);
