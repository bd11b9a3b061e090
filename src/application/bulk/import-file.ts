import { draftId, type Draft } from '../../domain/draft/draft';
import { NEW_DOCUMENT } from '../../domain/living/document';
import { refTo, type Person } from '../../domain/person/person';
import { changeDocument } from '../living/change-document';
import { maySetUp } from '../operate/named-desk';
import { adminOnly } from '../people/admin-only';
import type { Refusal } from '../people/refusal';
import type { World } from '../ports/world';
import { deskForNew } from '../receive/routing';
import { checkSheet, type CheckedSheet } from './check-sheet';
import type { BulkCounts, FileProblem, RowProblem, Sheet } from './sheet';
import { takeSheet } from './take-sheet';

/** A file as somebody sends it. `packed`: the whole of it, to be read again when they say so. */
export interface BulkFile extends Sheet {
  readonly name: string;
  readonly packed: string;
}

/** What a file would do; `ticket` stands for it. */
export interface BulkPreview {
  readonly kind: 'bulk-preview';
  readonly name: string;
  readonly counts: BulkCounts;
  readonly unknown: readonly string[];
  readonly ticket: string;
}

/** Nothing of a file is taken in, because of these rows (the first of them; `total`: how many). */
export interface BulkWrong {
  readonly kind: 'bulk-wrong';
  readonly problems: readonly RowProblem[];
  readonly total: number;
  readonly unknown: readonly string[];
}

/** `before`: it had been taken in already. */
export interface BulkTaken {
  readonly kind: 'bulk-taken';
  readonly counts: BulkCounts;
  readonly before: boolean;
}

/** `too-large`: it cannot be kept until somebody presses Import. `none`: nothing waits; `another`: a newer file does; `unreadable`: it was kept and is no file any more. */
export interface BulkNot {
  readonly kind: 'bulk-not';
  readonly problem: FileProblem | { readonly why: 'too-large' | 'none' | 'another' | 'unreadable' };
}

export type BulkAnswer = BulkPreview | BulkWrong | BulkTaken | BulkNot;

/** A document stays under 256 KB. */
const MOST_PACKED = 200_000;
const MOST_PROBLEMS = 20;

/** One at a time for each person: a newer file takes the place of one that waits. */
const waitingId = ({ id }: Person): string => draftId(id, 'import', 'file');

/** Who takes referrals in by a file: who may set up the desk that they come to. */
export async function mayImport(world: World, by: Person): Promise<Refusal | undefined> {
  const desk = await deskForNew(world, [world.accounts.keys[0]]);
  if (!desk) return { kind: 'no-desk' };
  return (await maySetUp(world, desk, by)) ? undefined : adminOnly(world, desk);
}

/** Checks all rows and keeps the file until `importFile`; nothing is taken in. */
export async function previewFile(
  world: World,
  file: BulkFile,
  by: Person,
): Promise<BulkPreview | BulkWrong | BulkNot | Refusal> {
  const refusal = await mayImport(world, by);
  if (refusal) return refusal;
  const checked = await checkSheet(world, file);
  if (checked.kind !== 'sound') return notSound(checked);
  if (file.packed.length > MOST_PACKED) return { kind: 'bulk-not', problem: { why: 'too-large' } };
  const draft = waiting(world, file, by);
  await put(world, draft);
  const { counts, unknown } = checked;
  return { kind: 'bulk-preview', name: file.name, counts, unknown, ticket: draft.command };
}

/** What is said of a file that is not taken in. */
export function notSound(checked: Exclude<CheckedSheet, { kind: 'sound' }>): BulkWrong | BulkNot {
  if (checked.kind === 'no-file') return { kind: 'bulk-not', problem: checked.problem };
  const { problems, unknown } = checked;
  return { kind: 'bulk-wrong', problems: problems.slice(0, MOST_PROBLEMS), total: problems.length, unknown };
}

function waiting(world: World, { name, packed }: BulkFile, by: Person): Draft {
  const now = world.clock.now();
  return {
    ...NEW_DOCUMENT,
    kind: 'draft',
    id: waitingId(by),
    ...{ form: 'import', of: 'file', by: refTo(by), command: world.newId(), state: 'open' },
    ...{ openedAt: now, touchedAt: now, initial: {}, answers: { name, packed }, seen: [] },
  };
}

async function put({ store }: World, draft: Draft): Promise<void> {
  for (;;) {
    const changed = await changeDocument(store, 'draft', draft.id, ({ version }) => ({
      document: { ...draft, version },
      result: undefined,
    }));
    if (changed ?? (await store.insert('draft', draft))) return;
  }
}

/**
 * Takes in the file that waits for this person. `ticket`: the one that they have seen; without: the newest. `open`: reads what was
 * kept of it. All rows are checked again before the first is taken; what was stopped in the middle goes on when it is said again.
 */
export async function importFile(
  world: World,
  by: Person,
  ticket: string | undefined,
  open: (packed: string) => Sheet | undefined,
): Promise<BulkAnswer | Refusal> {
  const refusal = await mayImport(world, by);
  if (refusal) return refusal;
  const draft = await world.store.get('draft', waitingId(by));
  if (!draft) return { kind: 'bulk-not', problem: { why: 'none' } };
  if (ticket !== undefined && ticket !== draft.command)
    return { kind: 'bulk-not', problem: { why: 'another' } };
  const before = takenBefore(draft);
  if (before) return before;
  const sheet = open(draft.answers['packed'] ?? '');
  if (!sheet) return { kind: 'bulk-not', problem: { why: 'unreadable' } };
  const checked = await checkSheet(world, sheet);
  if (checked.kind !== 'sound') return notSound(checked);
  const counts = await takeSheet(world, checked.rows);
  const answers = { counts: JSON.stringify(counts) };
  const ended = await changeDocument(world.store, 'draft', draft.id, (now) => {
    const isIt = now.command === draft.command;
    const taken = isIt ? takenBefore(now) : undefined;
    // Of two at once the one tells of it that has taken it in.
    const told = taken && done(taken.counts) >= done(counts) ? taken : undefined;
    return { document: isIt && !told ? { ...now, state: 'done', answers } : now, result: told };
  });
  return ended?.result ?? { kind: 'bulk-taken', counts, before: false };
}

const done = ({ created, updated }: BulkCounts): number => created + updated;

function takenBefore({ state, answers }: Draft): BulkTaken | undefined {
  return state === 'done' && answers['counts'] !== undefined
    ? { kind: 'bulk-taken', counts: JSON.parse(answers['counts']) as BulkCounts, before: true }
    : undefined;
}
