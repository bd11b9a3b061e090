import type { Message } from '../../../application/ports/messages';
import { cardMessage, textMessage } from './rendered-activity';
import { mailUrl, opening } from './mail';
import type { MakeButton } from './make-button';
import type { RenderedActivity } from './shown';
import type { Expand, Model } from './templates';
import { texts } from './answer-card';
import { doubtLine } from './doubts';
import { mentionAll } from './mentions';
import { noticeWords, type NoticeWords } from './notice-words';
import { defused, inline, unmarked, xml } from './plain-text';
import type { Reader } from './reader';
import { joined, lineOf, run } from './runs';
import { noticeTitle } from './notice-title';
import { threadUrl } from './thread-link';
import { referralModel } from './referral-model';
import { noticeButtons, referralButton } from './stage-buttons';

export type NoticeMessage = Extract<Message, { kind: 'notice' }>;

/** A personal message that was caused elsewhere says where ("Teams Store validation guidelines", bots), and leads there. */
function origin(reader: Reader, view: NoticeMessage['view']): Model[] {
  if (view.audience === 'channel') return [];
  const words =
    view.desk === undefined
      ? reader.say('notices.origin')
      : reader.say('notices.origin-named', { channel: inline(view.desk) });
  const look = { subtle: true, size: 'Small' } as const;
  const url = threadUrl(view);
  const thread = run(url === '' ? '' : reader.say('notices.thread'), { size: 'Small', color: 'Accent', url });
  return lineOf(joined([run(words, look), thread], look));
}

const mailButton = (reader: Reader, { mail }: NoticeWords): Model[] =>
  mail ? opening(reader.say('buttons.mail'), mailUrl('', mail)) : [];

/** The letter in full, to be copied. */
function written(reader: Reader, { mail }: NoticeWords): Model[] {
  if (!mail) return [];
  const lines = [mail.subject, ...mail.body.split('\n').filter((words) => words !== '')];
  return [{ label: reader.say('notices.mail'), paragraphs: lines.map((text) => ({ text })) }];
}

function noticeCard(
  expand: Expand,
  reader: Reader,
  { notice, view, mention }: NoticeMessage,
  words: NoticeWords,
  make: MakeButton,
): RenderedActivity {
  const mentioned = mentionAll(reader, view.audience === 'channel' ? mention : []);
  const asked = [...mailButton(reader, words), ...noticeButtons(reader, view, notice, make)];
  const buttons =
    asked.length > 0 ? { buttons: [...asked, make(referralButton(reader, view, 'details'))] } : {};
  const model = referralModel(reader, view, make, {
    title: noticeTitle(reader, notice, view),
    mentioned: mentioned.entities,
    lines: [...(notice.kind === 'escalation' ? doubtLine(reader, view) : []), ...origin(reader, view)],
    ...buttons,
  });
  const text = words.sentences.join(' ');
  const card = expand('notice', {
    ...model,
    fallback: defused(text, 600),
    mention: mentioned.text,
    texts: texts((words.short ?? words.sentences).join(' ')),
    facts: words.wrote.map(({ label, value }) => ({ label, value })),
    hasFacts: words.wrote.length > 0,
    sides: words.sides,
    quotes: written(reader, words),
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
  const laidOut = words.wrote.length > 0 || words.sides.length > 0 || words.mail !== undefined;
  if (laidOut || message.view.audience === 'person') return noticeCard(expand, reader, message, words, make);
  const { text, entities } = mentionAll(reader, message.mention);
  const escalation = message.notice.kind === 'escalation' ? [xml(reader.say('notices.escalation'))] : [];
  const said = words.sentences.join(' ');
  return textMessage([text, ...escalation, xml(unmarked(said))].filter(Boolean).join(' '), entities, said);
}
