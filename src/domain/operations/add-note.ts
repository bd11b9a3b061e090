import type { Form } from '../forms/form';
import { intend } from '../referral/intents';
import type { Referral } from '../referral/referral';
import { noteOf } from './note';
import type { Doing, ReferralOperation } from './operation';

/** Where a note stands: in the record, for all who read that; or here, for the desk alone. */
const PLACES = ['record', 'desk'] as const;

/** With so much held here already (characters), further notes go to the record alone. */
const MOST_HELD = 16_000;

const hasRoom = ({ own: { notes = [] } }: Referral): boolean =>
  notes.reduce((sum, { text }) => sum + text.length, 0) < MOST_HELD;

const noteForm = (referral: Referral): Form => ({
  name: 'add-note',
  fields: [
    { id: 'note', kind: 'long-text', required: true, maxLength: 4000, more: false },
    {
      id: 'for',
      kind: 'choice',
      required: true,
      maxLength: 10,
      more: false,
      remembered: true,
      read: true,
      choices: PLACES.filter((value) => value === 'record' || hasRoom(referral)).map((value) => ({
        value,
        title: { key: `forms.add-note.for.${value}` },
      })),
    },
  ],
});

/** A line more in the running record: nobody's lines are overwritten. */
export const addNote: ReferralOperation = {
  on: 'referral',
  name: 'add-note',
  where: { accepted: 'involved', received: 'desk' },
  audit: 'noted',
  brings: true,
  form: ({ referral }) => noteForm(referral),
  start: () => ({ for: PLACES[0] }),
  change(doing) {
    const { referral, by, id, answers, facts } = doing;
    const text = answers['note'] ?? '';
    if (answers['for'] === 'desk') return withNote(doing, text);
    return intend(referral, { id, by: { id: by.id, name: by.name }, change: noteOf(doing, text) }, facts);
  },
};

function withNote({ referral, by: { id, name }, facts }: Doing, text: string): Referral {
  const notes = [...(referral.own.notes ?? []), { at: facts.now, by: { id, name }, text }];
  return { ...referral, own: { ...referral.own, notes } };
}
