import { setImmediate as others } from 'node:timers/promises';
import { Fault } from '../../application/ports/faults';
import type { Log, Metrics } from '../../application/ports/ports';
import type { UseCases } from '../../application/application';
import type { Resource } from '../../domain/record/resource';
import type { GuardedRoute } from './arrival';
import { bearerKeys } from './bearer-keys';
import { problem } from './problem';
import { createRateLimit } from '../../platform/rate-limit';
import { checkResource } from './resource-check';
import type { RouteReply } from './route';

const MAX_BODY = 8 * 1_048_576;
const MAX_RESOURCE = 65_536;
const MAX_ITEMS = 1_000;
/** So many of a list are stored at once. */
const TOGETHER = 25;
/** A store may answer without ever letting other requests have their turn. */
const WORK_MS = 20;

export interface IntakeOptions {
  readonly useCases: { readonly receive: Pick<UseCases['receive'], 'intake' | 'coming' | 'together'> };
  /** None: intake is off. */
  readonly keys: readonly string[];
  readonly metrics: Pick<Metrics, 'intake'>;
  readonly log: Log;
  /** Of one key; 1,200 when absent. */
  readonly requestsPerMinute?: number;
  /** Real time in ms. */
  readonly real: () => number;
}

type Receive = UseCases['receive']['intake'];

/** What became of one resource: as a whole answer, or as a line of an array's results. */
type ItemResult =
  | { readonly result: 'created' | 'updated' | 'unchanged'; readonly kept?: readonly string[] }
  | { readonly result: 'refused' | 'failed'; readonly reply: RouteReply };

/** `POST /api/referrals` (docs/api.md): one resource or up to 1,000, answered when stored. */
export function intakeRoutes(options: IntakeOptions): GuardedRoute[] {
  return [
    {
      method: 'POST',
      path: '/api/referrals',
      maxBody: MAX_BODY,
      admit: admission(options),
      handle: async ({ body, reference }) => {
        const { reply, counts } = Array.isArray(body)
          ? await takeAll(body, options)
          : await takeOne(body, options);
        options.log.info({ reference, ...counts }, 'intake');
        return reply;
      },
    },
  ];
}

function admission(options: IntakeOptions): GuardedRoute['admit'] {
  const keyOf = bearerKeys(options.keys);
  const limit = createRateLimit(options.requestsPerMinute ?? 1_200, options.real);
  return ({ headers }) => {
    if (options.keys.length === 0) {
      return problem(403, 'Intake is off here. Set INTAKE_KEY to a key to switch it on.');
    }
    const key = keyOf(headers['authorization']);
    const seconds = limit.take(key === undefined ? 'refused' : `key ${key}`);
    if (seconds > 0) {
      return problem(
        429,
        `Too many requests. Try again in ${seconds} seconds, or send several in one array.`,
        {
          headers: { 'retry-after': String(seconds) },
        },
      );
    }
    if (key !== undefined) return undefined;
    return problem(401, 'Send the header "Authorization: Bearer" with the intake key.', {
      headers: { 'www-authenticate': 'Bearer realm="referrals"' },
    });
  };
}

interface Taken {
  readonly reply: RouteReply;
  readonly counts: Readonly<Record<string, number>>;
}

async function takeOne(body: unknown, options: IntakeOptions): Promise<Taken> {
  const item = await takeItem(body, options, options.useCases.receive.intake);
  const counts = { [item.result]: 1 };
  if ('reply' in item) return { reply: item.reply, counts };
  const status = item.result === 'created' ? 201 : 200;
  return { reply: { status, body: { id: idOf(body), ...item } }, counts };
}

async function takeAll(items: readonly unknown[], options: IntakeOptions): Promise<Taken> {
  if (items.length > MAX_ITEMS) {
    return {
      reply: problem(400, `At most ${MAX_ITEMS} referrals at a time; there are ${items.length}.`),
      counts: { refused: items.length },
    };
  }
  await options.useCases.receive.coming(sound(items));
  const results: object[] = [];
  const counts: Record<string, number> = {};
  let failed: ItemResult | undefined;
  let since = options.real();
  for (const group of groupsOf(items)) {
    if (options.real() - since >= WORK_MS) {
      await others();
      since = options.real();
    }
    // After the store's first no, the rest is not tried.
    const first = results.length;
    const no = failed;
    const receive = options.useCases.receive.together();
    const taken: readonly ItemResult[] = no
      ? group.map(() => no)
      : await Promise.all(group.map((value, at) => takeItemOrFail(value, options, receive, first + at)));
    failed ??= taken.find(({ result }) => result === 'failed');
    for (const [at, item] of taken.entries()) {
      counts[item.result] = (counts[item.result] ?? 0) + 1;
      results.push(lineOf(first + at, group[at], item));
    }
  }
  return { reply: { status: 200, body: { results } }, counts };
}

function* sound(items: readonly unknown[]): Iterable<Resource> {
  for (const value of items) {
    const checked = checkResource(value);
    if ('resource' in checked) yield checked.resource;
  }
}

/** Stored at once, with one commit; the same id twice is one after the other. The first alone: its fault is everybody's. */
function groupsOf(items: readonly unknown[]): unknown[][] {
  const groups: unknown[][] = [];
  let ids = new Set<string | null>();
  for (const [index, value] of items.entries()) {
    const group = groups.at(-1);
    const id = idOf(value);
    if (group && index > 1 && group.length < TOGETHER && !ids.has(id)) {
      group.push(value);
      ids.add(id);
    } else {
      groups.push([value]);
      ids = new Set([id]);
    }
  }
  return groups;
}

const lineOf = (index: number, value: unknown, item: ItemResult): object =>
  'reply' in item
    ? { index, id: idOf(value), result: item.result, problem: item.reply.body }
    : { index, id: idOf(value), ...item };

/** A fault of the first item is everybody's and is thrown; later ones are told per item: some are stored by then. */
async function takeItemOrFail(
  value: unknown,
  options: IntakeOptions,
  receive: Receive,
  index: number,
): Promise<ItemResult> {
  try {
    return await takeItem(value, options, receive);
  } catch (error) {
    if (index === 0 || !(error instanceof Fault)) throw error;
    options.log.error({ err: error, index }, 'intake stopped');
    options.metrics.intake('failed');
    return { result: 'failed', reply: problem(503, 'Not stored: the store did not answer. Send it again.') };
  }
}

async function takeItem(value: unknown, options: IntakeOptions, receive: Receive): Promise<ItemResult> {
  const item = await received(value, receive);
  options.metrics.intake(item.result);
  return item;
}

async function received(value: unknown, receive: Receive): Promise<ItemResult> {
  if (value === undefined)
    return { result: 'refused', reply: problem(400, 'The body is empty; JSON is needed.') };
  if (Buffer.byteLength(JSON.stringify(value)) > MAX_RESOURCE) {
    return { result: 'refused', reply: problem(413, `One referral may have ${MAX_RESOURCE} bytes at most.`) };
  }
  const checked = checkResource(value);
  if ('errors' in checked) {
    const detail = 'Some fields are missing or wrong; see "errors".';
    return { result: 'refused', reply: problem(400, detail, { errors: checked.errors }) };
  }
  const outcome = await receive(checked.resource);
  if (outcome.kind === 'problem') return { result: 'refused', reply: problem(422, outcome.problem) };
  return { result: outcome.kind, ...(outcome.kept && { kept: outcome.kept }) };
}

function idOf(value: unknown): string | null {
  const id = (value as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id.slice(0, 100) : null;
}
