import { attended, type Attention } from '../../domain/living/attend';
import type { Account } from '../../domain/account/account';
import type { Desk } from '../../domain/desk/desk';
import type { DocumentKind } from '../../domain/documents';
import { isBringing, isTried, type Effect } from '../../domain/effects';
import type { Person } from '../../domain/person/person';
import { refTo } from '../../domain/person/person';
import { seen } from '../../domain/referral/face';
import { triedKey, type Referral } from '../../domain/referral/referral';
import { changeDocument } from '../living/change-document';
import { kickIfDue, stepReferral } from '../living/step-referral';
import type { DocumentRef } from '../ports/store';
import type { World } from '../ports/world';

/** The oldest of the effects of one lane that do not get done. */
export interface Trouble {
  /** Names it in a button; of letters, digits and `-` alone. */
  readonly ref: string;
  readonly lane: string;
  readonly effect: string;
  readonly document: DocumentKind;
  /** The customer or the channel that it is about, by name. */
  readonly about?: string;
  /** Business time in ms. */
  readonly owedAt: number;
  readonly tries: number;
  readonly problem: string;
  /** No more tries: somebody must say. */
  readonly dead: boolean;
  /** Whether another try can do any good: a change that was given up has gone back to its author. */
  readonly again: boolean;
  /** So many of this lane are like it, this one among them. */
  readonly count: number;
}

interface Found extends Trouble {
  readonly of: DocumentRef;
  readonly id: string;
}

const KINDS = ['referral', 'desk', 'person', 'account'] as const;
const MOST = 100;

/** Channel, person, Partner Center, …: whose it is does not matter here. */
const laneOf = ({ lane }: Effect): string => lane.replace(/:.*/su, '');

const nameOf = (kind: string, id: string, effect: string): string =>
  `${kind}-${id}-${effect}`.replaceAll(/[^\dA-Za-z]+/gu, '-').toLowerCase();

async function allFound({ store, accounts }: World): Promise<readonly Found[]> {
  const keys = ['dead', ...accounts.keys.map((account) => triedKey(account))];
  const lists = await Promise.all(
    KINDS.flatMap((kind) =>
      keys.map(async (key) => (await store.list(kind, { key }, MOST)).items.map((one) => ({ kind, one }))),
    ),
  );
  const documents = new Map(lists.flat().map(({ kind, one }) => [`${kind} ${one.id}`, { kind, one }]));
  return [...documents.values()].flatMap(({ kind, one }) =>
    (one.outbox as readonly Effect[])
      .filter((effect) => effect.dead ?? isTried(effect))
      .map((effect) => ({ ...foundOf({ kind, id: one.id }, effect), ...aboutOf(one) })),
  );
}

function aboutOf(one: Referral | Desk | Person | Account): Pick<Trouble, 'about'> {
  if (one.kind === 'referral') return { about: seen(one).customer.name };
  return one.kind === 'desk' ? { about: one.name } : {};
}

function foundOf(of: DocumentRef, effect: Effect): Found {
  const dead = effect.dead === true;
  return {
    ref: nameOf(of.kind, of.id, effect.id),
    lane: laneOf(effect),
    effect: effect.kind,
    document: of.kind,
    owedAt: effect.owedAt,
    tries: effect.tries,
    problem: effect.problem ?? '',
    dead,
    again: !dead || !isBringing(effect),
    count: 1,
    of,
    id: effect.id,
  };
}

/** One for each lane, the oldest, that which was given up first. */
export async function troubles(world: World): Promise<readonly Trouble[]> {
  const found = [...(await allFound(world))].sort((a, b) => a.owedAt - b.owedAt);
  const lanes = new Map<string, Trouble>();
  for (const { of: _, id: __, ...one } of found) {
    const key = `${one.lane} ${String(one.dead)}`;
    const oldest = lanes.get(key) ?? { ...one, count: 0 };
    lanes.set(key, { ...oldest, count: oldest.count + 1 });
  }
  return [...lanes.values()].sort((a, b) => Number(b.dead) - Number(a.dead) || a.owedAt - b.owedAt);
}

/** What an admin wants of one of them, as long as it is there. */
export async function attendTo(world: World, by: Person, wish: Attention, ref: string): Promise<void> {
  const found = (await allFound(world)).find((one) => one.ref === ref.toLowerCase());
  if (!found || (wish === 'again' && !found.again)) return;
  const { of, id: effect } = found;
  world.log.info({ by: by.id, wish, document: of.kind, effect: found.effect }, 'an admin saw to an effect');
  if (of.kind === 'referral') {
    await stepReferral(world, of.id, { kind: 'attended', effect, wish, by: refTo(by) });
    return;
  }
  const changed = await changeDocument(world.store, of.kind, of.id, (document) => ({
    document: attended(document, effect, wish, world.clock.now()),
    result: undefined,
  }));
  if (changed) kickIfDue(world, changed.document);
}
