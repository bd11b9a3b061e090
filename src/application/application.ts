import type { FormAnswerInput } from '../domain/forms/answering';
import type { Wanted } from '../domain/person/favourites';
import type { Person } from '../domain/person/person';
import type { Resource } from '../domain/record/resource';
import { answerForm, readForm } from './operate/answer';
import { begin, beginOnDesk, type Press } from './operate/begin';
import { beginOnNamed } from './operate/named-desk';
import { cardMet, type CardMet } from './operate/card-met';
import { exportFor } from './bulk/export-rows';
import { importFile, mayImport, previewFile, type BulkFile } from './bulk/import-file';
import type { Sheet } from './bulk/sheet';
import { createBudget } from './budget/budget';
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher';
import { readOnce } from './living/read-once';
import { stepReferral } from './living/step-referral';
import { newsOf } from './sync/news';
import { diagnose, type DiagnosisWish } from './diagnose/diagnosis';
import { connections, type ConnectionWish } from './sync/connections';
import { passedOn } from './sync/listening';
import { exchangeOwn, ownSignIn, ownSignOut } from './sync/own-sign-in';
import { addressBehind, endBehind } from './sync/sign-in-link';
import { pollNow } from './sync/poll';
import { favourReferral } from './lists/favourites';
import { ofSameCustomer } from './lists/same-customer';
import { findReferral, referralUnder, type Wish } from './lists/find-referral';
import { listReferrals } from './lists/list-referrals';
import { viewOne } from './lists/one';
import { pastOf } from './lists/past';
import { boundDesk } from './desks/bound';
import { findSolutions } from './people/known-there';
import { keepDialogs, personUnreachable, seePerson } from './people/people';
import { toAskAbout } from './people/reached';
import { crowdComing } from './receive/crowd';
import { receiveReferral, receiveTogether } from './receive/receive-referral';
import { testReferral } from './receive/test-referral';
import { teamChanged, teamInstalled, type TeamChange } from './desks/teams';
import type { Conversation, RosterMember } from './ports/ports';
import type { RowKey } from './ports/store';
import type { DeskPlace } from '../domain/operations/operation';
import type { ListName } from './lists/list-table';
import type { SeenPerson } from './people/people';
import type { World } from './ports/world';

export interface Application {
  readonly useCases: UseCases;
  /** The same for one turn: what it reads more than once is read once. */
  readonly turn: () => UseCases;
  readonly dispatcher: Dispatcher;
  readonly world: World;
}

/** Puts the use cases and the dispatcher over one set of ports. `holder` names this process in leases. */
export function createApplication(ports: Omit<World, 'kick' | 'budget'>, holder: string): Application {
  const bound = { kick: (): void => undefined };
  const world: World = {
    ...ports,
    budget: createBudget(ports),
    kick: () => {
      bound.kick();
    },
  };
  const dispatcher = createDispatcher(world, holder);
  bound.kick = dispatcher.kick;
  const turn = (): UseCases => useCasesOf({ ...world, store: readOnce(world.store) });
  return { useCases: useCasesOf(world), turn, dispatcher, world };
}

/** All that the doors (Teams, HTTP, schedule, sandbox) may ask for, by what people want. Throws only faults. */
export type UseCases = ReturnType<typeof useCasesOf>;

function useCasesOf(world: World) {
  return {
    people: {
      /** Keeps what is known of a person current; writes only when something changed. Unparks what waited for them. */
      see: (seen: SeenPerson) => seePerson(world, seen),
      /** A turn has answered there with so many messages: they count, and wait for nothing. */
      answered: (to: Conversation, messages: number) => world.budget.sent(to, messages),
      unreachable: (person: string) => personUnreachable(world, person),
      /** Keeps the dialog stack of a personal chat: false when somebody else wrote it meanwhile (run the turn again). */
      keepDialogs: (person: Person, dialogs: unknown) => keepDialogs(world, person, dialogs),
      toAskAbout: (person: Person) => toAskAbout(world, person),
    },
    desks: {
      /** The desk of a channel, if it is bound. */
      of: (channel: string) => boundDesk(world.store, channel),
      /** The bot was added to (or put back into) a team: parked effects of its desks are tried again. */
      installed: (team: string, serviceUrl: string, by?: Person) =>
        teamInstalled(world, team, serviceUrl, by),
      /** What Teams says has happened to a team: names, who is in it, whether it can be reached. */
      changed: (change: TeamChange) => teamChanged(world, change),
    },
    operate: {
      /** Opens (or goes on with) an operation's form; one without a form is done. `of`: a referral's document id, or which kind of it is to be made. */
      begin: (operation: string, of: string, by: Person, press: Press) =>
        begin(world, operation, of, by, press),
      /** The same for a channel; `roster`: the people to choose from. */
      beginOnDesk: (operation: string, place: DeskPlace, roster: readonly RosterMember[], by: Person) =>
        beginOnDesk(world, operation, place, roster, by),
      /** The same from elsewhere: `words` name the desk. */
      beginOnNamed: (operation: string, words: string, by: Person) =>
        beginOnNamed(world, operation, words, by),
      answer: (draft: string, by: Person, input: FormAnswerInput) => answerForm(world, draft, by, input),
      /** The form as it stands, without an input. */
      read: (draft: string, by: Person) => readForm(world, draft, by),
      /** Somebody who may see it has opened its row in a channel's list. */
      opened: (referral: string) => stepReferral(world, referral, { kind: 'opened' }),
      /** A card of a referral was pressed: one that was posted twice is noticed by that. */
      met: (card: CardMet) => cardMet(world, card),
    },
    lists: listsOf(world),
    receive: {
      /** One resource from the intake; stored when this resolves. */
      intake: (resource: Resource) => receiveReferral(world, resource, 'intake'),
      /** So many come together: said before the first of them. */
      coming: (resources: Iterable<Resource>) => crowdComing(world, resources, 'intake'),
      /** A test at the desk of this channel, or, without one, at that whose name has these words. */
      test: (channel: string | undefined, words: string, by: Person) =>
        testReferral(world, channel, words, by),
      /** The same for each of some that came together. */
      together: () => receiveTogether(world),
    },
    bulk: bulkOf(world),
    sync: syncOf(world),
    /** What works and what does not, for an admin; after what is wished of it. */
    diagnose: (by: Person, wish?: DiagnosisWish) => diagnose(world, by, wish),
  };
}

const bulkOf = (world: World) => ({
  /** All that this person may see, as rows of a bulk file. */
  export: (by: Person) => exportFor(world, by),
  mayImport: (by: Person) => mayImport(world, by),
  /** What a bulk file would do; it waits until this person says so. */
  preview: (file: BulkFile, by: Person) => previewFile(world, file, by),
  /** Takes in the file that waits. `ticket`: the one that they have seen; `open`: reads what was kept of it. */
  import: (by: Person, ticket: string | undefined, open: (packed: string) => Sheet | undefined) =>
    importFile(world, by, ticket, open),
});

const syncOf = (world: World) => ({
  /** Partner Center may have news: poll now instead of at the next turn. */
  pollNow: () => pollNow(world),
  /** One record there may be new or have changed: it is read soon. */
  news: (referral: string) => newsOf(world, referral),
  /** How Partner Center's accounts stand, for an admin; after what is wished of them. */
  connections: (by: Person, wish?: ConnectionWish, words?: string) => connections(world, by, wish, words),
  /** Microsoft's page for who comes by a link; undefined: it holds no more. */
  signInAddress: (ticket: string) => addressBehind(world, ticket),
  endSignIn: (ticket: string, code: string) => endBehind(world, ticket, code),
  /** How this person stands with Partner Center themselves, with a link; undefined: only accounts sign in here. */
  own: (by: Person) => ownSignIn(world, by),
  ownSignOut: (by: Person) => ownSignOut(world, by),
  /** Signs this person in with what Teams has given of them. */
  exchange: (by: Person, given: string) => exchangeOwn(world, by, given),
  /** Where an event of this name goes on to: to whom the desk has taken the place of. */
  passedOn: (event: string) => passedOn(world, event),
});

const listsOf = (world: World) => ({
  /** All referrals of this one's customer that this person may see. */
  sameCustomer: (referral: string, by: Person) => ofSameCustomer(world, referral, by),
  /** The referral as this person sees it. */
  one: (referral: string, by: Person) => viewOne(world, referral, by),
  /** What happened to it, a page from this line backwards. */
  past: (referral: string, by: Person, from: number) => pastOf(world, referral, by, from),
  find: (words: string, by: Person, wish?: Wish) => findReferral(world, words, by, wish),
  /** The one under whose card in the channel this thread hangs. */
  under: (channel: string, thread: string, by: Person) => referralUnder(world, channel, thread, by),
  /** Solutions that fit words, of those that this person's desks know. */
  solutions: (words: string, by: Person) => findSolutions(world, words, by),
  favour: (referral: string, by: Person, wanted: Wanted, command: string) =>
    favourReferral(world, referral, by, wanted, command),
  page: (name: ListName, words: string, by: Person, after?: RowKey, from?: number) =>
    listReferrals(world, name, words, by, after, from),
});
