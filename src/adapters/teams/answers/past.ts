import type { Past } from '../../../application/lists/past';
import type { Drawing } from '../cards/drawing';
import { happened, olderLines } from '../cards/happened';
import { shortened, type MakeButton, type Way } from '../cards/make-button';
import { line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import { referralModel } from '../cards/referral-model';
import type { DrawnCard, Surface } from '../cards/shown';
import { summaryLine } from '../cards/summary-line';
import type { Model } from '../cards/templates';
import { MANY, type AnswerKind, type Showing } from './kind';

/** A page of what happened to a referral. `from`: the number of its first line; `back`: where one came from. */
export interface PastPage extends Past {
  readonly from: number;
  readonly back?: Way | undefined;
}

/** A dialog has no way back of its own: its buttons say it. */
function waysInDialog({ view: { id: referral }, from, back }: PastPage): { before: Way; here: Way } {
  const before = back ?? { do: 'details', referral };
  return { before, here: shortened({ do: 'past', referral, from, back: before }) };
}

function backButton(reader: Reader, make: MakeButton, surface: Surface, back: Way): Model[] {
  return surface === 'dialog'
    ? [make({ verb: 'back', title: reader.say('buttons.back'), data: { back } })]
    : [];
}

function draw(drawing: Drawing, page: PastPage, { surface, here }: Showing): DrawnCard {
  const { view, lines, next } = page;
  const reader = drawing.reader(view, view.now);
  const make = drawing.buttons(surface, here);
  const ways = waysInDialog(page);
  const older = olderLines(reader, view, make, next, surface === 'dialog' ? { back: ways.here } : {});
  const model = referralModel(reader, view, make, {
    title: '',
    titled: surface === 'dialog',
    buttons: [...older, ...backButton(reader, make, surface, ways.before)],
  });
  return {
    title: line(view.current.customer.name, 200),
    text: summaryLine(reader, view),
    card: drawing.expand('past', { ...model, history: happened(reader, lines) }),
  };
}

export const pastKind: AnswerKind<PastPage> = {
  draw,
  eyes: ({ view }) => ({ desk: view.deskId ?? MANY }),
};
