import { answerForm, readForm } from './operate/answer';
import { openBind, openForm } from './operate/open';
import { contacts } from './operate/contacts';
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher';
import { pollNow } from './sync/poll';
import { findReferral, listReferrals } from './lists/list-referrals';
import { deskFor } from './people/membership';
import { keepDialogs, personUnreachable, seePerson } from './people/people';
import { receiveReferral } from './receive/receive-referral';
import { teamInstalled, teamRemoved } from './desks/teams';
import type { UseCases } from './use-cases';
import { viewOf } from './lists/views';
import type { World } from './ports/world';

export interface Application {
  readonly useCases: UseCases;
  readonly dispatcher: Dispatcher;
  readonly world: World;
}

/** Puts the use cases and the dispatcher over one set of ports. `holder` names this process in leases. */
export function createApplication(ports: Omit<World, 'kick'>, holder: string): Application {
  const bound = { kick: (): void => undefined };
  const world: World = {
    ...ports,
    kick: () => {
      bound.kick();
    },
  };
  const dispatcher = createDispatcher(world, holder);
  bound.kick = dispatcher.kick;
  return { useCases: useCasesOf(world), dispatcher, world };
}

function useCasesOf(world: World): UseCases {
  return {
    seePerson: (seen) => seePerson(world, seen),
    personUnreachable: (person) => personUnreachable(world, person),
    teamInstalled: (team, serviceUrl, by) => teamInstalled(world, team, serviceUrl, by),
    teamRemoved: (team) => teamRemoved(world, team),
    desk: (channel) => world.store.get('desk', channel),
    openForm: (form, of, by) => openForm(world, form, of, by),
    openBind: (place, roster, by) => openBind(world, place, roster, by),
    answerForm: (draft, by, input) => answerForm(world, draft, by, input),
    readForm: (draft, by) => readForm(world, draft, by),
    keepDialogs: (person, dialogs) => keepDialogs(world, person, dialogs),
    contacts: (referral, by, command) => contacts(world, referral, by, command),
    view: async (id, by) => {
      const referral = await world.store.get('referral', id);
      if (!referral) return { kind: 'not-found' };
      const desk = await deskFor(world, referral, by);
      if (!('zone' in desk)) return desk;
      return { kind: 'one', view: await viewOf(world, referral, { audience: 'person', person: by }, desk) };
    },
    find: (words, by, stage) => findReferral(world, words, by, stage),
    list: (name, words, by, after, from) => listReferrals(world, name, words, by, after, from),
    receiveReferral: (resource) => receiveReferral(world, resource, 'intake'),
    pollNow: () => pollNow(world),
  };
}
