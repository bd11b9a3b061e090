import type { DocumentKind, Documents } from './documents';
import { CLOCK_RULES, standingOf } from './referral/clocks';
import { withEntries } from './migrate-lists';
import type { ClockName } from './referral/clock-name';
import { seen } from './referral/face';
import type { AuditLine, Deed, Referral } from './referral/referral';

/** A document as any program of ours may have written it. */
type Stored = Readonly<Record<string, unknown>> & { readonly schema: number };

/**
 * A stored document in the shape that this program knows. Schema 2: a ring of command ids instead of ids in the audit;
 * messages name their audience; clocks are stored as they stand; reads meant for later are planned and not owed; an account's
 * next poll has a field of its own. Schema 3: the lists of a deal change by their entries (`migrate-lists.ts`). Pure; what is
 * stored changes with the next save.
 */
export function migrate<K extends DocumentKind>(kind: K, stored: Documents[K]): Documents[K] {
  const raw = stored as unknown as Stored;
  if (raw.schema >= 3) return stored;
  const second = raw.schema >= 2 ? stored : toSecond(kind, raw);
  return kind === 'referral' ? (withEntries(second as Documents['referral']) as Documents[K]) : second;
}

function toSecond<K extends DocumentKind>(kind: K, raw: Stored): Documents[K] {
  const base = { commands: [], ...raw, schema: 2, outbox: outboxOf(raw) };
  const next = kind === 'referral' ? referralOf(base) : kind === 'account' ? accountOf(base) : base;
  return next as unknown as Documents[K];
}

type Raw = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Raw[] => (Array.isArray(value) ? (value as Raw[]) : []);

/** A message that mentioned "responders" or named people is for an audience now; those said meanwhile keep who they name first. */
function outboxOf({ outbox }: Stored): readonly Raw[] {
  return list(outbox).map(({ mention, ...effect }) => {
    if (effect['kind'] !== 'say') return effect;
    const notice = effect['notice'] as Raw;
    const [named] = list(mention);
    const to = notice['kind'] === 'reminder' ? 'owner' : mention === 'responders' ? 'responders' : named;
    return { ...effect, ...(to ? { to } : {}) };
  });
}

/** Whether it was signed out was not kept: the next poll that ends well frees what may wait for that. */
function accountOf(raw: Raw): Raw {
  const poll = typeof raw['wakeAt'] === 'number' ? { pollAt: raw['wakeAt'] } : {};
  return { ...raw, ...poll, signedOut: true };
}

function referralOf({ ticks, ...raw }: Raw): Raw {
  const audit = list(raw['audit']) as unknown as readonly (AuditLine & { readonly command?: string })[];
  const reads = list(raw['outbox']).filter(isReadAhead);
  const referral = {
    ...raw,
    minReader: 2,
    outbox: list(raw['outbox'])
      .filter((effect) => !reads.includes(effect))
      .map(inReadLane),
    planned: reads.map(({ because, notBefore }) => ({ because, at: notBefore })),
    commands: audit.flatMap(({ command, what }) => (command ? [{ id: command, did: what }] : [])),
    audit: audit.map(({ command: _, ...line }) => line),
    own: ownOf(raw['own'] as Raw, audit),
    clocks: {},
  } as unknown as Referral;
  return { ...referral, clocks: clocksOf(referral, (ticks ?? {}) as Readonly<Record<string, Tick>>) };
}

/** Not tried yet and meant for later: that was how a read was planned. */
const isReadAhead = ({ kind, notBefore, owedAt, tries, parked, dead }: Raw): boolean =>
  kind === 'read' && !parked && !dead && tries === 0 && Number(notBefore) > Number(owedAt);

const inReadLane = (effect: Raw): Raw => (effect['kind'] === 'read' ? { ...effect, lane: 'read' } : effect);

function ownOf(own: Raw, audit: readonly AuditLine[]): Raw {
  const deed = (what: AuditLine['what']): Deed | undefined => {
    const line = audit.filter((one) => one.what === what).at(-1);
    return line && { at: line.at, ...(line.by ? { by: line.by } : {}) };
  };
  const [accepted, ended] = [own['owner'] ? deed('accepted') : undefined, deed('declined')];
  return { ...own, ...(accepted ? { accepted } : {}), ...(ended ? { ended } : {}) };
}

interface Tick {
  readonly deadline: number;
  readonly upTo: number;
}

/** A deadline that has moved since its ladder was worked off keeps the old one: the next step climbs what lies between. */
function clocksOf(referral: Referral, ticks: Readonly<Record<string, Tick>>): Referral['clocks'] {
  return Object.fromEntries(
    Object.entries(ticks).map(([clock, { deadline, upTo }]) => [
      clock,
      { ...standingOf(clock as ClockName, seen(referral), CLOCK_RULES, upTo), deadline },
    ]),
  );
}
