import { isOpen, seen } from './face';
import type { Current } from '../record/current';
import type { Place, Referral } from './referral';
import type { Command, Facts, Outcome } from './inputs';
import { intend } from './intents';
import { doneBefore, remember } from '../living/document';
import { audit, oweShow, personPlace, say } from './parts';

export interface Stepped {
  readonly referral: Referral;
  readonly outcome: Outcome;
}

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

const DONE = { accept: 'accepted', decline: 'declined', called: 'called', contact: 'contacting' } as const;

/** Within this time a second press of Contact by the same person is not said again. */
const CONTACTING_SAID_MS = 3_600_000;

export function runCommand(referral: Referral, command: Command, facts: Facts): Stepped {
  const before = doneBefore(referral, command.id);
  if (before) return { referral, outcome: { kind: DONE[command.kind] } };
  const current = seen(referral);
  if (current.stage === 'archived') {
    return {
      referral,
      outcome: current.archivedAs ? { kind: 'final', archivedAs: current.archivedAs } : { kind: 'not-now' },
    };
  }
  if (!isOpen(referral) || current.kind === 'other') return { referral, outcome: { kind: 'not-now' } };
  switch (command.kind) {
    case 'accept':
      return accept(referral, current, command, facts);
    case 'decline':
      return decline(referral, current, command, facts);
    case 'called':
      return called(referral, command, facts);
    case 'contact':
      return current.stage === 'received'
        ? contact(referral, command, facts)
        : { referral, outcome: { kind: 'not-now' } };
  }
}

function accept(referral: Referral, current: Current, command: Of<'accept'>, facts: Facts): Stepped {
  if (current.stage === 'accepted') return { referral, outcome: taken(referral) };
  const change = {
    stage: 'accepted' as const,
    ...command.deal,
    ...(command.colleague ? { colleague: command.colleague } : {}),
  };
  const place: Place = { key: personPlace(command.by.id) };
  const places = referral.own.places.filter((one) => one.key !== place.key);
  const standing = referral.own.places.find((one) => one.key === place.key) ?? place;
  const owned: Referral = {
    ...referral,
    own: {
      ...referral.own,
      owner: command.by,
      accepted: { at: facts.now, by: command.by },
      places: [...places, standing],
      ...(current.request === undefined ? {} : { asked: current.request }),
    },
  };
  const next = audit(intend(owned, { ...command, change }, facts), 'accepted', facts, command.by);
  return done(oweShow(next, place.key, facts), command, 'accepted');
}

function decline(referral: Referral, current: Current, command: Of<'decline'>, facts: Facts): Stepped {
  if (current.stage === 'accepted') return { referral, outcome: taken(referral) };
  const change = {
    stage: 'archived' as const,
    archivedAs: 'declined' as const,
    reason: command.reason,
    ...(command.notes ? { notes: command.notes } : {}),
  };
  const ended = { ...referral, own: { ...referral.own, ended: { at: facts.now, by: command.by } } };
  const next = intend(ended, { ...command, change }, facts);
  return done(audit(next, 'declined', facts, command.by), command, 'declined');
}

function called(referral: Referral, command: Of<'called'>, facts: Facts): Stepped {
  const { by, result } = command;
  const own = { ...referral.own, called: { at: facts.now, by, result } };
  const said = say({ ...referral, own }, { kind: 'called', by, result }, facts);
  return done(audit(said, 'called', facts, by), command, 'called');
}

function contact(referral: Referral, command: Of<'contact'>, facts: Facts): Stepped {
  const { by } = command;
  const last = referral.own.contacting;
  const own = { ...referral.own, contacting: { at: facts.now, by } };
  const saidAlready = last?.by.id === by.id && facts.now - last.at < CONTACTING_SAID_MS;
  if (saidAlready) return { referral, outcome: { kind: 'contacting' } };
  const said = say({ ...referral, own }, { kind: 'contacting', by }, facts);
  return done(audit(said, 'contacting', facts, by), command, 'contacting');
}

const done = (referral: Referral, { id }: Command, kind: (typeof DONE)[Command['kind']]): Stepped => ({
  referral: remember(referral, id, kind),
  outcome: { kind },
});

export function taken({ own: { owner, accepted } }: Referral): Outcome {
  return { kind: 'taken', ...(owner ? { by: owner } : {}), ...(accepted ? { at: accepted.at } : {}) };
}
