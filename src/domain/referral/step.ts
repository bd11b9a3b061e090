import { DEAL_FIELDS } from '../deal/fields';
import { withLocalDays } from '../deal/value-kinds';
import { withConsentNames } from '../record/consents';
import { withProgram } from '../record/kind';
import { attend } from './attend';
import { arrived, DOUBLE_READER, made, REFERRAL_READER, tested, type NewDeal } from './born';
import { endTest } from './end-test';
import { cardInstead } from './few-imported';
import { faceOf, isOpen, runningClocks, seen } from './face';
import { clockRules } from './clock-rules';
import { nextRungAt } from './clocks';
import { buryDead, nextEffectAt, unpark } from '../living/outbox';
import { NEW_DOCUMENT } from '../living/document';
import { takenOn, takesOn } from './doubles';
import type { SweepInput } from '../effects';
import type { PersonRef } from '../person/person-ref';
import { referralDocumentId, type Referral } from './referral';
import type { Resource } from '../record/resource';
import { oweHistory } from './history';
import type { DoubleInput, Facts, Input, Stepped } from './inputs';
import { nextReleaseAt } from './intents';
import { goOnInviting } from './inviting';
import { gone, intake, observe } from './observe';
import { oweShowAll, wantListed, writesNow } from './parts';
import { isMadeOf, taken } from './making';
import { met } from './met';
import type { Origin } from './news';
import { heldThere } from './owned';
import { loudAgain, rulesFor } from './quiet';
import { nextAwaitedAt } from './own-right';
import { metElsewhere, routed } from './routed';
import { dropOldRefused } from './refused-edit';
import { dropReminders, nextReminderAt } from './reminders';
import { seenIn } from './seen-in';
import { askTruly } from './sign-in-asks';
import { settle } from './settle';
import { keepSibling } from './siblings';
import { testEndsAt } from './test-run';
import { writeAgain } from './unwritten';
import { climb, dropMoot, HEAL_EVERY_MS, isMoved, lacksCard, stand, tickAll, wake } from './wake';

/**
 * One step of a referral's life: pure. Returns the next document, with what it now owes the world in its outbox and with
 * `wakeAt` set, and the outcome that the caller must handle. Unchanged input gives back the very same document.
 */
export function step(referral: Referral, given: Input, facts: Facts): Stepped {
  const input = atTheDoor(given, facts);
  if (referral.own.doubleOf !== undefined && input.kind !== 'settled' && input.kind !== 'wake')
    return { referral, outcome: { kind: 'not-now', why: 'not-there' } };
  const woken = wakeFirst(referral, input, facts);
  const { referral: next, outcome } = stepped(woken, input, facts);
  if (next === referral) return { referral, outcome };
  return { referral: finish(referral, next, facts), outcome };
}

/** A referral that nobody knew. `truth`: see `Referral`; `home`: the account in whose name it is kept, whichever shows it. */
export function create(
  account: string,
  resource: Resource,
  from: Origin,
  facts: Facts,
  home: string = account,
): Referral {
  const born = arrived(account, asRead(resource, facts), from, facts);
  const kept = { ...born, id: referralDocumentId(home, resource.id) };
  return finish(kept, kept, facts);
}

/** A deal that somebody makes here. */
export function newReferral(account: string, deal: NewDeal, facts: Facts): Referral {
  const born = made(account, deal, facts);
  return finish(born, born, facts);
}

/** A test that somebody begins at a desk. */
export function newTest(resource: Resource, by: PersonRef, facts: Facts): Referral {
  const born = tested(resource, by, facts);
  return finish(born, born, facts);
}

/** A close date is a day at the desk: Partner Center has it as that day's midnight somewhere. Programmes as the settings tell them, consents under one name. */
const asRead = (resource: Resource, { desk, jointPlanning }: Facts): Resource =>
  withLocalDays(withProgram(withConsentNames(resource), jointPlanning), desk?.zone ?? 'UTC', DEAL_FIELDS);

function atTheDoor(input: Input, facts: Facts): Input {
  if ('resource' in input) return { ...input, resource: asRead(input.resource, facts) };
  if (input.kind !== 'settled' || !('resource' in input.settlement)) return input;
  const { settlement } = input;
  return { ...input, settlement: { ...settlement, resource: asRead(settlement.resource, facts) } };
}

/** What has come by the clock is worked off before a command or an observation, so that no rung is passed over. */
function wakeFirst(referral: Referral, input: Input, facts: Facts): Referral {
  const next = nextMoment(referral, facts);
  const due = input.kind !== 'settled' && next !== undefined && next <= facts.now;
  return due ? tickAll(wake(referral, facts), facts) : referral;
}

function stepped(referral: Referral, input: Input, facts: Facts): Stepped {
  const updated = (next: Referral): Stepped => ({
    referral: next,
    outcome: { kind: next === referral ? 'unchanged' : 'updated' },
  });
  switch (input.kind) {
    case 'operation':
      return input.does(referral, facts);
    case 'observed':
      return updated(observe(seenIn(referral, input.through), input.resource, facts));
    case 'intake':
      return intake(referral, input.resource, facts);
    case 'sibling':
      return updated(
        isMadeOf(referral, input.resource)
          ? taken(referral, input.resource, facts)
          : keepSibling(referral, input.resource, facts),
      );
    case 'held-there':
      return updated(heldThere(referral, input.by, facts));
    case 'gone':
      return updated(gone(referral, facts));
    case 'met-elsewhere':
      return updated(metElsewhere(referral, input, facts));
    case 'met':
      return updated(met(referral, input.place, input.activity, facts));
    case 'opened':
      return updated(wantListed(referral, facts));
    case 'attended':
      return updated(attend(referral, input, facts));
    case 'wake':
      return updated({ ...referral });
    case 'settled':
      return updated(settle(referral, input.effect, input.settlement, facts));
    default:
      return updated(swept(referral, input, facts));
  }
}

function swept(
  referral: Referral,
  input: SweepInput | Extract<Input, { kind: 'few-imported' | 'write-again' }> | DoubleInput,
  facts: Facts,
): Referral {
  switch (input.kind) {
    case 'few-imported':
      return cardInstead(referral, facts);
    case 'write-again':
      return writeAgain(referral, facts);
    case 'takes-on':
      return takesOn(referral, input.double, facts);
    case 'taken-on':
      return takenOn(referral, input, facts);
    case 'routed':
      // A test belongs to the channel that it was begun for.
      return referral.own.test ? referral : routed(referral, input.desk, facts);
    case 'rules-changed':
      // Who answers, language and zone stand on the card: a drawing that is the same is not sent.
      return oweShowAll(unpark(referral, facts.now), facts);
    case 'freed':
      return unpark(referral, facts.now, input.event);
    case 'answers-again':
      return writesNow(referral, facts);
  }
}

/** What every step ends with: cards owed where their face changed, ladders kept, nothing moot, the alarm clock set. */
function finish(before: Referral, next: Referral, facts: Facts): Referral {
  const invited = endTest(goOnInviting(next, facts), facts);
  const climbed = isMoved(invited, facts) ? tickAll(climb(invited, facts), facts) : invited;
  // A clock that begins to run now owes nothing for what lay before: the card says it.
  const stood = stand(climbed, facts, (clock) => climbed.clocks[clock]?.upTo ?? facts.now);
  const shown = loudAgain(faceOf(before) === faceOf(stood) ? stood : oweShowAll(stood, facts), facts);
  const asked = askTruly(dropMoot(dropReminders(dropOldRefused(shown, facts))), facts);
  const owing = oweHistory(asked, facts.now);
  const clean = withDailyLook(buryDead(owing), facts);
  const times = [nextMoment(clean, facts), nextEffectAt(clean.outbox)].filter((time) => time !== undefined);
  return {
    ...clean,
    schema: NEW_DOCUMENT.schema,
    minReader: stood.own.doubleOf === undefined ? REFERRAL_READER : DOUBLE_READER,
    wakeAt: times.length === 0 ? null : Math.min(...times),
  };
}

function withDailyLook(referral: Referral, facts: Facts): Referral {
  if (isOpen(referral) || lacksCard(referral))
    return { ...referral, healAt: referral.healAt ?? facts.now + HEAL_EVERY_MS };
  const { healAt: _, ...rest } = referral;
  return rest;
}

/** The next moment that the clocks, what is held or planned, or the daily look ask for; it may lie in the past. */
function nextMoment(referral: Referral, facts: Facts): number | undefined {
  const times = [
    nextReleaseAt(referral),
    referral.healAt,
    testEndsAt(referral),
    nextReminderAt(referral),
    nextAwaitedAt(referral),
    ...referral.planned.map(({ at }) => at),
    ...(isOpen(referral) ? clockMoments(referral, facts) : []),
  ].filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}

function clockMoments(referral: Referral, facts: Facts): (number | undefined)[] {
  const current = seen(referral);
  const rules = rulesFor(referral, clockRules(facts));
  const rungs = runningClocks(referral, current).map((clock) =>
    nextRungAt(clock, current, rules, referral.clocks[clock]?.upTo ?? referral.observedAt),
  );
  const alone = referral.truth === 'desk' && current.stage === 'received' ? current.expiresAt : undefined;
  return [...rungs, alone];
}
