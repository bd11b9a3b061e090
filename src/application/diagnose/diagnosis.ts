import type { Attention } from '../../domain/living/attend';
import { PARKED_UNTIL, type ParkedUntil } from '../../domain/living/effect';
import type { Person } from '../../domain/person/person';
import { isoOf } from '../../domain/record/values';
import { boundDesks } from '../desks/bound';
import { adminOnly } from '../people/admin-only';
import { maySetUpAccounts } from '../people/account-admins';
import type { Refusal } from '../people/refusal';
import { Fault } from '../ports/faults';
import type { Noticed } from '../ports/ports';
import type { Inspected } from '../ports/store';
import type { World } from '../ports/world';
import { check } from '../sync/check';
import { standing, type Connection } from '../sync/connections';
import { compareClocks, connected } from '../sync/poll';
import { attendTo, troubles, type Trouble } from './trouble';

/** Each part, whether it works. Times: business time in ms, unless they say otherwise. */
export interface Diagnosis {
  readonly kind: 'diagnosis';
  readonly now: number;
  readonly database: DatabaseState;
  readonly desks: readonly DeskState[];
  readonly accounts: readonly AccountState[];
  /** The sandbox plays Partner Center, and it cannot be asked from here. */
  readonly played?: true;
  readonly parked: readonly { readonly until: ParkedUntil; readonly count: number }[];
  readonly troubles: readonly Trouble[];
  /** As plain text without anything personal, to be sent to somebody who helps. */
  readonly copy: boolean;
}

/** `apart`: how far this machine's clock is ahead of the database's, ms of real time; absent: it has none of its own. */
export type DatabaseState =
  | { readonly works: false }
  | ({ readonly works: true; readonly apart?: number; readonly unreadable: number } & Pick<
      Inspected,
      'missing'
    >);

/** `silent`: Teams did not say anything about its team, and why; `unasked`: Teams is not asked from here. */
export interface DeskState {
  readonly name: string;
  readonly state: 'works' | 'lost' | 'silent' | 'unasked';
  readonly problem?: string;
}

export interface AccountState extends Noticed {
  readonly connection: Connection;
}

/** What an admin may ask while looking at it. */
export interface DiagnosisWish {
  readonly copy?: boolean;
  readonly attend?: { readonly wish: Attention; readonly ref: string };
}

const MOST_DESKS = 20;
const COUNTED = 1_000;

/** Looks at every part as it is now, after what was wished for is done. */
export async function diagnose(
  world: World,
  by: Person,
  { copy = false, attend }: DiagnosisWish = {},
): Promise<Diagnosis | Refusal> {
  if (!(await maySetUpAccounts(world, by))) return adminOnly(world);
  if (attend) await attendTo(world, by, attend.wish, attend.ref);
  return { ...(await examine(world, true)), copy };
}

/** `teams`: whether Teams can be asked from here. */
export async function examine(world: World, teams: boolean): Promise<Diagnosis> {
  const at = { kind: 'diagnosis', now: world.clock.now(), copy: false } as const;
  const database = await databaseState(world);
  if (!database.works) return { ...at, database, desks: [], accounts: [], parked: [], troubles: [] };
  const [desks, accounts, parked, owed] = await Promise.all([
    deskStates(world, teams),
    Promise.all(connected(world).map((id) => accountState(world, id))),
    parkedCounts(world),
    troubles(world),
  ]);
  return { ...at, database, desks, accounts, parked, troubles: owed };
}

async function databaseState({ store, clock, log }: World): Promise<DatabaseState> {
  try {
    await store.check();
    const { missing, clock: theirs } = await store.inspect();
    const apart = theirs === undefined ? {} : { apart: clock.real() - theirs };
    return { works: true, missing, ...apart, unreadable: (await store.unreadable(0)).count };
  } catch (error) {
    log.error({ error }, 'the database cannot be written');
    return { works: false };
  }
}

async function deskStates(world: World, teams: boolean): Promise<readonly DeskState[]> {
  const desks = await boundDesks(world.store, MOST_DESKS);
  return Promise.all(
    desks.map(async (desk): Promise<DeskState> => {
      const { name } = desk;
      if (!desk.reachable) return { name, state: 'lost' };
      if (!teams) return { name, state: 'unasked' };
      try {
        await world.directory.names(desk);
        return { name, state: 'works' };
      } catch (error) {
        return { name, state: 'silent', problem: problemOf(error) };
      }
    }),
  );
}

const problemOf = (error: unknown): string =>
  error instanceof Fault && error.cause instanceof Error ? error.cause.message : String(error);

/** Asks for what is new since now, which tells whether lists may be narrowed, and what the sign-in may do. */
async function accountState(world: World, id: string): Promise<AccountState> {
  const partnerCenter = world.accounts.of(id);
  await partnerCenter?.list(isoOf(world.clock.now()));
  await check(world, id);
  if (partnerCenter) await compareClocks(world, id, partnerCenter);
  return { connection: await standing(world, id), ...partnerCenter?.noticed() };
}

async function parkedCounts({ store }: World): Promise<Diagnosis['parked']> {
  const counts = await Promise.all(
    PARKED_UNTIL.map(async (until) => ({
      until,
      count: await store.count('referral', { key: `parked/${until}` }, COUNTED),
    })),
  );
  return counts.filter(({ count }) => count > 0);
}
