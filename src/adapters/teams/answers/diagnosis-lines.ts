import type { AccountState, Diagnosis, DeskState } from '../../../application/diagnose/diagnosis';
import type { Trouble } from '../../../application/diagnose/trouble';
import type { Connection } from '../../../application/sync/connections';
import { isOff } from '../../../domain/account/clock-off';
import { duration, moment } from '../cards/moments';
import { deskName } from '../cards/names';
import { inline, line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import { asked, may, signIn, told } from './connections';

/** One thing that was looked at, in words. */
export interface DiagnosisLine {
  readonly works: boolean;
  readonly text: string;
}

type Looked = readonly [works: boolean, words: string];

/** All that was looked at. `copy`: without what is somebody's own. */
export function diagnosisLines(reader: Reader, diagnosis: Diagnosis): readonly DiagnosisLine[] {
  const { database, accounts, copy } = diagnosis;
  const database_ = inPart(reader, reader.say('diagnose.database'), databaseWords(reader, database));
  if (!database.works) return database_;
  const several = accounts.length > 1;
  const alone: Looked[] = [[true, reader.say(diagnosis.played ? 'diagnose.played' : 'diagnose.alone')]];
  const partnerCenter = reader.say('diagnose.partner-center');
  return [
    ...database_,
    ...inPart(reader, reader.say('diagnose.teams'), deskWords(reader, diagnosis)),
    ...accounts.flatMap((one) =>
      inPart(
        reader,
        several
          ? reader.say('diagnose.one-account', { tenant: inline(one.connection.name, 80) })
          : partnerCenter,
        accountWords(reader, one, copy),
      ),
    ),
    ...(accounts.length === 0 ? inPart(reader, partnerCenter, alone) : []),
    ...inPart(reader, reader.say('diagnose.work'), workWords(reader, diagnosis)),
  ].map((one) => (copy ? { ...one, text: withoutPeople(one.text) } : one));
}

const inPart = (reader: Reader, part: string, looked: readonly Looked[]): DiagnosisLine[] =>
  looked.map(([works, words]) => ({
    works,
    text: reader.say(works ? 'diagnose.works' : 'diagnose.fails', { part, words }),
  }));

/** Addresses, and the ids that Teams has of people and conversations: what a service says may quote them. */
const PERSONAL = /[^\s<>()"',;]+@[^\s<>()"',;]+|\b(?:29|19|8|a):[\w\-:.@]+/gu;

const withoutPeople = (text: string): string => text.replace(PERSONAL, '…');

function databaseWords(reader: Reader, database: Diagnosis['database']): Looked[] {
  if (!database.works) return [[false, reader.say('diagnose.not-writable')]];
  const { missing, unreadable, apart } = database;
  return [
    [true, reader.say('diagnose.writable')],
    missing.length === 0
      ? [true, reader.say('diagnose.indexed')]
      : [false, reader.say('diagnose.not-indexed', { names: inline(missing.join(', '), 300) })],
    unreadable === 0
      ? [true, reader.say('diagnose.readable')]
      : [false, reader.say('diagnose.unreadable', { count: unreadable })],
    ...clockWords(reader, apart, 'diagnose.database-clock', 'diagnose.database-clock-off'),
  ];
}

function clockWords(
  reader: Reader,
  apart: number | undefined,
  right: 'diagnose.database-clock' | 'diagnose.clock',
  wrong: 'diagnose.database-clock-off' | 'diagnose.clock-off',
): Looked[] {
  if (apart === undefined) return [];
  return isOff(apart)
    ? [[false, reader.say(wrong, { apart: duration(reader, Math.abs(apart)) })]]
    : [[true, reader.say(right)]];
}

/** A channel may be called after a customer. */
function deskWords(reader: Reader, { desks, copy }: Diagnosis): Looked[] {
  if (desks.length === 0) return [[false, reader.say('diagnose.no-desk')]];
  return desks.map(({ name, state, problem = '' }: DeskState, at) => {
    const desk = copy ? reader.say('diagnose.a-desk', { number: at + 1 }) : deskName(reader, name);
    const words = reader.say(`diagnose.desk-${state}`, { desk, problem: inline(problem, 200) });
    return [state === 'works' || state === 'unasked', words];
  });
}

function accountWords(
  reader: Reader,
  { connection, ahead, filters, apart }: AccountState,
  copy: boolean,
): Looked[] {
  const { signedInAs: who, ...unnamed } = connection;
  const shown = copy || who === undefined ? unnamed : connection;
  const clock = clockWords(reader, ahead, 'diagnose.clock', 'diagnose.clock-off');
  // All else follows from that.
  if (connection.signedOut) return [[false, withConnect(reader, signIn(reader, shown))], ...clock];
  return [
    [true, signIn(reader, shown)],
    ...askedWords(reader, shown),
    toldWords(reader, shown),
    ...(filters === undefined
      ? []
      : [[true, reader.say(filters ? 'diagnose.filtered' : 'diagnose.not-filtered')] as const]),
    ...(apart === undefined
      ? []
      : [[true, reader.say(apart ? 'diagnose.apart' : 'diagnose.together')] as const]),
    ...clock,
  ];
}

const withConnect = (reader: Reader, words: string): string => reader.say('diagnose.connect', { words });

/** One cause is one line: what cannot be asked cannot be checked either, unless it is known why. */
function askedWords(reader: Reader, connection: Connection): Looked[] {
  const { checked, problem } = connection;
  const rights: Looked = [checked?.found === 'all' || checked?.found === 'nothing', may(reader, connection)];
  const news: Looked = [problem === undefined, asked(reader, connection)];
  if (checked?.found !== 'failed' || problem === undefined) return [rights, news];
  return [checked.forbidden ? rights : news];
}

/** Which of two is told is chosen on another card. */
function toldWords(reader: Reader, connection: Connection): Looked {
  const label = reader.say('connect.told-label');
  const words = reader.say('diagnose.labelled', { label, words: told(reader, connection) });
  const { state } = connection.listening ?? {};
  return [state !== 'refused', state === 'theirs' ? withConnect(reader, words) : words];
}

function workWords(reader: Reader, { parked, troubles, copy }: Diagnosis): Looked[] {
  if (parked.length + troubles.length === 0) return [[true, reader.say('diagnose.settled')]];
  return [
    ...parked.map(({ until, count }): Looked => [false, reader.say(`diagnose.${until}`, { count })]),
    ...troubles.map((one): Looked => [false, troubleWords(reader, one, copy)]),
  ];
}

/** What is done, in words: "showing the card". */
export const effectWords = (reader: Reader, { effect }: Trouble): string =>
  reader.lookup('effects', effect) ?? line(effect, 60);

function troubleWords(reader: Reader, trouble: Trouble, copy: boolean): string {
  const { dead, owedAt, tries, problem, count, again, about } = trouble;
  const effect = effectWords(reader, trouble);
  const isNamed = !copy && about !== undefined;
  const words = reader.say(dead ? 'diagnose.given-up' : 'diagnose.tried', {
    effect: isNamed ? reader.say('diagnose.about', { effect, name: inline(about, 80) }) : effect,
    ...{ when: moment(reader, owedAt), tries },
    problem: `${inline(problem, 200)}.`,
  });
  const more = count > 1 ? reader.say('diagnose.and-more', { words, count: count - 1 }) : words;
  return again ? more : reader.say('diagnose.goes-back', { words: more });
}
