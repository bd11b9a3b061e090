/**
 * What a tenant's webhook registration says. There is one a tenant: one address and one list of events
 * (partner-center-webhooks page); whoever registers another takes its place.
 */
export interface Registered {
  readonly url: string;
  readonly events: readonly string[];
}

/** What an admin has said of another system that is told of changes: both are told, the desk alone, or that system alone. */
export type Sharing = 'share' | 'replace' | 'leave';
export const SHARINGS: readonly Sharing[] = ['share', 'replace', 'leave'];

/** Whether Partner Center tells the desk of changes; where it does not, the poll finds them. */
export interface Listening {
  /** `theirs`: another system stands there; `refused`: the account may not register. */
  readonly state: 'ours' | 'theirs' | 'refused';
  /** The other system's registration, as it was before the desk's. */
  readonly theirs?: Registered;
  /** The desk stood there: who is found there since has taken its place. */
  readonly stood?: true;
  /** The address that the desk stood there with: found again after the desk has moved, it is no other system's. */
  readonly at?: string;
  /** Said by an admin; absent: nobody has been asked. */
  readonly sharing?: Sharing;
  /** Why it was refused, in plain words. */
  readonly problem?: string;
}

/** What to do about a registration that was found, and what is known then. */
export type Wanted =
  | { readonly kind: 'keep'; readonly listening: Listening }
  | { readonly kind: 'write'; readonly registration: Registered; readonly listening: Listening };

/** The desk reads what the tenant's own deals and Microsoft's sides of them say; the test is for diagnosis. */
const OUR_EVENTS: readonly string[] = [
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
  'test-created',
];

const oursAt = (at: string) => ({ state: 'ours', stood: true, at }) as const;

const union = (...lists: (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];

/**
 * `url`: the desk's own address. Another system's registration stays as it is, unless an admin has said otherwise or it
 * has taken the desk's place: then the desk stands there, for all events of both, and passes on what is theirs.
 */
export function wanted(found: Registered | undefined, url: string, known: Listening | undefined): Wanted {
  if (!found) return first(url, known);
  if (found.url === url || found.url === known?.at) return ours(found, url, known);
  const sharing = known?.sharing ?? (known?.stood ? 'share' : undefined);
  const theirs: Listening = { ...(sharing && { sharing }), state: 'theirs', theirs: found };
  if (sharing === undefined || sharing === 'leave') return { kind: 'keep', listening: theirs };
  return write({ url, events: union(found.events, OUR_EVENTS) }, { ...theirs, ...oursAt(url) });
}

/** Nobody stands there. Whom the desk passes on to is told as before; who was left alone there has gone, and is not brought back. */
function first(url: string, known: Listening | undefined): Wanted {
  if (known?.sharing === 'leave') return write({ url, events: OUR_EVENTS }, oursAt(url));
  const theirs = known?.sharing === 'replace' ? [] : (known?.theirs?.events ?? []);
  return write({ url, events: union(theirs, OUR_EVENTS) }, { ...known, ...oursAt(url) });
}

function ours(found: Registered, url: string, known: Listening | undefined): Wanted {
  const { problem: _, ...listening } = { ...known, ...oursAt(url) };
  // An admin has said that the other system shall stand there alone.
  if (known?.sharing === 'leave' && known.theirs)
    return { kind: 'write', registration: known.theirs, listening: { ...listening, state: 'theirs' } };
  const events = union(found.events, OUR_EVENTS);
  return found.url === url && events.length === found.events.length
    ? { kind: 'keep', listening }
    : { kind: 'write', registration: { url, events }, listening };
}

const write = (registration: Registered, { problem: _, ...listening }: Listening): Wanted => ({
  kind: 'write',
  registration,
  listening,
});

/** Where an event of this name goes, too: to the system that would have it if the desk did not stand in its place. */
export const passedOnTo = (listening: Listening | undefined, event: string): string | undefined =>
  listening?.state === 'ours' && listening.sharing !== 'replace' && listening.theirs?.events.includes(event)
    ? listening.theirs.url
    : undefined;
