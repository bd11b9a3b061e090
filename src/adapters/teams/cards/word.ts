import type { Notice } from '../../../domain/notices';
import { inline, xml } from './plain-text';
import type { Reader } from './reader';
import { textMessage } from './rendered-activity';
import type { RenderedActivity } from './shown';

/** A notice that is about no referral: plain words in somebody's chat. */
export function word(reader: Reader, notice: Notice): RenderedActivity {
  const said = words(reader, notice);
  return textMessage(xml(said), [], said);
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

function words(reader: Reader, notice: Notice): string {
  switch (notice.kind) {
    case 'desk-lost':
      return reader.say(LOST[notice.why ?? 'refused'], {
        channel: inline(notice.name === '' ? reader.say('desks.unnamed') : notice.name),
      });
    case 'signed-out':
      return reader.say(SIGNED_OUT[notice.why], { problem: inline(notice.problem, 300) });
    default:
      return reader.say('notices.something', { what: notice.kind });
  }
}
