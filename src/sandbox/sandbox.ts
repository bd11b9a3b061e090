import { X509Certificate } from 'node:crypto';
import { SANDBOX_ROOT } from './partner-center/certificate';
import type { Route } from '../adapters/http/route';
import type { Records, Store } from '../application/ports/store';
import { createClockRoutes, createSandboxClock, type SandboxClock } from './clock';
import { galleryRoutes, type GalleryOptions } from './cards/gallery-routes';
import { createFaults } from './faults';
import { pageRoutes } from './page';
import { isOfProgram } from './partner-center/roles';
import { signInRoutes } from './sign-in-page';
import {
  createPartnerCenterSandbox,
  type PartnerCenterSandbox,
} from './partner-center/partner-center-sandbox';
import type { SandboxPerson } from './teams/world';
import { createTeamsSandbox, type TeamsSandbox } from './teams/teams-sandbox';

/** What the sandbox asks of the program that it plays the outside for. */
export interface SandboxHost {
  readonly store: Pick<Store, 'nextWake'>;
  /** Works off what is due; resolves with how many documents were worked on. */
  runDue(): Promise<number>;
  /** Partner Center has news. */
  pollNow(): Promise<void>;
}

export interface SandboxOptions extends GalleryOptions {
  readonly records: Records;
  readonly real: () => number;
  /** ms UTC of a new database's first moment. */
  readonly start?: number;
  /** Off: Teams is played by another client on loopback. */
  readonly teams: boolean;
  /** The program's own address, once it listens. */
  readonly url: () => string;
}

export interface SandboxSigning {
  readonly hosts: () => readonly string[];
  readonly moreRoots: readonly X509Certificate[];
  readonly http: true;
}

export interface Sandbox {
  readonly clock: SandboxClock;
  readonly teams?: TeamsSandbox;
  readonly partnerCenterUrl: () => string;
  /** One of its people has signed in to its Partner Center. */
  signedIn(person: SandboxPerson): Promise<void>;
  /** How its Partner Center's events are known: by a certificate of its own, at this very address. */
  readonly signing: SandboxSigning;
  /** The service URL of the sandbox's Teams. */
  readonly teamsUrl: () => string;
  readonly routes: readonly Route[];
  /** Takes up what the records kept. Before anything asks for the time. */
  load(): Promise<void>;
  /** From now on the host is kicked by what happens here. */
  attach(host: SandboxHost): void;
  /** Makes a sample referral in Partner Center if it has none yet. */
  firstSample(): Promise<void>;
}

/** Teams, Partner Center and time for one machine: for trying out, for scripts and for tests. Loopback only. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { records, url, real, start } = options;
  const teamsUrl = (): string => `${url()}/sandbox/teams`;
  const partnerCenterUrl = (): string => `${url()}/sandbox/partner-center`;
  const clock = createSandboxClock({ real, records, ...(start === undefined ? {} : { start }) });
  const faults = createFaults();
  const partnerCenter = createPartnerCenterSandbox({ clock, records, baseUrl: partnerCenterUrl, faults });
  const messagesUrl = (): string => `${url()}/api/messages`;
  const teams = options.teams
    ? createTeamsSandbox({ clock, records, serviceUrl: teamsUrl, messagesUrl, faults })
    : undefined;
  const bound: Bound = {};
  const { webhooks } = partnerCenter;
  partnerCenter.onChange((id, by) => {
    teams?.changed('partner-center');
    if (webhooks.registered()) {
      bound.news = Promise.all([bound.news, webhooks.changed(id)]).then(() => undefined);
      return;
    }
    // As in Partner Center, what the program wrote itself is no news to it: it reads that after a while to confirm it.
    if (!isOfProgram(by)) bound.news = bound.host?.pollNow().catch(() => undefined);
  });
  return {
    clock,
    ...(teams ? { teams } : {}),
    partnerCenterUrl,
    signedIn: (person) => partnerCenter.signedIn(person),
    signing: {
      hosts: () => [new URL(url()).host],
      moreRoots: [new X509Certificate(SANDBOX_ROOT)],
      http: true,
    },
    teamsUrl,
    routes: [
      ...(teams ? [...teams.routes, ...pageRoutes(), ...galleryRoutes(options)] : []),
      ...partnerCenter.routes,
      ...signInRoutes(),
      ...faults.routes,
      ...timeRoutes(clock, partnerCenter, teams, bound),
    ],
    load: async () => {
      await clock.load();
      await partnerCenter.load();
      await teams?.start();
    },
    attach: (host) => {
      bound.host = host;
    },
    firstSample: async () => {
      if (partnerCenter.all().length > 0) return;
      await partnerCenter.sample('customer-inquiry', { details: { customerRequestedContact: true } });
    },
  };
}

/** The program, once it is there, and its last poll for Partner Center's news. */
interface Bound {
  host?: SandboxHost;
  news?: Promise<void> | undefined;
}

/** Time moves through everything that is due: the program's wakes, and what Partner Center does by itself. */
function timeRoutes(
  clock: SandboxClock,
  partnerCenter: PartnerCenterSandbox,
  teams: TeamsSandbox | undefined,
  bound: Bound,
): Route[] {
  return createClockRoutes({
    clock,
    runDue: async () => {
      await partnerCenter.runDue();
      await bound.news;
      return (await bound.host?.runDue()) ?? 0;
    },
    moved: () => teams?.changed('clock'),
    nextDue: async (upTo) => {
      // Idle polls are no events: what Partner Center changes is told at once.
      const times = [await bound.host?.store.nextWake(['account']), partnerCenter.nextEvent()];
      const due = times.filter((time) => time !== undefined).filter((time) => time <= upTo);
      return due.length === 0 ? undefined : Math.min(...due);
    },
  });
}
