import { partOf, type Window } from './limits';

/** What was given out for one conversation or tenant, by whichever process. All times in ms UTC. */
export interface Ledger {
  /** Until when a block may be used, and how many messages it is for; the oldest first. */
  readonly given: readonly (readonly [until: number, messages: number])[];
  /** Teams has asked for less: until then half of it is given out. */
  readonly halvedUntil?: number;
  /** New cards in a channel within ten minutes: when, and how many. */
  readonly news?: readonly (readonly [at: number, count: number])[];
  /** Of a tenant: the conversations that Teams refused something for of late, and when. */
  readonly refused?: readonly (readonly [conversation: string, at: number])[];
}

export interface Block {
  readonly ledger: Ledger;
  readonly messages: number;
  /** May be used before this only. */
  readonly until: number;
}

/** How long a block may be used. Short: what is left of it is lost for all the windows that it was counted in. */
const BLOCK_MS = 250;
const HALVED_MS = 600_000;
const TOGETHER_MS = 60_000;
/** So many conversations that are refused within a minute mean the tenant. */
const SEVERAL = 3;
/** Blocks that only the hour still counts are kept by the minute. */
const MINUTE_MS = 60_000;

export const EMPTY: Ledger = { given: [] };

/**
 * A block of at most `wanted` messages; undefined: no window has room. No stretch of a window's length ever sees more than
 * its limit: a block counts from when it is given until its end is a whole window ago, and whichever block of those used in one
 * stretch was given last has found all the others counted.
 */
export function give(
  ledger: Ledger,
  wanted: number,
  now: number,
  windows: readonly Window[],
): Block | undefined {
  const free = Math.min(...inForce(ledger, now, windows).map((window) => room(ledger, window, now)));
  if (free < 1) return undefined;
  const messages = Math.min(wanted, free);
  const until = now + BLOCK_MS;
  return { ledger: entered(ledger, until, messages, now, windows), messages, until };
}

/** What was sent without asking counts all the same. */
export const enter = (ledger: Ledger, messages: number, now: number, windows: readonly Window[]): Ledger =>
  entered(ledger, now, messages, now, windows);

/** When there is room for so many messages, if nobody else takes it. */
export function opensAt(ledger: Ledger, messages: number, now: number, windows: readonly Window[]): number {
  return Math.max(now, ...inForce(ledger, now, windows).map((one) => opens(ledger, one, messages, now)));
}

/** Teams has refused something with 429: for ten minutes half of the budget is given out. */
export const halved = (ledger: Ledger, now: number): Ledger => ({ ...ledger, halvedUntil: now + HALVED_MS });

/** The same for a tenant, once several of its conversations are refused within a minute. */
export function refusedFor(ledger: Ledger, conversation: string, now: number): Ledger {
  const others = (ledger.refused ?? []).filter(([one, at]) => one !== conversation && now - at < TOGETHER_MS);
  const refused = [...others, [conversation, now] as const].slice(-SEVERAL);
  return refused.length < SEVERAL ? { ...ledger, refused } : halved({ ...ledger, refused }, now);
}

const inForce = ({ halvedUntil = 0 }: Ledger, now: number, windows: readonly Window[]): readonly Window[] =>
  now < halvedUntil ? partOf(windows, 50) : windows;

const room = ({ given }: Ledger, { ms, most }: Window, now: number): number =>
  given.reduce((free, [until, messages]) => (until > now - ms ? free - messages : free), most);

function opens({ given }: Ledger, { ms, most }: Window, messages: number, now: number): number {
  const turns = Math.floor((messages - 1) / most);
  let free = most - (messages - turns * most);
  for (const [until, counted] of [...given].reverse()) {
    free -= counted;
    if (free < 0) return Math.max(now, until + ms) + turns * (ms + BLOCK_MS);
  }
  return now + turns * (ms + BLOCK_MS);
}

function entered(
  ledger: Ledger,
  until: number,
  messages: number,
  now: number,
  windows: readonly Window[],
): Ledger {
  const longest = Math.max(...windows.map(({ ms }) => ms));
  const kept = new Map<number, number>();
  for (const [end, counted] of [...ledger.given, [until, messages] as const]) {
    if (end <= now - longest) continue;
    const minute = Math.ceil(end / MINUTE_MS) * MINUTE_MS;
    const at = minute <= now - MINUTE_MS ? minute : end;
    kept.set(at, (kept.get(at) ?? 0) + counted);
  }
  return { ...ledger, given: [...kept].sort(([one], [other]) => one - other) };
}
