import type { FormEnd } from '../../../application/operate/form-answer';
import type { Desk } from '../../../domain/desk/desk';
import { deskName } from '../cards/names';
import { answerCard } from '../cards/answer-card';
import { inline } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import type { DrawnCard } from '../cards/shown';
import type { Expand } from '../cards/templates';

/** What a channel is told once it is a desk. `newGoTo`: the name of the desk that new referrals come to, if it is another. */
export function bound(
  expand: Expand,
  reader: Reader,
  desk: Desk,
  { newGoTo, fedBy = [] }: Pick<FormEnd, 'newGoTo' | 'fedBy'>,
): DrawnCard {
  const names = (people: readonly { readonly name: string }[]): string =>
    people.map(({ name }) => inline(name)).join(reader.say('list-of')) || reader.say('bound.nobody');
  return answerCard(expand, reader, {
    title: reader.say('bound.title'),
    text:
      newGoTo === undefined
        ? reader.say('bound.created')
        : reader.say('bound.created-second', {
            channel: deskName(reader, newGoTo),
          }),
    facts: [
      { label: reader.say('bound.answers'), value: names(desk.answers) },
      { label: reader.say('bound.managers'), value: names(desk.managers) },
      { label: reader.say('bound.zone'), value: inline(desk.zone) },
      { label: reader.say('bound.currency'), value: inline(desk.currency) },
      ...(fedBy.length === 0
        ? []
        : [
            {
              label: reader.say('bound.accounts'),
              value: fedBy.map((one) => inline(one, 80)).join(reader.say('list-of')),
            },
          ]),
      ...(desk.writesAs === undefined
        ? []
        : [
            {
              label: reader.say('bound.writes-as'),
              value: reader.say(`forms.bind.writesAs.${desk.writesAs}`),
            },
          ]),
    ],
    closing: newGoTo === undefined ? [reader.say('bound.next')] : [],
  });
}

/** What a channel is told that is a desk no more. */
export function unbound(
  expand: Expand,
  reader: Reader,
  { name }: Desk,
  { heir }: NonNullable<Desk['unbound']>,
): DrawnCard {
  const channel = deskName(reader, name);
  return answerCard(expand, reader, {
    title: reader.say('unbound.title'),
    text: heir
      ? reader.say('unbound.gone-to', {
          channel,
          heir: deskName(reader, heir.name),
        })
      : reader.say('unbound.waiting', { channel }),
    closing: [reader.say('unbound.next')],
  });
}
