import type { Connection, Connections } from '../../../application/sync/connections';
import { SHARINGS, type Listening, type Sharing } from '../../../domain/account/listening';
import { answerCard } from '../cards/answer-card';
import type { MakeButton } from '../cards/make-button';
import { openUrl } from '../cards/make-button';
import { moment } from '../cards/moments';
import { deskName } from '../cards/names';
import { inline, line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import { namedByRow } from '../cards/string-key';
import type { Model } from '../cards/templates';
import { hostOf } from '../cards/word';
import type { AnswerKind } from './kind';

/** So many buttons Teams shows; the rest is under "…". */
const MOST_SHOWN = 6;

const SIGN_IN = {
  mfa: 'connect.signed-out-mfa',
  refused: 'connect.signed-out',
  none: 'connect.nobody',
} as const;

const FOUND = {
  all: 'connect.may-all',
  'reads-only': 'connect.reads-only',
  nothing: 'connect.sees-nothing',
  failed: 'connect.check-failed',
} as const;

export function signIn(reader: Reader, connection: Connection): string {
  const { open, signedOut, signedInAs, code, codeProblem } = connection;
  if (open && !signedOut) return reader.say('connect.sandbox');
  if (code) return reader.say('connect.enter', { address: inline(code.address), code: inline(code.code) });
  if (codeProblem !== undefined) return reader.say('connect.no-code', { problem: inline(codeProblem, 200) });
  if (signedOut) return reader.say(SIGN_IN[signedOut]);
  return signedInAs === undefined
    ? reader.say('connect.signed-in')
    : reader.say('connect.signed-in-as', { who: inline(signedInAs) });
}

export function may(reader: Reader, { checked, signedOut }: Connection): string {
  if (signedOut) return reader.say('connect.not-signed-in');
  if (!checked) return reader.say('connect.not-checked');
  const { found, role, at, forbidden, problem = '' } = checked;
  const may = reader.say(forbidden ? 'connect.reads-nothing' : FOUND[found], {
    when: moment(reader, at),
    problem: inline(problem, 200),
  });
  return role === undefined ? may : `${may}. ${reader.say(namedByRow(`connect.role-${role}`))}`;
}

export function asked(reader: Reader, { polledAt, problem, signedOut }: Connection): string {
  const why = signedOut === undefined ? problem : undefined;
  const last = polledAt === undefined ? '' : reader.say('connect.asked', { when: moment(reader, polledAt) });
  if (why === undefined) return last || reader.say('connect.not-asked');
  const words = { last, problem: inline(why, 200) };
  return reader.say(last === '' ? 'connect.problem-first' : 'connect.problem', words);
}

export function told(reader: Reader, { listening, reachable }: Connection): string {
  if (!reachable) return reader.say('connect.no-address');
  const system = hostOf(listening?.theirs?.url ?? '');
  const problem = inline(listening?.problem ?? '', 200);
  return reader.say(toldKey(listening), { system, problem });
}

function toldKey(listening: Listening | undefined) {
  if (!listening) return 'connect.not-told-yet' as const;
  if (listening.state === 'refused') return 'connect.may-not-be-told' as const;
  if (listening.state === 'theirs') return 'connect.another-is-told' as const;
  const shares = listening.theirs !== undefined && listening.sharing !== 'replace';
  return shares ? ('connect.both-are-told' as const) : ('connect.told' as const);
}

const STANDS: Readonly<Record<Listening['state'], (listening: Listening) => Sharing | undefined>> = {
  theirs: () => 'leave',
  refused: () => undefined,
  ours: ({ sharing }) => (sharing === 'replace' ? 'replace' : 'share'),
};

/** What else could be chosen about another system that is told of changes. */
function choices({ listening }: Connection): readonly Sharing[] {
  if (!listening?.theirs || listening.state === 'refused') return [];
  return SHARINGS.filter((one) => one !== STANDS[listening.state](listening));
}

function buttons(reader: Reader, connection: Connection, make: MakeButton, several: boolean): Model[] {
  const which = several ? ` ${connection.account}` : '';
  const name = several ? `${line(connection.name, 20)}: ` : '';
  const say = (title: string, words: string): Model =>
    make({ verb: 'command', title: `${name}${title}`, data: { words: `connect ${words}${which}` } });
  return [
    ...(connection.signIn === undefined
      ? []
      : openUrl(`${name}${reader.say('connect.sign-in')}`, connection.signIn)),
    ...(connection.code ? openUrl(`${name}${reader.say('connect.to-enter')}`, connection.code.address) : []),
    say(reader.say('connect.check'), 'check'),
    ...(connection.open ? [] : [say(reader.say('connect.by-code'), 'code')]),
    ...choices(connection).map((one) => say(reader.say(namedByRow(`connect.${one}`)), one)),
  ];
}

/** Which channel what is new there comes to. */
const feeds = (reader: Reader, { feeds: desk }: Connection): string =>
  desk === undefined ? reader.say('connect.feeds-none') : deskName(reader, desk);

/** Comes first: its buttons must be in sight. */
const isToSignIn = ({ signedOut, code }: Connection): boolean =>
  signedOut !== undefined || code !== undefined;

/** How Partner Center's accounts stand, and what an admin can do about it. */
export const connectionsKind: AnswerKind<Connections> = {
  draw({ expand, reader: readerOf, buttons: buttonsOf }, { connections, now, byCommand }, showing) {
    const reader = readerOf(showing.reader, now);
    const make = buttonsOf(showing.surface, showing.here);
    const several = connections.length > 1;
    const shown = [...connections.filter(isToSignIn), ...connections.filter((one) => !isToSignIn(one))];
    const facts = shown.flatMap((one) => [
      ...(several ? [{ label: reader.say('connect.tenant'), value: inline(one.name, 80) }] : []),
      ...(several ? [{ label: reader.say('connect.feeds-label'), value: feeds(reader, one) }] : []),
      { label: reader.say('connect.sign-in-label'), value: signIn(reader, one) },
      { label: reader.say('connect.may-label'), value: may(reader, one) },
      { label: reader.say('connect.asked-label'), value: asked(reader, one) },
      { label: reader.say('connect.told-label'), value: told(reader, one) },
    ]);
    const none = connections.length === 0;
    return answerCard(expand, reader, {
      title: reader.say('connect.title'),
      text: reader.say(none ? 'connect.alone' : 'connect.text'),
      facts,
      closing: byCommand ? [reader.say('connect.by-command')] : [],
      buttons: shown
        .flatMap((one) => buttons(reader, one, make, several))
        .map((button, at) => (at < MOST_SHOWN ? button : { ...button, mode: 'secondary' })),
    });
  },
  eyes: () => 'person',
};
