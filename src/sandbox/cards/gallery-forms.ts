import { summary } from '../../adapters/teams/answers/typed-form';
import type { Drawable } from '../../adapters/teams/answers/answer';
import type { OpenForm } from '../../application/operate/form-answer';
import { DEAL_FIELDS, EDITED_FIELDS } from '../../domain/deal/fields';
import { dealForm, dealStart } from '../../domain/forms/deal';
import { CO_SELL } from '../../domain/forms/invitation';
import { newDealForm } from '../../domain/forms/new-deal';
import { colleagueForm } from '../../domain/operations/add-person';
import { solutionForm } from '../../domain/operations/add-solution';
import { bindForm } from '../../domain/operations/bind';
import { calledForm } from '../../domain/operations/called';
import { reasonForm } from '../../domain/operations/decline';
import { invitingForm } from '../../domain/operations/invite-microsoft';
import { registrationForm } from '../../domain/operations/register-deal';
import { writeUp } from '../../domain/operations/write-up';
import * as samples from './samples';
import { answered, type Framed, type Named, type Sitting } from './sitting';

/** Without a contact, which it asks for. */
function inviting({ reword }: Sitting): OpenForm {
  const view = reword(samples.outboundView());
  const current = { ...view.current, lists: { ...view.current.lists, contacts: [] } };
  const sheet = samples.acceptSheet({ view });
  return { ...sheet, form: invitingForm({ current }), values: { consent: 'no' }, until: '2026-01-19' };
}

const AGREED = { consent: 'yes' };

/** What Partner Center has changed under a form, where somebody wrote and where nobody did. */
const changedUnder = ({ text }: Sitting): OpenForm['problems'] => {
  const units = { unitWas: 'EUR', unitNow: 'EUR', unitYours: 'EUR' };
  const value = { by: 'there', was: '40000', now: '55000', yours: '45000', ...units } as const;
  const name = { ...value, by: { name: text }, was: text, now: text };
  return [
    { field: 'dealValue', key: 'changed-yours', changed: value },
    { field: 'name', key: 'changed-theirs', changed: name },
  ];
};

const refusedThere = (field: string, { text }: Sitting) =>
  [{ field, key: 'refused-there', params: { words: text } }] as const;

/** A solution of a long catalogue, and a deal of which Partner Center has refused a field. */
function changing(sitting: Sitting): Named[] {
  const { reword, text } = sitting;
  const view = reword(samples.acceptedView());
  const solutions = [...Array(70).keys()].map((at) => ({ name: at === 0 ? text : `Solution ${at}` }));
  const sheet = { ...samples.acceptSheet({ view }), values: { solutionType: 'own' } };
  const edited = { ...view.current, kind: 'partner-led' } as const;
  const form = dealForm('edit', EDITED_FIELDS, edited);
  const values = { ...dealStart(EDITED_FIELDS, edited), crmId: text };
  return [
    ['form: add solution', ...answered(sitting, { ...sheet, form: solutionForm(solutions) })],
    [
      'form: edit, changed under it',
      ...answered(sitting, { ...sheet, form, values, problems: changedUnder(sitting), turn: 1 }),
    ],
    [
      'form: edit, refused',
      ...answered(sitting, { ...sheet, form, values, problems: refusedThere('crmId', sitting) }),
    ],
  ];
}

/** A co-sell deal made here: who, what, and what Microsoft gets. */
function newDeal(sitting: Sitting): Named[] {
  const desks = [samples.sampleDesk(), samples.sampleDesk({ id: 'x', name: sitting.text })];
  const customers = [{ name: sitting.text, city: 'Bonn', seenAt: samples.NOW }];
  const solutions = [...Array(70).keys()].map((at) => ({ name: at === 0 ? sitting.text : `Solution ${at}` }));
  const form = newDealForm({ variant: CO_SELL, desks, customers, solutions });
  const sheet = { ...samples.acceptSheet(), form, makes: CO_SELL, values: { customer: sitting.text } };
  const { view: _none, ...open } = sheet;
  const values = { ...open.values, ...AGREED, country: 'DE', purchaseIntent: 'HaveNotDecided' };
  return [
    ['form: new deal', ...answered(sitting, open)],
    ['form: new deal, the deal', ...answered(sitting, { ...open, values, step: 'solution' })],
    [
      'form: new deal, more fields',
      ...answered(sitting, {
        ...open,
        values,
        step: 'solution',
        problems: refusedThere('solutionPlay', sitting),
      }),
    ],
    ['form: new deal, for Microsoft', ...answered(sitting, { ...open, values, step: 'help' })],
  ];
}

/** A colleague chosen, of whom the phone is not known, and one who is written in full. */
function choosing(sitting: Sitting): Named[] {
  const { reword, text } = sitting;
  const view = reword(samples.acceptedView());
  const people = [
    { value: 'a', entry: { firstName: 'Alex', lastName: 'Wilber', email: 'alex@contoso.example' } },
    { value: 'b', entry: { firstName: text, lastName: text } },
  ];
  const fields = colleagueForm(view.current, people);
  const sheet = { ...samples.acceptSheet({ view }), form: fields, values: {} };
  const wrong = [{ field: 'phone', key: 'not-a-phone' }] as const;
  return [
    ['form: add colleague', ...answered(sitting, sheet)],
    ['form: add colleague, no phone', ...answered(sitting, { ...sheet, values: { colleague: 'a' } })],
    [
      'form: add colleague, somebody else',
      ...answered(sitting, { ...sheet, values: { colleague: 'other', phone: text }, problems: wrong }),
    ],
  ];
}

/** A deal that is won, with what is missing for its registration, and the registration. */
function registering(sitting: Sitting): Named[] {
  const view = sitting.reword(samples.acceptedView({ registrable: samples.SAMPLE_POINTS }));
  const sheet = samples.acceptSheet({ view });
  const asked = DEAL_FIELDS.filter(({ kind }) => ['money', 'currency', 'notes'].includes(kind));
  const solutions = [{ key: 'sol-1', entry: { id: 'SOL-1', name: sitting.text } }];
  const lists = { ...view.current.lists, solutions };
  const registration = registrationForm({ ...view.current, lists });
  const wrong = [{ field: 'solutionValue', key: 'at-most', params: { than: sitting.text } }] as const;
  return [
    ['form: mark won', ...answered(sitting, { ...sheet, form: dealForm('mark-won', asked, view.current) })],
    ['form: register deal', ...answered(sitting, { ...sheet, form: registration })],
    [
      'form: register deal, not taken',
      ...answered(sitting, { ...sheet, form: registration, problems: wrong }),
    ],
  ];
}

/** Forms, each step of the long ones. */
export function forms(sitting: Sitting): Named[] {
  const { renderer, reword, text } = sitting;
  const sheet = samples.acceptSheet({ view: reword(samples.receivedView()) });
  const values = Object.fromEntries(sheet.form.fields.map(({ id }) => [id, text]));
  const problems = [{ field: 'name', key: 'too-long', params: { max: text } }] as const;
  const people = bindForm({ people: [{ id: 'a/b', name: text }, samples.megan], ownRight: true });
  const wrongLetter = [
    { field: 'letter', key: 'unknown-place', params: { unknown: '{name}', known: '{contact} {customer}' } },
  ] as const;
  const draw = (open: Drawable): Framed => answered(sitting, open);
  return [
    ['form: accept', ...draw({ ...sheet, values: { ...sheet.values, dealValue: '' } })],
    ['form: accept, not taken', ...draw({ ...sheet, alsoOpen: text, values, problems })],
    ['form: accept co-sell', ...draw(samples.coSellSheet({ view: reword(samples.coSellView()) }))],
    ['form: decline', ...draw({ ...sheet, form: reasonForm('decline'), values: { notes: text } })],
    [
      'form: write up',
      ...draw({
        ...sheet,
        view: reword(samples.acceptedView()),
        form: { ...sheet.form, name: writeUp.name, fields: [...sheet.form.fields, ...calledForm.fields] },
        values: { ...sheet.values, notes: text, result: 'reached' },
      }),
    ],
    ['form: called', ...draw({ ...sheet, form: calledForm, values: { result: text } })],
    ['form: bind', ...draw({ ...sheet, form: people, values: { answers: 'a/b', zone: text } })],
    [
      'form: bind, letter not taken',
      ...draw({ ...sheet, form: people, values: { answers: 'a/b', letter: text }, problems: wrongLetter }),
    ],
    ['form: invite Microsoft', ...draw(inviting(sitting))],
    [
      'form: invite Microsoft, whom',
      ...draw({ ...inviting(sitting), step: 'contactFirstName', values: AGREED }),
    ],
    ...newDeal(sitting),
    ...registering(sitting),
    ...choosing(sitting),
    ...changing(sitting),
    ['summary of typed words', summary(renderer, { ...sheet, values }).card],
  ];
}
