import { join } from 'node:path';
import type { Message } from '../../../application/ports/messages';
import type { Look } from './look';
import { buttonsFor, type Button, type MakeButton, type Way } from './make-button';
import type { Drawing, Renderer } from './drawing';
import { gathered } from './gathered';
import { newReferrals } from './new-referrals';
import { notice } from './notice';
import { inline, unmarked, xml } from './plain-text';
import { quietReferrals } from './quiet-referrals';
import { readerOf } from './reader';
import { referralCard } from './referral-card';
import { cardMessage, textMessage } from './rendered-activity';
import type { FormsMode, RenderedActivity } from './shown';
import { loadStrings } from './strings';
import { summaryLine } from './summary-line';
import { loadTemplates } from './templates';
import { word } from './word';

export interface RendererOptions {
  readonly forms: FormsMode;
  /** The folder with the cards, their parts and their strings. */
  readonly cardsFolder: string;
  /** The operations that there are buttons for. */
  readonly looks: readonly Look[];
}

/** The buttons of a referral's own card say that it is that. */
const onCard = (make: MakeButton): MakeButton =>
  Object.assign((button: Button) => make({ ...button, data: { ...button.data, card: true } }), {
    looks: make.looks,
  });

/** A row of a channel's list replaces that where there are no dialogs: `Back` leads to what is still new. */
const INBOX: Way = { do: 'more-list', list: 'inbox', words: '' };

function message({ expand, reader, buttons }: Drawing, sent: Message): RenderedActivity {
  const make = buttons('message');
  switch (sent.kind) {
    case 'word':
      return word(reader(sent.reader, sent.reader.now), sent.notice, sent.account);
    case 'gathered':
      return gathered(expand, reader(sent.reader, sent.reader.now), sent, make);
    case 'listed':
      return (sent.quiet ? quietReferrals : newReferrals)(
        expand,
        reader(sent.reader, sent.reader.now),
        sent,
        buttons('message', INBOX),
      );
    case 'notice':
      return notice(expand, reader(sent.view, sent.view.now), sent, make);
    case 'card': {
      const of = reader(sent.view, sent.view.now);
      return cardMessage(referralCard(expand, of, sent.view, onCard(make)), summaryLine(of, sent.view));
    }
  }
}

/** What is put into a sentence from outside is one calm line. */
const calm = (params: Readonly<Record<string, string | number>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'string' ? inline(value, 200) : value,
    ]),
  );

/** Loads cards and strings once; throws when a file is missing or is not JSON. */
export function createRenderer({ forms, cardsFolder, looks }: RendererOptions): Renderer {
  const strings = loadStrings(join(cardsFolder, 'strings'));
  const drawing: Drawing = {
    expand: loadTemplates(cardsFolder),
    buttons: (surface, here) => buttonsFor(surface, forms, looks, here),
    reader: (of, now) => readerOf(strings, of, now),
    say: (key, params, language) => strings.say(strings.languageFor(language), key, calm(params)),
  };
  return {
    ...drawing,
    message: (sent) => message(drawing, sent),
    activity: ({ text, card }) =>
      card ? cardMessage(card, text) : textMessage(xml(unmarked(text)).replaceAll('\n', '<br/>'), [], text),
  };
}
