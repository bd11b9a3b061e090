import type { OpenForm } from '../../../application/use-cases';
import type { ReferralView } from '../../../application/ports/messages';
import { lookOf } from '../cards/look';
import type { MakeButton } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Expand, Model } from '../cards/templates';
import { texts } from '../cards/answer-card';
import { fieldModel, fieldWord } from './form-fields';
import { defused, inline, line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import type { AnswerKind } from './kind';

export const formTitle = (reader: Reader, form: string, view: ReferralView | undefined): string =>
  reader.say(`forms.${form}.title`, { customer: view ? inline(view.current.customer.name, 80) : '' }).trim();

/** The button says what will happen. */
function saveTitle(reader: Reader, { form, view }: OpenForm, make: MakeButton): string {
  const look = lookOf(make.looks, form.name);
  return reader.say(view && look?.save ? look.save(view) : 'buttons.save');
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

/** Hidden behind "More fields" unless something in there wants to be seen. */
function moreFields(reader: Reader, open: OpenForm): Model[] {
  const fields = open.form.fields.filter(({ more }) => more);
  const wanted = (id: string): boolean =>
    open.problems.some(({ field }) => field === id) || (open.values[id] ?? '') !== '';
  return fields.length === 0
    ? []
    : [
        {
          open: fields.some(({ id }) => wanted(id)),
          fields: fields.map((field) => fieldModel(reader, open, field)),
        },
      ];
}

function buttons(reader: Reader, open: OpenForm, make: MakeButton, hasMore: boolean): Model[] {
  const data = {
    draft: open.draft,
    ...(open.view ? { referral: open.view.id } : {}),
  };
  const more: Model = {
    type: 'Action.ToggleVisibility',
    title: reader.say('buttons.more-fields'),
    targetElements: ['more-fields'],
  };
  const style = lookOf(make.looks, open.form.name)?.style ?? 'positive';
  return [
    make({ verb: 'save', title: saveTitle(reader, open, make), data, style, inputs: true }),
    make({ verb: 'cancel', title: reader.say('buttons.cancel'), data }),
    ...(hasMore ? [more] : []),
  ];
}

/** A desk that stands alone waits for nobody's confirmation; a second one gets no new referrals. */
export function aboutOf(reader: Reader, { form, view, newGoTo }: OpenForm): string {
  if (newGoTo !== undefined && reader.lookup(`forms.${form.name}`, 'about-second') !== undefined)
    return reader.say(`forms.${form.name}.about-second`, { channel: inline(newGoTo) });
  const alone = view?.connected === false ? reader.lookup(`forms.${form.name}`, 'about-alone') : undefined;
  return alone ?? reader.say(`forms.${form.name}.about`);
}

function draw(expand: Expand, reader: Reader, open: OpenForm, make: MakeButton): DrawnCard {
  const title = formTitle(reader, open.form.name, open.view);
  const about = aboutOf(reader, open);
  const more = moreFields(reader, open);
  const card = expand('form', {
    language: reader.language,
    fallback: defused(`${reader.say('form.opening', { title })} ${about}`, 400),
    title: reader.say(`forms.${open.form.name}.heading`),
    subject: open.view ? line(open.view.current.customer.name, 200) : '',
    texts: texts(about),
    warnings: warnings(reader, open),
    fields: open.form.fields.filter((field) => !field.more).map((field) => fieldModel(reader, open, field)),
    more,
    buttons: buttons(reader, open, make, more.length > 0),
  });
  return { title, text: about, card };
}

/** A form as one sheet, filled in, each problem beside its field. */
export const formKind: AnswerKind<OpenForm> = {
  draw({ expand, reader, buttons }, open, { surface, here }) {
    const of = reader(open, open.view?.now ?? 0);
    // As a message, too, it is filled in where it stands.
    return draw(expand, of, open, buttons(surface === 'dialog' ? 'dialog' : 'card', here));
  },
  eyes: ({ view }) => (view ? 'person' : 'all'),
  page: ({ form }) => (form.fields.length <= 2 ? 'medium' : 'large'),
};
