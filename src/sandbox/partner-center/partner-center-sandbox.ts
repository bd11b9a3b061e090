import type { Route } from '../../adapters/http/route';
import type { Clock } from '../../application/ports/ports';
import type { Records } from '../../application/ports/store';
import type { Resource } from '../../domain/record/resource';
import type { Faults } from '../faults';
import { expireDue, nextExpiry } from './expiry';
import { Ledger } from './ledger';
import { referralRoutes } from './referral-routes';
import type { SandboxPerson } from '../teams/world';
import { Roles } from './roles';
import { sampleRoutes } from './sample-routes';
import { SAMPLE_HELP } from './sample-shapes';
import { microsoftsRecord } from './sibling-record';
import { Webhooks } from './webhooks';
import { makeSample, type Overrides, type SampleKind } from './samples';

export interface PartnerCenterSandboxOptions {
  readonly clock: Clock;
  readonly records: Records;
  /** `…/sandbox/partner-center`: what stands before `/v1.0`. */
  readonly baseUrl: () => string;
  readonly faults: Pick<Faults, 'take' | 'stands'>;
}

export interface PartnerCenterSandbox {
  readonly routes: Route[];
  /** Takes up what the records kept. Before the first request. */
  load(): Promise<void>;
  all(): Resource[];
  /** A new referral in Partner Center. Throws when the overrides make it none, or its id is there already. */
  sample(kind: SampleKind, overrides?: Overrides): Promise<Resource>;
  /** One of its people has signed in to it. */
  signedIn(person: SandboxPerson): Promise<void>;
  readonly webhooks: Pick<Webhooks, 'registered' | 'changed'>;
  /** What it will do next by itself, expire or send an event once more, ms of business time; undefined: none. */
  nextEvent(): number | undefined;
  /** Carries out what has become due. */
  runDue(): Promise<void>;
  /** Called after each change, with the referral's id and the bearer token of whoever made it. */
  onChange(listener: (id: string, by: string | undefined) => void): void;
}

/** Partner Center's Referrals API with its own records, for one partner (partner-rest documentation). */
export function createPartnerCenterSandbox(options: PartnerCenterSandboxOptions): PartnerCenterSandbox {
  const { clock, records, baseUrl, faults } = options;
  const ledger = new Ledger(clock, records);
  const roles = new Roles(records);
  const webhooks = new Webhooks({ ledger, records, faults, baseUrl });
  const url = (): string => `${baseUrl()}/v1.0/engagements/referrals`;
  const sample = async (kind: SampleKind, overrides: Overrides = {}): Promise<Resource> => {
    const taken = new Set(ledger.all().map((resource) => resource.customerProfile.name));
    const made = await ledger.write(makeSample(kind, { now: clock.now(), taken, url: url(), overrides }));
    if (kind.startsWith('co-sell')) {
      const help = kind === 'co-sell-outbound' ? SAMPLE_HELP : undefined;
      await ledger.write(microsoftsRecord(made, help, url(), clock.now()));
    }
    return made;
  };
  return {
    routes: [
      ...referralRoutes({ ledger, roles, url, faults, real: clock.real }),
      ...sampleRoutes({ ledger, sample }),
      ...webhooks.routes(),
      ...roles.routes,
    ],
    webhooks,
    signedIn: (person) => roles.signedIn(person),
    load: async () => {
      await ledger.load();
      await webhooks.load();
      await roles.load();
    },
    all: () => ledger.all(),
    sample,
    nextEvent: () => {
      const times = [nextExpiry(ledger), webhooks.nextTry()].filter((time) => time !== undefined);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    runDue: async () => {
      await expireDue(ledger);
      await webhooks.tryDue();
    },
    onChange: (listener) => ledger.onChange(listener),
  };
}
