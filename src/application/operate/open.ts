import type { Desk } from '../../domain/desk/desk';
import type { Draft, DraftPlace } from '../../domain/draft/draft';
import { draftId } from '../../domain/draft/draft';
import { begin } from '../../domain/forms/engine';
import type { FormName } from '../../domain/forms/form';
import { isOpen, seen } from '../../domain/referral/face';
import { personId, refTo, type Person, type PersonRef } from '../../domain/person/person';
import type { Referral } from '../../domain/referral/referral';
import type { Outcome } from '../../domain/referral/inputs';
import { taken } from '../../domain/referral/commands';
import { doneBefore } from '../../domain/living/document';
import { changeDocument } from '../living/change-document';
import { deskFor, mayBind } from '../people/membership';
import type { RosterMember } from '../ports/ports';
import type { FormAnswer } from '../use-cases';
import { viewOf } from '../lists/views';
import type { World } from '../ports/world';
import { formFor, openFormOf, startOf, type Subject } from './shape';

/** A draft left for so long begins anew: what it opened with is no longer true. */
const STALE_MS = 7 * 86_400_000;
/** A choice of more people than this is no choice in a card. */
const MOST_PEOPLE = 200;

export async function openForm(
  world: World,
  form: Exclude<FormName, 'bind'>,
  of: string,
  by: Person,
): Promise<FormAnswer> {
  const referral = await world.store.get('referral', of);
  if (!referral) return { kind: 'not-found' };
  const desk = await deskFor(world, referral, by);
  if (!('zone' in desk)) return desk;
  const closed = notPossible(form, referral);
  if (closed) {
    const view = await viewOf(world, referral, { audience: 'person', person: by }, desk);
    return { kind: 'ended', outcome: closed, form, wrote: {}, view };
  }
  const draft = await beginDraft(world, form, of, by, { referral, desk });
  return openFormOf(world, draft, { referral, desk }, by);
}

export async function openBind(
  world: World,
  place: DraftPlace,
  roster: readonly RosterMember[],
  by: Person,
): Promise<FormAnswer> {
  const desk = await world.store.get('desk', place.channel);
  if (!(await mayBind(world, place, desk, by))) return { kind: 'admin-only' };
  const subject: Subject = { people: choicesOf(roster, place.tenant, by, desk), ...(desk ? { desk } : {}) };
  const draft = await beginDraft(world, 'bind', place.channel, by, subject, place);
  return openFormOf(world, draft, subject, by);
}

/** Why this form cannot be filled in for this referral now; undefined: it can. */
export function notPossible(form: FormName, referral: Referral): Outcome | undefined {
  const { stage, archivedAs, kind } = seen(referral);
  if (stage === 'archived') return archivedAs ? { kind: 'final', archivedAs } : { kind: 'not-now' };
  if (!isOpen(referral) || kind === 'other') return { kind: 'not-now' };
  return stage === 'accepted' && form !== 'called' ? taken(referral) : undefined;
}

/** Goes on with the person's own draft, else begins one; a new beginning has a new command id. */
async function beginDraft(
  world: World,
  form: FormName,
  of: string,
  by: Person,
  subject: Subject,
  place?: DraftPlace,
): Promise<Draft> {
  const now = world.clock.now();
  const fresh: Draft = {
    ...begin({
      form: formFor(form, subject),
      of,
      by: refTo(by),
      command: world.newId(),
      initial: startOf(world, form, subject, by),
      now,
    }),
    ...(place ? { place } : {}),
  };
  for (;;) {
    const changed = await changeDocument(world.store, 'draft', draftId(by.id, form, of), (draft) => {
      const goesOn = draft.state === 'open' && now - draft.touchedAt < STALE_MS && !isUsed(draft, subject);
      const next = goesOn ? { ...draft, touchedAt: now } : { ...fresh, version: draft.version };
      return { document: next, result: undefined };
    });
    if (changed) return changed.document;
    if (await world.store.insert('draft', fresh)) return { ...fresh, version: 1 };
  }
}

/** Its command was given, and the program ended before the draft was closed. */
const isUsed = (draft: Draft, { referral }: Subject): boolean =>
  referral !== undefined && doneBefore(referral, draft.command) !== undefined;

/** The roster as people to choose from, by name; those already chosen stay. */
export function choicesOf(
  roster: readonly RosterMember[],
  tenant: string,
  by: Person,
  desk?: Desk,
): readonly PersonRef[] {
  const members = roster
    .filter((member) => member.aadObjectId !== undefined && (member.tenant ?? tenant) === tenant)
    .map((member) => ({ id: personId(tenant, member.aadObjectId ?? ''), name: member.name }));
  const chosen = [...(desk?.answers ?? []), ...(desk?.managers ?? []), refTo(by)];
  const all = new Map([...members.slice(0, MOST_PEOPLE), ...chosen].map((person) => [person.id, person]));
  return [...all.values()].sort((one, other) => one.name.localeCompare(other.name));
}
