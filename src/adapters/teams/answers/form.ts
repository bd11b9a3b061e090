import type { OpenForm } from '../../../application/operate/form-answer';
import type { ReferralView } from '../../../application/ports/messages';
import { deskName } from '../cards/names';
import { lookOf } from '../cards/look';
import type { Field } from '../../../domain/forms/form';
import { inView, type InView } from '../../../domain/forms/in-view';
import type { MakeButton } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Expand, Model } from '../cards/templates';
import { texts } from '../cards/answer-card';
import { fieldWord, rowModels } from './form-fields';
import { defused, inline } from '../cards/plain-text';
import { day, duration } from '../cards/moments';
import type { Reader } from '../cards/reader';
import { registrableIfWon } from '../cards/with-microsoft';
import type { AnswerKind } from './kind';

/** Totals are exact up to this. */
const MOST_COUNTED = 1_000;

export const formTitle = (reader: Reader, form: string, view: ReferralView | undefined): string =>
  reader.say(`forms.${form}.title`, { customer: view ? inline(view.current.customer.name, 80) : '' }).trim();

/** The button says what will happen. */
function saveTitle(reader: Reader, { form, view }: OpenForm, make: MakeButton): string {
  const look = lookOf(make.looks, form.name);
  const save = typeof look?.save === 'function' ? view && look.save(view) : look?.save;
  return reader.say(save ?? 'buttons.save');
}

function warnings(reader: Reader, open: OpenForm): Model[] {
  const also =
    open.alsoOpen === undefined ? [] : [reader.say('form.also-open', { name: inline(open.alsoOpen) })];
  const labels = open.form.fields
    .filter(({ id }) => open.problems.some(({ field }) => field === id))
    .map(({ id }) => fieldWord(reader, open.form.name, id, 'label'));
  const problems =
    labels.length === 0 ? [] : [reader.say('form.problems', { fields: labels.join(reader.say('list-of')) })];
  return [
    ...also.map((text) => ({ text, style: 'warning' })),
    ...problems.map((text) => ({ text, style: 'attention' })),
  ];
}

/** Hidden behind "More fields" unless something in there is wrong, or still missing. */
function moreFields(reader: Reader, open: OpenForm, shown: readonly Field[], searches: boolean): Model[] {
  const fields = shown.filter(({ more }) => more);
  const wanted = ({ id, required, onlyWith }: Field): boolean =>
    open.problems.some(({ field }) => field === id) ||
    (required && onlyWith === undefined && (open.values[id] ?? '') === '');
  return fields.length === 0
    ? []
    : [
        {
          open: fields.some(wanted),
          rows: rowModels(reader, open, fields, searches),
          show: reader.say('buttons.more-fields'),
          hide: reader.say('buttons.fewer-fields'),
        },
      ];
}

/** On to the next step, or its end; back takes along what was written, too. */
function buttons(reader: Reader, open: OpenForm, step: InView['step'], make: MakeButton): Model[] {
  const data = {
    draft: open.draft,
    ...(open.view ? { referral: open.view.id } : {}),
    ...(step ? { step: step.name } : {}),
    ...(open.turn ? { turn: open.turn } : {}),
  };
  const style = lookOf(make.looks, open.form.name)?.style ?? 'positive';
  const on = step !== undefined && step.number < step.of;
  const main = on
    ? ({ verb: 'next-step', title: reader.say('buttons.next-step'), style: 'positive' } as const)
    : ({ verb: 'save', title: saveTitle(reader, open, make), style } as const);
  const back = { verb: 'step-back', title: reader.say('buttons.step-back') };
  const moves = [main, ...(step && step.number > 1 ? [back] : [])];
  return [
    ...moves.map((button) => make({ ...button, data, inputs: true })),
    make({ verb: 'cancel', title: reader.say('buttons.cancel'), data }),
  ];
}

/** What a desk leaves, and who takes it. */
function leaving(reader: Reader, { channel, open, heir }: NonNullable<OpenForm['givesUp']>): string {
  const holds = open > MOST_COUNTED ? 'unbound.holds-many' : 'unbound.holds';
  return [
    reader.say('unbound.about', { channel: deskName(reader, channel) }),
    open === 0 ? reader.say('unbound.holds-none') : reader.say(holds, { count: open }),
    heir === undefined
      ? reader.say('unbound.nobody-takes')
      : reader.say('unbound.heir-takes', { heir: deskName(reader, heir) }),
  ].join(' ');
}

/** What saving it means, and whether that can be taken back. */
export function aboutOf(reader: Reader, open: OpenForm): string {
  const { undoFor } = open;
  if (undoFor === undefined) return meaningOf(reader, open);
  const after =
    undoFor === 0
      ? reader.say('form.at-once')
      : reader.say('form.undo-for', { time: duration(reader, undoFor) });
  return `${meaningOf(reader, open)} ${after}`;
}

/** A desk that stands alone waits for nobody's confirmation; a second one gets no new referrals. */
function meaningOf(reader: Reader, { form, view, makes, newGoTo, givesUp, until = '' }: OpenForm): string {
  if (givesUp) return leaving(reader, givesUp);
  if (newGoTo !== undefined && reader.lookup(`forms.${form.name}`, 'about-second') !== undefined)
    return reader.say(`forms.${form.name}.about-second`, { channel: deskName(reader, newGoTo) });
  const making = makes === undefined ? undefined : reader.lookup(`forms.${form.name}`, `about-${makes}`);
  if (making !== undefined) return making;
  const at = view && reader.lookup(`forms.${form.name}`, `about-${view.current.stage}`);
  if (at !== undefined) return at;
  const alone = view?.connected === false ? reader.lookup(`forms.${form.name}`, 'about-alone') : undefined;
  return alone ?? reader.say(`forms.${form.name}.about`, { until: until === '' ? '' : day(reader, until) });
}

/** What stands below the fields, to be weighed before it is saved. */
const weighed = (reader: Reader, { form, view }: OpenForm, make: MakeButton): Model[] =>
  view && lookOf(make.looks, form.name)?.weighs === 'registration' ? registrableIfWon(reader, view) : [];

/** What saving means is said where somebody begins, and where they save. */
const isBetween = (step: InView['step']): boolean =>
  step !== undefined && step.number > 1 && step.number < step.of;

const stepWords = (reader: Reader, step: InView['step']): string =>
  step === undefined ? '' : reader.say('form.step', { number: step.number, of: step.of });

/** `titled`: the dialog around it has its title. */
function draw(expand: Expand, reader: Reader, open: OpenForm, make: MakeButton, titled: boolean): DrawnCard {
  const title = formTitle(reader, open.form.name, open.view);
  const { shown, step } = inView(open);
  const about = aboutOf(reader, open);
  const card = expand('form', {
    language: reader.language,
    fallback: defused(`${reader.say('form.opening', { title })} ${about}`, 400),
    titles: titled ? [] : texts(defused(title, 200)),
    texts: texts(stepWords(reader, step), isBetween(step) ? '' : about),
    warnings: warnings(reader, open),
    rows: rowModels(
      reader,
      open,
      shown.filter((field) => !field.more),
      titled,
    ),
    more: moreFields(reader, open, shown, titled),
    quotes: weighed(reader, open, make),
    buttons: buttons(reader, open, step, make),
  });
  return { title, text: about, card };
}

/** Business time, ms UTC: where no referral tells it, the beginning of the desk's day. */
export const nowOf = ({ view, today }: OpenForm): number => view?.now ?? Date.parse(today);

/** A form as one sheet, filled in, each problem beside its field. */
export const formKind: AnswerKind<OpenForm> = {
  draw({ expand, reader, buttons }, open, { surface, here }) {
    const of = reader(open, nowOf(open));
    const titled = surface === 'dialog';
    // As a message, too, it is filled in where it stands.
    return draw(expand, of, open, buttons(titled ? 'dialog' : 'card', here), titled);
  },
  eyes: ({ view, makes }) => (view || makes !== undefined ? 'person' : 'all'),
  page: (open) => (inView(open).shown.length <= 2 ? 'medium' : 'large'),
  goesBack: (open) => (inView(open).step?.number ?? 1) > 1,
};
