import type { ReferralView } from '../../../application/ports/messages';
import type { MakeButton } from './make-button';
import type { Model } from './templates';
import type { Title } from './deadlines';
import { factModels, type Fact } from './facts';
import { size } from './figures';
import type { MentionEntity } from './shown';
import { awaitsWords } from './author-sign-in';
import { moment } from './moments';
import { place } from './names';
import { defused, inline, line } from './plain-text';
import type { Reader } from './reader';
import { joined, lineOf, plainLine, pointed, run } from './runs';
import { stageButtons } from './stage-buttons';
import { summaryLine } from './summary-line';

/** "Tailspin Toys · Bonn, Germany · 51–250 people", the name leading to the record. `titled`: without the name. */
function customerRuns(
  reader: Reader,
  { current: { customer }, webUrl }: ReferralView,
  titled: boolean,
): Model[] {
  const leadsTo = reader.say('card.open-link', { customer: inline(customer.name, 80) });
  const about = { subtle: true } as const;
  return joined(
    [
      run(titled ? '' : line(customer.name, 200), { size: 'Large', bold: true, url: webUrl, leadsTo }),
      run(place(reader, customer), about),
      run(customer.size ? size(reader, customer.size) : '', about),
    ],
    about,
  );
}

/** How far a change made here has come; '' where nobody else confirms it, and where nothing was changed here. */
export function pendingWord(reader: Reader, view: ReferralView): string {
  if (view.pending?.state === 'held') return heldWords(reader, view.pending);
  if (!view.connected || view.making) return '';
  if (view.pending && view.awaits) return awaitsWords(reader, view.awaits);
  if (view.pending && view.tryAt !== undefined)
    return reader.say('pending.waiting', {
      since: moment(reader, view.pending.at),
      next: nextTry(reader, view, view.tryAt),
    });
  if (view.pending) return reader.say(`pending.${view.pending.state}`);
  const ours = view.owner !== undefined || view.history.some(({ what }) => what === 'confirmed');
  return ours ? reader.say('pending.confirmed') : '';
}

/** A few minutes from now is soon: a card stands for longer than that. */
const SOON_MS = 300_000;

const nextTry = (reader: Reader, { now }: ReferralView, tryAt: number): string =>
  tryAt - now < SOON_MS
    ? reader.say('pending.next-soon')
    : reader.say('pending.next', { moment: moment(reader, tryAt) });

/** How far a deal made here has come; why it was refused is for who made it. */
export function makingLines(reader: Reader, view: ReferralView): Model[] {
  const { making, tryAt, awaits } = view;
  if (!making) return [];
  const { part, refused } = making;
  const stands =
    refused?.why === 'another-contact' ? 'invitation-contact' : refused ? (`${part}-refused` as const) : part;
  const words = reader.say(`making.${stands}`);
  if (!refused && awaits) return plainLine(pointed(words, awaitsWords(reader, awaits)), { color: 'Accent' });
  const next = refused || tryAt === undefined ? '' : nextTry(reader, view, tryAt);
  return plainLine(pointed(words, next), { color: refused ? 'Attention' : 'Accent' });
}

const heldWords = (reader: Reader, { until, at, toRegister }: NonNullable<ReferralView['pending']>): string =>
  reader.say(toRegister ? 'pending.to-register' : 'pending.held', { moment: moment(reader, until ?? at) });

export const goneLines = (reader: Reader, view: ReferralView): Model[] =>
  view.goneAt === undefined ? [] : plainLine(reader.say('card.gone'), { color: 'Attention' });

export const contactingLines = (reader: Reader, view: ReferralView): Model[] =>
  view.contacting && !view.called && view.current.stage !== 'archived'
    ? plainLine(
        reader.say('details.contacting', {
          name: inline(view.contacting.by.name),
          moment: moment(reader, view.contacting.at),
        }),
      )
    : [];

/** Who called last and how it went; '' when nobody has. */
export function calledWords(reader: Reader, { called }: ReferralView): string {
  if (!called) return '';
  const facts = { name: inline(called.by.name), moment: moment(reader, called.at) };
  return reader.say(`calls.${called.result}`, facts);
}

const runsAsTest = ({ test }: ReferralView): boolean => test !== undefined && test.over === undefined;

/** A test is marked as one wherever it stands. */
const titleOf = (reader: Reader, view: ReferralView, title: string): string =>
  runsAsTest(view) ? reader.say('test.title', { title }) : title;

const testLines = (reader: Reader, view: ReferralView): Model[] =>
  view.test && runsAsTest(view)
    ? plainLine(
        reader.say('test.line', {
          name: inline(view.test.by.name, 80),
          moment: moment(reader, view.test.until),
        }),
        { subtle: true, size: 'Small' },
      )
    : [];

/** What the cards of a referral have in common; each adds what is its own. */
export interface Parts extends Partial<Title> {
  readonly title: string;
  readonly titleSize?: 'Default' | 'Medium';
  /** The dialog around it has the customer's name as its title. */
  readonly titled?: boolean;
  readonly lines?: readonly Model[];
  readonly facts?: readonly Fact[];
  readonly mentioned?: readonly MentionEntity[];
  readonly buttons?: readonly Model[];
}

export function referralModel(reader: Reader, view: ReferralView, make: MakeButton, parts: Parts): Model {
  const facts = factModels(reader, parts.facts ?? []);
  const customer = defused(view.current.customer.name, 80);
  return {
    language: reader.language,
    fallback: reader.say('card.fallback', { summary: defused(summaryLine(reader, view), 400), customer }),
    mentions: [...(parts.mentioned ?? [])] as unknown as Model[],
    title: titleOf(reader, view, parts.title),
    titleColor: parts.titleColor ?? 'Default',
    titleSize: parts.titleSize ?? 'Medium',
    customer: lineOf(customerRuns(reader, view, parts.titled ?? false)),
    lines: [...testLines(reader, view), ...(parts.lines ?? [])],
    facts,
    hasFacts: facts.length > 0,
    buttons: parts.buttons ?? stageButtons(reader, view, make),
  };
}
