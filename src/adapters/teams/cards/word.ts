import type { Found } from '../../../domain/account/comparison';
import type { Notice } from '../../../domain/notices';
import { duration, moment } from './moments';
import { deskName } from './names';
import { inline, unmarked, xml } from './plain-text';
import type { Reader } from './reader';
import { textMessage } from './rendered-activity';
import type { RenderedActivity } from './shown';

/** A notice that is about no referral: plain words in somebody's chat. `account`: which of several it is about, by name. */
export function word(reader: Reader, notice: Notice, account?: string): RenderedActivity {
  const bare = words(reader, notice);
  const isNamed = account === undefined || notice.kind === 'unfed';
  const said = isNamed
    ? bare
    : reader.say('notices.of-account', { account: inline(account, 80), words: bare });
  return textMessage(xml(unmarked(said)), [], said);
}

const LOST = {
  removed: 'notices.desk-removed',
  'channel-deleted': 'notices.desk-deleted',
  refused: 'notices.desk-refused',
} as const;

const SIGNED_OUT = {
  mfa: 'notices.signed-out-mfa',
  refused: 'notices.signed-out',
  none: 'notices.signed-out-none',
} as const;

const MOVED = {
  elsewhere: 'notices.card-moved',
  anew: 'notices.card-anew',
  nowhere: 'notices.card-waits',
  below: 'notices.card-below',
} as const;

const ENDS = { secret: 'notices.secret-ends', token: 'notices.sign-in-ends' } as const;

function words(reader: Reader, notice: Notice): string {
  switch (notice.kind) {
    case 'desk-lost':
      return reader.say(LOST[notice.why ?? 'refused'], {
        channel: deskName(reader, notice.name),
      });
    case 'desk-unbound':
      return reader.say(notice.heir === undefined ? 'notices.desk-unbound-waiting' : 'notices.desk-unbound', {
        channel: deskName(reader, notice.name),
        name: inline(notice.by.name),
        heir: deskName(reader, notice.heir ?? ''),
      });
    case 'list-refused':
      return reader.say('notices.list-refused', {
        channel: deskName(reader, notice.name),
        problem: inline(notice.problem, 300),
      });
    case 'card-moved':
      return reader.say(MOVED[notice.to], {
        customer: inline(notice.customer),
        desk: deskName(reader, notice.desk),
      });
    case 'away':
    case 'here-again':
      return awayWords(reader, notice);
    default:
      return accountWords(reader, notice);
  }
}

/** Whether Partner Center can be asked. */
function awayWords(reader: Reader, notice: Extract<Notice, { kind: 'away' | 'here-again' }>): string {
  const when = moment(reader, notice.since);
  if (notice.kind === 'here-again') return reader.say('notices.here-again', { when });
  const problem = inline(notice.problem, 300);
  return reader.say(notice.forbidden ? 'notices.away-forbidden' : 'notices.away', { when, problem });
}

/** Of an account of Partner Center. */
function accountWords(reader: Reader, notice: Notice): string {
  switch (notice.kind) {
    case 'signed-out':
      return reader.say(SIGNED_OUT[notice.why], { problem: inline(notice.problem, 300) });
    case 'not-told':
    case 'reads-only':
      return reader.say(`notices.${notice.kind}`, { problem: inline(notice.problem, 300) });
    case 'another-is-told':
      return reader.say(notice.shared ? 'notices.another-took-over' : 'notices.another-is-told', {
        system: hostOf(notice.url),
      });
    case 'runs-out':
      return reader.say(ENDS[notice.what], { count: notice.days });
    case 'clock-off':
      return clockOff(reader, notice.ahead);
    case 'reconciled':
      return foundWords(reader, notice.found);
    case 'no-leads':
      return reader.say(QUIET[notice.source], { count: notice.days });
    case 'unfed':
      return reader.say(notice.more ? 'notices.unfed-more' : 'notices.unfed', {
        count: notice.count,
        account: inline(notice.name, 80),
        customers: notice.customers.map((one) => inline(one, 80)).join(reader.say('list-of')),
      });
    case 'persons-account':
      return reader.say('notices.persons-account', { who: inline(notice.who) });
    default:
      return reader.say('notices.something', { what: notice.kind });
  }
}

const clockOff = (reader: Reader, ahead: number): string =>
  reader.say(ahead > 0 ? 'notices.clock-fast' : 'notices.clock-slow', {
    apart: duration(reader, Math.abs(ahead)),
  });
const QUIET = { profile: 'notices.no-inquiries', marketplace: 'notices.no-marketplace-leads' } as const;

/** What a comparison with Partner Center has found, in one line. */
function foundWords(reader: Reader, found: Found): string {
  const parts = (
    [
      ['notices.found-missing', found.missing],
      ['notices.found-stale', found.stale],
      ['notices.found-vanished', found.vanished],
      ['notices.found-twice', found.twice],
      ['notices.found-overdue', found.overdue],
    ] as const
  ).flatMap(([key, count]) => (count === 0 ? [] : [reader.say(key, { count })]));
  return `${reader.say('notices.compared')} ${parts.join(' ')}`;
}

/** Where another system is: its address may hold a key. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '?');
