import type { ReferralView } from '../../../application/ports/messages';
import { openUrl, safeUrl, type MakeButton } from './make-button';
import type { Model } from './templates';
import { factModels, type Fact } from './facts';
import { size } from './figures';
import { nobody, type Mentioned } from './mentions';
import { moment } from './moments';
import { place } from './names';
import { defused, inline, line } from './plain-text';
import type { Reader } from './reader';
import { stageButtons } from './stage-buttons';
import { summaryLine } from './summary-line';

/** A line under the title. */
export const under = (text: string, subtle = true, color = 'Default'): Model => ({ text, subtle, color });

function customerModel(reader: Reader, view: ReferralView): Model {
  const { customer } = view.current;
  const about = [place(reader, customer), customer.size ? size(reader, customer.size) : ''];
  return {
    name: line(customer.name, 200),
    about: about.filter(Boolean).join(' · '),
    url: safeUrl(view.webUrl),
    linkTitle: reader.say('card.open-link', { customer: inline(customer.name, 80) }),
  };
}

/** What Partner Center knows of the change made here. A desk that stands alone says nothing of it. */
export function pendingLines(reader: Reader, view: ReferralView): Model[] {
  if (view.pending?.state === 'held') return [under(heldWords(reader, view.pending), false, 'Accent')];
  if (view.making) return [makingLine(reader, view.making)];
  if (!view.connected || view.current.stage === 'received') return [];
  if (view.pending && view.tryAt !== undefined) {
    const since = moment(reader, view.pending.at);
    return [under(reader.say('pending.waiting', { since }), false, 'Warning')];
  }
  if (view.pending) return [under(reader.say(`pending.${view.pending.state}`), false, 'Accent')];
  const ours = view.owner !== undefined || view.history.some(({ what }) => what === 'confirmed');
  return ours ? [under(reader.say('pending.confirmed'), false, 'Good')] : [];
}

/** How far a deal made here has come; why it was refused is for who made it. */
function makingLine(reader: Reader, { part, refused }: NonNullable<ReferralView['making']>): Model {
  const text = reader.say(refused ? `making.${part}-refused` : `making.${part}`);
  return under(text, false, refused ? 'Attention' : 'Accent');
}

const heldWords = (reader: Reader, { until, at }: NonNullable<ReferralView['pending']>): string =>
  reader.say('pending.held', { moment: moment(reader, until ?? at) });

export const goneLines = (reader: Reader, view: ReferralView): Model[] =>
  view.goneAt === undefined ? [] : [under(reader.say('card.gone'), false, 'Attention')];

export const contactingLines = (reader: Reader, view: ReferralView): Model[] =>
  view.contacting && !view.called && view.current.stage !== 'archived'
    ? [
        under(
          reader.say('details.contacting', {
            name: inline(view.contacting.by.name),
            moment: moment(reader, view.contacting.at),
          }),
          false,
        ),
      ]
    : [];

export function calledFact(reader: Reader, view: ReferralView): Fact {
  const { called } = view;
  if (!called) return { key: 'called', value: '' };
  const facts = { name: inline(called.by.name), moment: moment(reader, called.at) };
  return { key: 'called', value: reader.say(`calls.${called.result}`, facts) };
}

/** What the parts of a referral's card need; each card adds or replaces what is its own. */
export interface Parts {
  readonly title: string;
  readonly lines?: readonly Model[];
  readonly banners?: readonly Model[];
  readonly quotes?: readonly Model[];
  readonly facts?: readonly Fact[];
  readonly deadlines?: readonly Model[];
  readonly owner?: string;
  readonly mentioned?: Mentioned;
  readonly buttons?: readonly Model[];
}

export function referralModel(reader: Reader, view: ReferralView, make: MakeButton, parts: Parts): Model {
  const facts = factModels(reader, parts.facts ?? []);
  const customer = defused(view.current.customer.name, 80);
  return {
    language: reader.language,
    fallback: reader.say('card.fallback', { summary: defused(summaryLine(reader, view), 400), customer }),
    mentions: [...(parts.mentioned ?? nobody).entities] as unknown as Model[],
    title: parts.title,
    lines: parts.lines ?? [],
    banners: parts.banners ?? [],
    customer: customerModel(reader, view),
    quotes: parts.quotes ?? [],
    facts,
    hasFacts: facts.length > 0,
    deadlines: parts.deadlines ?? [],
    hasDeadlines: (parts.deadlines ?? []).length > 0,
    owner: parts.owner ?? '',
    buttons: parts.buttons ?? stageButtons(reader, view, make),
  };
}

export const openInPartnerCenter = (reader: Reader, view: ReferralView): Model[] =>
  openUrl(reader.say('buttons.open'), view.webUrl);
