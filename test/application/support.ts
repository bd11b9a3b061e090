import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openSqlite } from '../../src/adapters/sqlite/open-sqlite';
import { createApplication, type Application } from '../../src/application/application';
import { OPERATIONS } from '../../src/domain/operations/table';
import type { Noticed, PartnerCenterAnswer, ReferralPage } from '../../src/application/ports/ports';
import type { History, Store } from '../../src/application/ports/store';
import type { Accounts, DeskSettings } from '../../src/application/ports/world';
import { applyChange } from '../../src/domain/deal/change';
import type { Desk } from '../../src/domain/desk/desk';
import type { Person } from '../../src/domain/person/person';
import type { Change, Referral } from '../../src/domain/referral/referral';
import type { Resource } from '../../src/domain/record/resource';
import { T0, iso } from '../domain/builders';
import { boundAs } from './bound-as';
import { directoryOf } from './directory';
import { FakeTeams } from './fake-teams';

/** A press on a button, where it does not matter which. */
export const PRESS = { id: 'press' };

/** Partner Center as these tests need it: a list of records that any write changes, unless `answers` says otherwise. */
export class FakePartnerCenter {
  readonly records = new Map<string, Resource>();
  readonly calls: string[] = [];
  answers: (
    call: 'list' | 'get' | 'patch' | 'create',
  ) => Exclude<PartnerCenterAnswer<never>, { kind: 'ok' }> | undefined = () => undefined;

  /** What each read waits for. */
  before: () => Promise<void> = () => Promise.resolve();

  constructor(private readonly now: () => number) {}

  has(resource: Resource): void {
    this.records.set(resource.id, resource);
  }

  async list(since: string | undefined): Promise<PartnerCenterAnswer<ReferralPage>> {
    this.calls.push(`list ${since ?? 'all'}`);
    const answer = this.answers('list');
    if (answer) return answer;
    return { kind: 'ok', value: { resources: [...this.records.values()] } };
  }

  noticed(): Noticed {
    return {};
  }

  async mayChange(): Promise<PartnerCenterAnswer<true>> {
    return { kind: 'ok', value: true };
  }

  async engagement(id: string): Promise<PartnerCenterAnswer<ReferralPage>> {
    this.calls.push(`engagement ${id}`);
    const resources = [...this.records.values()].filter(({ engagementId }) => engagementId === id);
    return { kind: 'ok', value: { resources } };
  }

  async get(id: string): Promise<PartnerCenterAnswer<Resource>> {
    this.calls.push(`get ${id}`);
    await this.before();
    const record = this.records.get(id);
    return this.answers('get') ?? (record ? { kind: 'ok', value: record } : { kind: 'not-found' });
  }

  async create(resource: Resource): Promise<PartnerCenterAnswer<Resource>> {
    this.calls.push(`create ${resource.name ?? ''}`);
    const answer = this.answers('create');
    if (answer) return answer;
    const record = { ...resource, id: `made-${String(this.records.size)}`, createdDateTime: iso(this.now()) };
    this.has(record);
    return { kind: 'ok', value: record };
  }

  async patch(resource: Resource, change: Change): Promise<PartnerCenterAnswer<Resource>> {
    this.calls.push(`patch ${resource.id}`);
    const answer = this.answers('patch');
    if (answer) return answer;
    const record = this.records.get(resource.id);
    if (!record) return { kind: 'not-found' };
    const at = this.now();
    const next = { ...applyChange(record, change, at), updatedDateTime: iso(at), eTag: `"${String(at)}"` };
    this.has(next);
    return { kind: 'ok', value: next };
  }
}

export interface Desk0 extends Application {
  readonly store: Store;
  readonly teams: FakeTeams;
  readonly partnerCenter: FakePartnerCenter;
  readonly time: { now: number; real: number };
  readonly logged: string[];
  /** Moves business time and works off what is due. */
  at(ms: number): Promise<void>;
  /** Moves real time, in which leases run. */
  realTime(ms: number): void;
  person(name: string, over?: { readonly email?: string; readonly conversation?: string }): Promise<Person>;
  /** Binds a channel; `answers` and `managers` by name. */
  bind(channel: string, answers: readonly Person[], managers?: readonly Person[]): Promise<Desk>;
  referral(id?: string): Promise<Referral>;
  close(): Promise<void>;
}

const ACCOUNT = 'acme';

interface Options {
  readonly connected?: boolean;
  readonly settings?: Partial<DeskSettings>;
  readonly store?: (store: Store) => Store;
  readonly history?: (history: History) => History;
  readonly file?: string;
  readonly holder?: string;
  /** Instead of the one account. */
  readonly accounts?: Accounts;
  /** What lies outside, and the time, of a program that ran before on the same file. */
  readonly before?: Pick<Desk0, 'teams' | 'partnerCenter' | 'time'>;
}

function newOutside(): Pick<Desk0, 'teams' | 'partnerCenter' | 'time'> {
  const time = { now: T0, real: 1_000_000 };
  return { time, teams: new FakeTeams(), partnerCenter: new FakePartnerCenter(() => time.now) };
}

/** A whole desk over a real SQLite file, with Teams and Partner Center played and a clock moved by hand. */
export async function openDesk(options: Options = {}): Promise<Desk0> {
  const folder = options.file ? undefined : fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
  const { store: real, history } = await openSqlite(options.file ?? path.join(folder ?? '', 'desk.db'));
  const store = options.store?.(real) ?? real;
  const { time, teams, partnerCenter } = options.before ?? newOutside();
  const logged: string[] = [];
  const ids = { last: 0 };
  const note = (_: object, line: string): void => void logged.push(line);
  const application = createApplication(
    {
      store,
      history: options.history?.(history) ?? history,
      clock: { now: () => time.now, real: () => time.real },
      messenger: teams,
      directory: directoryOf(teams),
      accounts: options.accounts ?? {
        keys: [ACCOUNT],
        of: (account) => (account === ACCOUNT && options.connected !== false ? partnerCenter : undefined),
      },
      log: { info: () => undefined, warn: note, error: note },
      metrics: {
        effect: () => undefined,
        turn: () => undefined,
        command: () => undefined,
        intake: () => undefined,
        heldBack: () => undefined,
      },
      settings: {
        webUrl: () => 'https://pc/{id}',
        coSellWebUrl: () => 'https://pc/deals/{id}',
        solutions: [],
        admins: [],
        language: 'en',
        zone: 'UTC',
        ...options.settings,
      },
      operations: OPERATIONS,
      newId: () => `id-${String((ids.last += 1))}`,
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      random: () => 0.5,
    },
    options.holder ?? 'this-process',
  );
  const { useCases, dispatcher, world } = application;
  return {
    ...application,
    store,
    teams,
    partnerCenter,
    time,
    logged,
    at: async (ms) => {
      time.now = Math.max(time.now, ms);
      await dispatcher.runDue();
    },
    realTime: (ms) => void (time.real += ms),
    person: async (name, over = {}) => {
      teams.roster.push({ teamsId: `29:${name}`, aadObjectId: name, name, tenant: 't' });
      return useCases.people.see({ tenant: 't', aadObjectId: name, name, teamsId: `29:${name}`, ...over });
    },
    bind: async (channel, answers, managers = []) => {
      const desk = await boundAs(world, teams.roster, channel, answers, managers);
      // Its sweeps are over before the story goes on.
      await dispatcher.runDue();
      return desk;
    },
    referral: async (id = 'r-1') => {
      const referral = await store.get('referral', `${ACCOUNT}/${id}`);
      if (!referral) throw new Error(`there is no referral ${id}`);
      return referral;
    },
    close: async () => {
      await dispatcher.stop();
      await real.close();
      if (folder) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
