import { passedOnTo, wanted, type Listening, type Registered } from '../../domain/account/listening';
import type { Account } from '../../domain/account/account';
import { stepAccount } from '../living/step-others';
import type { EventRegistration, PartnerCenterAnswer } from '../ports/ports';
import type { World } from '../ports/world';
import { connected } from './poll';

const HOUR_MS = 3_600_000;
/** It could not be asked. */
const SOON_MS = 15 * 60_000;

/**
 * Looks after the tenant's one webhook registration: ours if there is none, or ours again where it was overwritten; another
 * system's stays until an admin says otherwise. The poll goes on whatever comes of it.
 */
export async function listen(world: World, { id, listening: known, signedOut }: Account): Promise<void> {
  const registration = world.accounts.eventsOf?.(id);
  const url = registration?.url();
  const next = (wait: number): number => world.clock.now() + wait;
  if (!registration || url === undefined) {
    await stepAccount(world, id, { kind: 'listened' });
    return;
  }
  // A sign-in brings it back at once.
  const outcome: Outcome =
    signedOut === undefined ? await lookAfter(registration, url, known) : { kind: 'later', afterMs: HOUR_MS };
  await stepAccount(
    world,
    id,
    outcome.kind === 'later'
      ? { kind: 'listened', next: next(outcome.afterMs) }
      : { kind: 'listened', listening: outcome.listening, next: next(HOUR_MS) },
  );
}

type Outcome =
  | { readonly kind: 'known'; readonly listening: Listening }
  | { readonly kind: 'later'; readonly afterMs: number };

async function lookAfter(
  registration: EventRegistration,
  url: string,
  known: Listening | undefined,
): Promise<Outcome> {
  const found = await registration.read();
  if (found.kind !== 'ok') return unless(found, known);
  const want = wanted(found.value, url, known);
  if (want.kind === 'keep') return { kind: 'known', listening: want.listening };
  const written = await registration.write(want.registration, found.value !== undefined);
  return written.kind === 'ok' ? { kind: 'known', listening: want.listening } : unless(written, known);
}

/** Refused for good, as far as a person in Partner Center does not change it; or not now. */
function unless(
  answer: Exclude<PartnerCenterAnswer<Registered | undefined>, { kind: 'ok' }>,
  known: Listening | undefined,
): Outcome {
  switch (answer.kind) {
    case 'refused':
    case 'signed-out':
      return { kind: 'known', listening: { ...known, state: 'refused', problem: answer.problem } };
    case 'retry':
      return { kind: 'later', afterMs: Math.max(SOON_MS, answer.afterMs ?? 0) };
    default:
      return { kind: 'later', afterMs: SOON_MS };
  }
}

/** The addresses of the systems that an event of this name is for, too. Which account it came of is not said. */
export async function passedOn(world: World, event: string): Promise<readonly string[]> {
  const accounts = await Promise.all(connected(world).map((id) => world.store.get('account', id)));
  return [...new Set(accounts.flatMap((account) => passedOnTo(account?.listening, event) ?? []))];
}
