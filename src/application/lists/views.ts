import type { ClockName } from '../../domain/referral/clock-name';
import { isCoSell } from '../../domain/record/kind';
import type { Current } from '../../domain/record/current';
import { present, type Desk } from '../../domain/desk/desk';
import { isOffered } from '../../domain/operations/possible';
import { seen, waitingWrite } from '../../domain/referral/face';
import { CHANNEL } from '../../domain/referral/parts';
import { linesHere } from '../../domain/referral/history';
import { quietOf } from '../../domain/referral/quiet';
import { registrationPoints } from '../../domain/referral/registrable';
import { accountsOf } from '../../domain/referral/seen-in';
import { awaitedAuthor } from '../../domain/referral/awaited-author';
import { microsoftsAnswer } from '../../domain/referral/siblings';
import { isFavourite } from '../../domain/person/favourites';
import type { Person, PersonRef } from '../../domain/person/person';
import type { PastLine, Referral } from '../../domain/referral/referral';
import { factsAt } from '../living/step-referral';
import { boundDesk } from '../desks/bound';
import { peopleOf } from '../people/audience';
import type { HistoryLine, ReferralView } from '../ports/messages';
import { accountName } from '../sync/account-names';
import type { World } from '../ports/world';
import { knownAsOf } from './as-of';

const HISTORY_SHOWN = 20;

/** Who reads: the channel in the desk's language and zone, or one person in theirs. */
export type Reader =
  | { readonly audience: 'channel' }
  | { readonly audience: 'person'; readonly person: Person };

export async function viewOf(
  world: World,
  referral: Referral,
  reader: Reader,
  desk?: Desk,
): Promise<ReferralView> {
  const of = desk ?? (await boundDesk(world.store, referral.own.desk));
  const current = seen(referral);
  const pending = referral.intents.at(-1);
  const microsoft = microsoftsAnswer(referral);
  const quiet = quietOf(referral);
  const { owner, contacting, called, goneAt, notes, test } = referral.own;
  return {
    id: referral.id,
    referralId: referral.referralId,
    audience: reader.audience,
    current,
    connected: referral.truth !== 'desk',
    offers: offersOf(world, referral, current, of),
    ...registrationOf(world, referral, current, of),
    ...(microsoft ? { microsoft } : {}),
    ...(quiet ? { quiet } : {}),
    asOf: await knownAsOf(world, referral),
    clocks: clocksOf(referral),
    responders: isMeant(current) ? await peopleOf(world, meantFor(referral, of)) : [],
    history: linesHere(referral).slice(0, HISTORY_SHOWN).map(lineOf).reverse(),
    webUrl: recordLink(world, referral, current),
    now: world.clock.now(),
    ...readingOf(world, reader, of),
    ...(world.accounts.keys.length > 1 ? { accountName: accountName(world, referral.account) } : {}),
    ...(of ? whereIs(referral, of) : {}),
    ...crmLink(world, current),
    ...(pending ? { pending } : {}),
    ...(referral.making ? { making: referral.making } : {}),
    ...waitOf(referral),
    ...(owner ? { owner } : {}),
    ...endOf(referral, current),
    ...(contacting ? { contacting } : {}),
    ...(called ? { called } : {}),
    ...(notes ? { notes } : {}),
    ...ofReader(referral, reader),
    ...(goneAt === undefined ? {} : { goneAt }),
    ...(test ? { test } : {}),
  };
}

/** What keeps a change of it from Partner Center. */
function waitOf(referral: Referral): Pick<ReferralView, 'tryAt' | 'awaits'> {
  const awaits = awaitedAuthor(referral);
  return { ...waitingWrite(referral), ...(awaits && { awaits }) };
}

/** A line of what happened, as people read it. */
export const lineOf = ({ n, at, what, by, to, about, times }: PastLine): HistoryLine => ({
  n,
  at,
  what,
  ...(by ? { by: by.name } : {}),
  ...(to ? { to: to.map((one) => one.to.name) } : {}),
  ...(about ? { about } : {}),
  ...(times === undefined ? {} : { times }),
});

/** Which operations there is a button for, whoever reads. */
function offersOf(world: World, referral: Referral, current: Current, desk?: Desk): readonly string[] {
  const standing = { referral, current, facts: factsAt(world, accountsOf(referral), desk) };
  return world.operations.flatMap((one) =>
    one.on === 'referral' && isOffered(one, standing) ? [one.name] : [],
  );
}

/** What its registration still lacks can be mended as long as it is open. */
function registrationOf(
  world: World,
  referral: Referral,
  current: Current,
  desk?: Desk,
): Pick<ReferralView, 'registrable'> {
  const points = registrationPoints(referral, current, factsAt(world, accountsOf(referral), desk));
  return points.length === 0 ? {} : { registrable: points };
}

/** What is this reader's alone: who they are, whether it is a favourite, and their next reminder. */
function ofReader(
  { id, own }: Referral,
  reader: Reader,
): Pick<ReferralView, 'readBy' | 'favourite' | 'remindsAt'> {
  if (reader.audience !== 'person') return {};
  const theirs = (own.reminders ?? []).filter(
    ({ to }) => typeof to !== 'string' && to.id === reader.person.id,
  );
  return {
    readBy: reader.person.name,
    ...(isFavourite(reader.person, id) ? { favourite: true } : {}),
    ...(theirs.length === 0 ? {} : { remindsAt: Math.min(...theirs.map(({ at }) => at)) }),
  };
}

const meantFor = ({ own: { test } }: Referral, desk?: Desk): readonly PersonRef[] =>
  test ? [test.by] : desk ? present(desk, desk.answers) : [];

/** Who answers is named as long as nobody has, and once nobody did; nobody here can answer what is of an unknown kind. */
const isMeant = ({ kind, stage, archivedAs }: Current): boolean =>
  kind !== 'other' && (stage === 'received' || archivedAs === 'expired');

/** Who ended it here, as long as that stands. */
const endOf = ({ own: { ended } }: Referral, { stage }: Current): Pick<ReferralView, 'ended'> =>
  ended && stage === 'archived' ? { ended } : {};

/** Its desk with its letter, and where the channel's card stands. */
function whereIs(
  { own }: Referral,
  { id, tenant, name, letter = '' }: Desk,
): Pick<ReferralView, 'desk' | 'deskId' | 'letter' | 'thread'> {
  const message = own.places.find(({ key }) => key === CHANNEL)?.activity;
  return {
    deskId: id,
    ...(name === '' ? {} : { desk: name }),
    ...(letter === '' ? {} : { letter }),
    ...(message === undefined ? {} : { thread: { channel: id, message, tenant } }),
  };
}

/** To where the record is; nothing for one that Partner Center does not know, or has not been asked about. */
function recordLink({ settings }: World, referral: Referral, { kind }: Current): string {
  if (referral.truth !== 'partner-center') return '';
  const address = isCoSell(kind) ? settings.coSellWebUrl() : settings.webUrl();
  return address.replaceAll('{id}', encodeURIComponent(referral.referralId));
}

function crmLink(world: World, { deal }: Current): Pick<ReferralView, 'crmUrl'> {
  const { crmUrl } = world.settings;
  if (crmUrl === undefined || deal.crmId === undefined) return {};
  return { crmUrl: crmUrl.replaceAll('{crmId}', encodeURIComponent(deal.crmId)) };
}

/** The reader's language and zone: theirs, else the desk's, else the deployment's. */
export function readingOf(world: World, reader: Reader, desk?: Desk): { language: string; zone: string } {
  const own = reader.audience === 'person' ? reader.person : undefined;
  return {
    language: own?.language ?? own?.clientLanguage ?? desk?.language ?? world.settings.language,
    zone: own?.zone ?? desk?.zone ?? world.settings.zone,
  };
}

const clocksOf = ({ clocks }: Referral): ReferralView['clocks'] =>
  Object.entries(clocks).map(([name, { deadline, state }]) => ({
    clock: name as ClockName,
    deadline,
    state,
  }));
