import { join } from 'node:path';
import type { Message, ReferralView } from '../../../application/ports/messages';
import type { OpenForm } from '../../../application/use-cases';
import { contacts } from './contacts';
import { details } from './details';
import { form } from './form';
import { help } from './help';
import { list } from './list';
import { more } from './more';
import { notice } from './notice';
import { bound, outcome, type Ending } from './outcome';
import { inline, xml } from './plain-text';
import { readerOf, type Reader } from './reader';
import { referralCard } from './referral-card';
import { summaryLine } from './summary-line';
import { ask, summary } from './typed-words';
import { buttonsFor, type MakeButton } from './make-button';
import { cardMessage, textMessage } from './rendered-activity';
import type { FormsMode, ReaderOf, RenderedActivity, Renderer, Surface } from './shown';
import { loadStrings, type Strings } from './strings';
import { loadTemplates, type Expand } from './templates';

export interface RendererOptions {
  readonly forms: FormsMode;
  /** The folder with the cards, their parts and their strings. */
  readonly cardsFolder: string;
}

/** What the renderer draws with. */
interface Kit {
  readonly strings: Strings;
  readonly expand: Expand;
  readonly buttons: Readonly<Record<Surface, MakeButton>>;
}

const readerOfView = ({ strings }: Kit, view: ReferralView): Reader => readerOf(strings, view, view.now);

const readerOfForm = ({ strings }: Kit, open: OpenForm): Reader =>
  readerOf(strings, open, open.view?.now ?? 0);

/** At a form's end the moment is that of the referral, or when the other person was first. */
function readerOfEnd({ strings }: Kit, end: Ending, of: ReaderOf): Reader {
  if (end.kind !== 'ended') return readerOf(strings, of, 0);
  const at = end.outcome.kind === 'taken' ? end.outcome.at : undefined;
  return readerOf(strings, of, end.view?.now ?? at ?? 0);
}

function message(kit: Kit, sent: Message): RenderedActivity {
  const reader = readerOfView(kit, sent.view);
  const make = kit.buttons.message;
  if (sent.kind === 'notice') return notice(kit.expand, reader, sent, make);
  return cardMessage(referralCard(kit.expand, reader, sent.view, make), summaryLine(reader, sent.view));
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
export function createRenderer({ forms, cardsFolder }: RendererOptions): Renderer {
  const kit: Kit = {
    strings: loadStrings(join(cardsFolder, 'strings')),
    expand: loadTemplates(cardsFolder),
    buttons: {
      message: buttonsFor('message', forms),
      dialog: buttonsFor('dialog', forms),
      card: buttonsFor('card', forms),
    },
  };
  const { expand, buttons, strings } = kit;
  return {
    message: (sent) => message(kit, sent),
    form: (open, surface) => form(expand, readerOfForm(kit, open), open, buttons[surface]),
    contacts: (sheet, surface) => contacts(expand, readerOfView(kit, sheet.view), sheet, buttons[surface]),
    details: (view, surface) => details(expand, readerOfView(kit, view), view, buttons[surface]),
    more: (view, surface) => more(expand, readerOfView(kit, view), view, buttons[surface]),
    list: (page, surface) =>
      list(expand, listReader(strings, page), page, { verb: 'show' }, buttons[surface]),
    found(page, verb, surface) {
      const reader = listReader(strings, page);
      return list(expand, reader, page, { verb, title: reader.say('lists.which') }, buttons[surface]);
    },
    help: (view) =>
      help(expand, readerOf(strings, { language: view.language, zone: 'utc' }, 0), view, buttons.message),
    outcome: (end, of, surface) => outcome(expand, readerOfEnd(kit, end, of), end, buttons[surface]),
    bound: (end, of) => bound(expand, readerOfEnd(kit, end, of), end),
    ask: (open) => ask(readerOfForm(kit, open), open),
    summary: (open) => summary(expand, readerOfForm(kit, open), open),
    say: (key, params, language) => strings.say(strings.languageFor(language), key, calm(params)),
    activity: (answer) =>
      typeof answer === 'string'
        ? textMessage(xml(answer), [], answer)
        : cardMessage(answer.card, answer.text),
  };
}

/** A row's own moment is the same for all rows of a page. */
const listReader = (strings: Strings, page: { readonly rows: readonly ReferralView[] } & ReaderOf): Reader =>
  readerOf(strings, page, page.rows[0]?.now ?? 0);
