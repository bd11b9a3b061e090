import type { Message } from '../../../application/ports/messages';
import { cardMessage, textMessage } from './rendered-activity';
import type { MakeButton } from './make-button';
import type { RenderedActivity } from './shown';
import type { Expand } from './templates';
import { texts } from './answer-card';
import { mentionAll } from './mentions';
import { noticeWords, type NoticeWords } from './notice-words';
import { defused, inline, unmarked, xml } from './plain-text';
import type { Reader } from './reader';
import type { KeyIn } from './string-key';
import { referralModel } from './referral-model';
import { noticeButtons, referralButton } from './stage-buttons';

export type NoticeMessage = Extract<Message, { kind: 'notice' }>;

/** A personal message that was caused elsewhere says where ("Teams Store validation guidelines", bots). */
const origin = (reader: Reader, desk: string | undefined): string =>
  desk === undefined
    ? reader.say('notices.origin')
    : reader.say('notices.origin-named', { channel: inline(desk) });

function titleOf(
  notice: NoticeMessage['notice'],
  { clocks }: NoticeMessage['view'],
): KeyIn<'notices.titles'> {
  if (notice.kind !== 'escalation') return notice.kind;
  const passed = clocks.some(({ clock, state }) => state === 'passed' && notice.clocks.includes(clock));
  return passed ? 'escalation-passed' : 'escalation';
}

function noticeCard(
  expand: Expand,
  reader: Reader,
  { notice, view, mention }: NoticeMessage,
  words: NoticeWords,
  make: MakeButton,
): RenderedActivity {
  const mentioned = mentionAll(reader, view.audience === 'channel' ? mention : []);
  const title = reader.say(`notices.titles.${titleOf(notice, view)}`);
  const asked = noticeButtons(reader, view, notice.kind, make);
  const buttons =
    asked.length > 0 ? { buttons: [...asked, make(referralButton(reader, view, 'details'))] } : {};
  const model = referralModel(reader, view, make, { title, mentioned, ...buttons });
  const text = words.sentences.join(' ');
  const card = expand('notice', {
    ...model,
    fallback: defused(text, 600),
    mention: mentioned.text,
    texts: texts(...words.sentences),
    facts: words.wrote.map(({ label, value }) => ({ label, value })),
    hasFacts: words.wrote.length > 0,
    sides: words.sides,
    origin: view.audience === 'person' ? origin(reader, view.desk) : '',
  });
  return cardMessage(card, text);
}

/**
 * A notice as it is sent: in the channel's thread a text that mentions those meant (a card only when it has something to
 * lay out), in a personal chat a card with the referral's buttons, which names its origin.
 */
export function notice(
  expand: Expand,
  reader: Reader,
  message: NoticeMessage,
  make: MakeButton,
): RenderedActivity {
  const words = noticeWords(reader, message.notice, message.view);
  const laidOut = words.wrote.length > 0 || words.sides.length > 0;
  if (laidOut || message.view.audience === 'person') return noticeCard(expand, reader, message, words, make);
  const { text, entities } = mentionAll(reader, message.mention);
  const escalation = message.notice.kind === 'escalation' ? [xml(reader.say('notices.escalation'))] : [];
  const said = words.sentences.join(' ');
  return textMessage([text, ...escalation, xml(unmarked(said))].filter(Boolean).join(' '), entities, said);
}
