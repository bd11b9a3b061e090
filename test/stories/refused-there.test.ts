import { OPERATIONS } from '../../src/domain/operations/table';
import { inputsOf } from './another-client';
import { cardsFor, fail, MANAGER, noMoreFaults, someMessage } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

interface Writing {
  /** The operation, where it is another one's name. */
  readonly does?: string;
  readonly kind: string;
  readonly resource?: Loose;
  readonly inputs?: Loose;
  /** What Partner Center names, and the label that stands before its words then. */
  readonly target: string;
  readonly label: string;
  /** Of what was typed. */
  readonly typed: string;
}

const ACTIVE = { status: 'Active', substatus: 'Accepted' };
const ANA = { firstName: 'Ana', lastName: 'Ruiz', phone: '+34 911 234567', email: 'ana.ruiz@adatum.example' };
const DEAL = { name: 'Eighty seats', dealValue: '40,000', currency: 'EUR', closeDate: '2026-04-30' };
const lead = (target: string, label: string, typed: string, inputs?: Loose): Writing => ({
  ...{ kind: 'customer-inquiry', target, label, typed },
  ...(inputs ? { inputs } : {}),
});
const deal = (target: string, label: string, typed: string, inputs?: Loose): Writing => ({
  ...lead(target, label, typed, inputs),
  resource: ACTIVE,
});

const inTeam = (firstName: string, email: string): Loose => ({
  ...{ firstName, lastName: 'Ruiz', phoneNumber: '+34 911 234567', email },
});
const TWO_ON_IT = {
  team: [inTeam('Ana', 'ana.ruiz@adatum.example'), inTeam('Bea', 'bea.ruiz@adatum.example')],
};

/** Everything that writes to a record which is there. (What makes one: new-deal and inviting-microsoft.) */
const WRITES: Readonly<Record<string, Writing>> = {
  accept: lead('/details/dealValue', 'Value', 'Eighty seats', { ...DEAL, notes: 'Wants a demo' }),
  decline: lead('statusReason', 'Reason', 'No budget this year', {
    reason: '1',
    notes: 'No budget this year',
  }),
  spam: lead('statusReason', 'Reason', 'Report as abuse, spam or phishing'),
  'add-note': lead('details/notes', 'Notes', 'Called twice', { note: 'Called twice', for: 'record' }),
  edit: deal('$.details.closingDateTime', 'Close date', 'CRM-77', {
    ...{
      closeDate: '2026-05-31',
      crmId: 'CRM-77',
      name: 'Ninety seats',
      dealValue: '50000',
      currency: 'EUR',
    },
  }),
  'write-up': deal('name', 'Deal name', 'Met them', { ...DEAL, name: 'Ninety seats', notes: 'Met them' }),
  'add-colleague': deal('team', 'Colleague added', 'Ana Ruiz', { ...ANA, colleague: 'other' }),
  'add-contact': deal('customerProfile/team', 'Customer contact added', 'Ana Ruiz', {
    ...ANA,
    consent: 'no',
  }),
  'add-solution': deal('details/requirements/solutions', 'Solution added', 'Backup', { name: 'Backup' }),
  'mark-won': deal('status', 'Stage', 'Signed', { dealValue: '50000', currency: 'EUR', notes: 'Signed' }),
  'mark-lost': deal('statusReason', 'Reason', 'Too dear', { reason: '3', notes: 'Too dear' }),
  qualify: { ...deal('salesStage', 'Sales stage', 'Sales stage'), kind: 'joint-planning' },
  'a deal of one’s own edited': {
    ...deal('details/dealValue', 'Value', 'Ninety seats', {
      ...DEAL,
      name: 'Ninety seats',
      dealValue: '91,000',
    }),
    ...{ does: 'edit', kind: 'partner-led' },
  },
  'change-person': {
    ...deal('team', 'Colleague changed', '+34 911 777777', {
      who: 'colleagues/ana.ruiz@adatum.example',
      phone: '+34 911 777777',
    }),
    ...{ kind: 'partner-led', resource: TWO_ON_IT },
  },
  'remove-entry': {
    ...deal('team', 'Colleague removed', 'Ana Ruiz', { which: 'colleagues/ana.ruiz@adatum.example' }),
    ...{ kind: 'partner-led', resource: TWO_ON_IT },
  },
  upgrade: {
    ...{ kind: 'private', typed: "Microsoft's sellers", label: "Microsoft's sellers can see it" },
    target: 'consent/consentToShareReferralWithMicrosoftSellers',
  },
};

it('says in its row that it brings something to Partner Center: its author’s right to it is asked for first', () => {
  const written = Object.entries(WRITES).map(([name, { does = name }]) => does);
  const rows = OPERATIONS.filter(({ on, name }) => on === 'referral' && written.includes(name));
  expect(rows.map(({ name }) => name).sort()).toEqual([...new Set(written)].sort());
  expect(rows.filter((row) => row.on === 'referral' && !row.brings)).toEqual([]);
});

const SAID = 'The service has its own opinion of this.';
const REFUSALS: Readonly<Record<string, (target: string) => Loose>> = {
  'a 400 that names a field': (target) => ({
    ...{ answer: 400, times: 1 },
    body: { error: { code: 'invalidRequest', message: SAID, target } },
  }),
  // The second time for the fields alone, which are tried where a stage and its fields were refused together.
  'a 400 that names none': () => ({
    ...{ answer: 400, times: 2 },
    body: { error: { code: 'invalidRequest', message: SAID } },
  }),
  'a 403': () => ({ answer: 403, times: 1 }),
  'a conflict that is none, twice': () => ({ answer: 409, times: 2 }),
};

let program: Program;
let message: string;
beforeAll(async () => {
  program = await startProgram();
  message = await someMessage(program, MANAGER);
});
afterAll(() => program.stop());

/** Done by the button of its name and, where it has a form, by the form's main button. */
async function write(name: string, { inputs }: Writing, id: string): Promise<void> {
  const desk = { v: 1, do: name, referral: `sandbox/${id}` };
  const action = { type: 'Action.Submit', data: { desk, msteams: { type: 'task/fetch' } } };
  const { dialog } = await program.act({ person: MANAGER, activity: message, action });
  const save = dialog?.card.actions?.find((one: Loose) => one.data?.desk?.do === 'save');
  if (save) {
    const sent = {
      person: MANAGER,
      activity: message,
      action: save,
      inputs: { ...inputsOf(dialog.card), ...inputs },
    };
    expect(JSON.stringify(await program.act(sent))).not.toContain('Please look again');
  }
  await program.act({ person: MANAGER, dialog: 'close' });
}

/** The card without what only says when it was drawn. */
const shown = async (customer: string): Promise<string> => textOf(cardOf(await program.channel(), customer));

const cases = Object.entries(WRITES).flatMap(([name, writing]) =>
  Object.keys(REFUSALS).map((how) => [name, how, writing] as const),
);

it.each(cases)(
  '%s, answered with %s: told in words, what was typed given back, nothing half done',
  async (name, how, writing) => {
    const { kind, resource = {}, target, label, typed } = writing;
    const { id, customerProfile } = await program.sample(kind, resource);
    const customer = customerProfile.name;
    await program.settle();
    const [before, card] = [await program.partnerCenter(id), await shown(customer)];
    await fail(program, { on: 'partner-center', method: 'PATCH', ...REFUSALS[how]?.(target) });
    await write(writing.does ?? name, writing, id);
    await program.advance('PT5M');
    await noMoreFaults(program);
    const told = (await cardsFor(program, MANAGER, customer)).map(textOf).join('\n');
    expect(told).toContain('did not take your change');
    expect(told).toContain(typed);
    expect(told).not.toMatch(/sending|not yet confirmed/);
    if (how.endsWith('a field'))
      expect(told).toMatch(new RegExp(`${label}\n[^\n]* ⚠ Partner Center says: ${SAID}`));
    if (how.endsWith('none')) expect(told).toContain(`Partner Center says: ${SAID}`);
    if (how === 'a 403') expect(told).toContain('may not change it');
    expect(await program.partnerCenter(id)).toEqual(before);
    expect(await shown(customer)).toBe(card);
  },
);

it.each(Object.entries(WRITES))(
  '%s, answered with 412: read, written once more, and nobody need know',
  async (name, writing) => {
    const { id, customerProfile } = await program.sample(writing.kind, writing.resource ?? {});
    await program.settle();
    const before = await program.partnerCenter(id);
    await fail(program, { on: 'partner-center', method: 'PATCH', answer: 412 });
    await write(writing.does ?? name, writing, id);
    await program.advance('PT5M');
    expect((await program.partnerCenter(id)).eTag).not.toBe(before.eTag);
    const told = (await cardsFor(program, MANAGER, customerProfile.name)).map(textOf).join('\n');
    expect(told).not.toMatch(/did not take|sending/);
  },
);
