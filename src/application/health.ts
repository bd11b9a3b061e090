import type { Listening } from '../domain/account/listening';
import { PARKED_UNTIL } from '../domain/living/effect';
import { isoOf } from '../domain/record/values';
import { boundDesks } from './desks/bound';
import type { World } from './ports/world';

export interface PartState {
  readonly name: string;
  readonly state: 'ok' | 'degraded' | 'down';
  readonly detail: string;
}

const COUNTED = 1_000;

/** A store that could be written a moment ago is not written to again for the asking: anybody may ask. */
const CHECKED_FOR_MS = 3_000;

/** What works and what does not, in plain words. Only a store that cannot be written keeps this process from serving. */
export function createHealth(world: World): () => Promise<readonly PartState[]> {
  const checked = checkOnce(world);
  return () => partStates(world, checked);
}

/** One check at a time, whoever asks meanwhile; a good one holds for some seconds (real time), a failed one for nobody. */
function checkOnce(world: World): () => Promise<void> {
  let checking: Promise<void> | undefined;
  let goodUntil = 0;
  const check = async (): Promise<void> => {
    try {
      await world.store.check();
      goodUntil = world.clock.real() + CHECKED_FOR_MS;
    } finally {
      checking = undefined;
    }
  };
  return () => {
    if (world.clock.real() < goodUntil) return Promise.resolve();
    checking ??= check();
    return checking;
  };
}

async function partStates(world: World, checked: () => Promise<void>): Promise<readonly PartState[]> {
  const store = await storeState(world, checked);
  if (store.state === 'down') return [store];
  return [
    store,
    await documentsState(world),
    ...(await partnerCenterStates(world)),
    await deskState(world),
    await effectsState(world),
    await budgetState(world),
  ];
}

const MOST_NAMED = 5;

/** What cannot be read is set aside and named: everybody else's work goes on. */
async function documentsState(world: World): Promise<PartState> {
  const { count, refs } = await world.store.unreadable(MOST_NAMED);
  if (count === 0) return { name: 'documents', state: 'ok', detail: 'All that was read could be read.' };
  const names = refs.map(({ kind, id }) => `${kind} ${id}`).join(', ');
  const more = count > refs.length ? ', …' : '';
  return {
    name: 'documents',
    state: 'degraded',
    detail: `${String(count)} stored and unreadable, set aside: ${names}${more}. Mend them in the database or bring a copy back, then start again.`,
  };
}

async function storeState(world: World, checked: () => Promise<void>): Promise<PartState> {
  try {
    await checked();
    return { name: 'store', state: 'ok', detail: 'The database can be written.' };
  } catch (error) {
    world.log.error({ error }, 'the database cannot be written');
    return {
      name: 'store',
      state: 'down',
      detail: 'The database cannot be written. Look at the log of this process.',
    };
  }
}

/** One part for each account; with several each is named by its tenant. */
async function partnerCenterStates(world: World): Promise<readonly PartState[]> {
  const name = 'partner-center';
  const connected = world.accounts.keys.filter((account) => world.accounts.of(account) !== undefined);
  if (connected.length === 0) return [{ name, state: 'ok', detail: 'Not connected: the desk stands alone.' }];
  const several = connected.length > 1;
  return Promise.all(connected.map((id) => accountState(world, id, several ? `${name}/${id}` : name)));
}

async function accountState(world: World, id: string, name: string): Promise<PartState> {
  const account = await world.store.get('account', id);
  if (account?.signedOut === 'mfa')
    return {
      name,
      state: 'degraded',
      detail: `Sign in again with multi-factor authentication: type connect to the bot, or npm run sign-in (${account.problem ?? ''}).`,
    };
  if (account?.signedOut)
    return {
      name,
      state: 'degraded',
      detail: `Sign in again: type connect to the bot, or npm run sign-in (${account.problem ?? ''}).`,
    };
  if (account?.problem)
    return { name, state: 'degraded', detail: `Partner Center could not be asked: ${account.problem}` };
  const at = account?.polledAt;
  const asked = at === undefined ? 'Not asked yet.' : `Last asked ${isoOf(at)}.`;
  return { name, state: 'ok', detail: `${asked}${toldOf(account?.listening)}` };
}

function toldOf(listening: Listening | undefined): string {
  if (!listening) return '';
  return listening.state === 'ours'
    ? ' It tells of changes at once.'
    : ' It does not tell of changes at once: type connect to the bot.';
}

async function deskState(world: World): Promise<PartState> {
  const items = await boundDesks(world.store, COUNTED);
  if (items.length === 0) {
    return {
      name: 'desks',
      state: 'degraded',
      detail: 'No channel is bound: type "bind" to the bot in the sales team\'s channel.',
    };
  }
  const lost = items.filter((desk) => !desk.reachable).length;
  if (lost > 0) {
    return {
      name: 'desks',
      state: 'degraded',
      detail: `${String(lost)} of ${String(items.length)} desks cannot be reached: add the app to their team again.`,
    };
  }
  return { name: 'desks', state: 'ok', detail: `${String(items.length)} bound.` };
}

/** Effects that wait for an event, and effects that were given up. */
async function effectsState(world: World): Promise<PartState> {
  const parked = await Promise.all(
    PARKED_UNTIL.map(
      async (event) =>
        [event, await world.store.count('referral', { key: `parked/${event}` }, COUNTED)] as const,
    ),
  );
  const dead = await world.store.count('referral', { key: 'dead' }, COUNTED);
  const waiting = parked
    .filter(([, count]) => count > 0)
    .map(([event, count]) => `${String(count)} referrals wait until ${event}`);
  const given = dead > 0 ? [`${String(dead)} referrals have effects that were given up`] : [];
  const all = [...waiting, ...given];
  return {
    name: 'effects',
    state: all.length === 0 ? 'ok' : 'degraded',
    detail: all.length === 0 ? 'Nothing is parked or dead.' : `${all.join('; ')}.`,
  };
}

/** What is late because Teams takes no more in so short a time. */
async function budgetState({ store }: World): Promise<PartState> {
  const kinds = ['referral', 'person', 'desk', 'account'] as const;
  const counts = await Promise.all(kinds.map((kind) => store.count(kind, { key: 'held' }, COUNTED)));
  const held = counts.reduce((sum, count) => sum + count, 0);
  const name = 'teams-budget';
  if (held === 0) return { name, state: 'ok', detail: 'Nothing is held back.' };
  return {
    name,
    state: 'degraded',
    detail: `${String(held)} wait with messages until Teams' limits leave room: they go out by themselves, the nearest deadline first.`,
  };
}
