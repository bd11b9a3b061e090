import { MANAGER, someMessage } from './doing';
import { startProgram, type Loose, type Program } from './program';

/** Operations with a form, and a referral that takes it. */
const FORMS: readonly (readonly [operation: string, kind: string, resource: Loose])[] = [
  ['accept', 'customer-inquiry', {}],
  ['accept', 'co-sell-inbound', {}],
  ['decline', 'customer-inquiry', {}],
  ['called', 'customer-inquiry', {}],
  ['add-note', 'customer-inquiry', {}],
  ...['edit', 'write-up', 'add-colleague', 'add-contact', 'add-solution', 'mark-won', 'mark-lost'].map(
    (name) => [name, 'customer-inquiry', { status: 'Active', substatus: 'Accepted' }] as const,
  ),
  ['change-person', 'partner-led', {}],
  ['remove-entry', 'partner-led', {}],
  ['invite-microsoft', 'partner-led', {}],
];

type Kind = 'text' | 'number' | 'money' | 'currency' | 'date' | 'choice' | 'email' | 'phone';

/** What is refused with words beside the field. */
const REFUSED: Readonly<Record<Kind, readonly string[]>> = {
  text: ['x'.repeat(10_000)],
  money: ['lots', '-5', `1${'0'.repeat(30)}`, '1e400', '${1+1}', '12,34,56.789.0'],
  currency: ['XYZ', '€€', 'EURO EURO EURO EURO EURO'],
  date: ['2026-02-31', 'soon', '9999-99-99', '<b>1</b>'],
  number: ['many', '1.5', '-1', '👩🏽‍💻', '<b>1</b>'],
  choice: ['nonsense', '__proto__', '${1}'],
  email: ['ana', 'ana@', '@adatum.example', 'a b@adatum.example', `${'x'.repeat(400)}@adatum.example`],
  phone: ['call me', '+', '12', '<i>911</i>'],
};

/** What is taken, and stands in the field as it was written. */
const TAKEN: Readonly<Record<Kind, readonly string[]>> = {
  text: [
    ...['\u202Eright to left\u202C نحن', '👩🏽‍💻 and 🔥', '${$root.title} {{DATE(2020)}}'],
    ...['**bold** [link](https://evil.example)', '<script>alert(1)</script> <at>Nestor Wilke</at>'],
  ],
  money: ['40k', '1.250,50', '40,000'],
  currency: ['EUR', 'usd'],
  date: ['2026-12-31'],
  number: ['12'],
  choice: [],
  email: ['ana+desk@mail.adatum.co.uk', "o'neil@adatum.example"],
  phone: ['+49 (0)30 1234-567', '+351 21 1234567', '00 34 911 234 567', '+1 425 555 0100'],
};

interface Input {
  readonly id: string;
  readonly kind: Kind;
}

const everyPart = (part: Loose): Loose[] =>
  Array.isArray(part)
    ? part.flatMap(everyPart)
    : typeof part === 'object' && part !== null
      ? [part, ...Object.values(part).flatMap(everyPart)]
      : [];

function kindOf({ type, id }: Loose): Kind {
  if (type === 'Input.ChoiceSet') return 'choice';
  if (type === 'Input.Date') return 'date';
  if (id === 'quantity') return 'number';
  if (/currency/i.test(id)) return 'currency';
  if (/value$|^price$/i.test(id)) return 'money';
  if (/email/i.test(id)) return 'email';
  return /phone/i.test(id) ? 'phone' : 'text';
}

const inputsOn = (card: Loose): readonly Input[] =>
  everyPart(card)
    .filter(({ type }) => /^Input\./.test(String(type)))
    .map((one) => ({ id: one.id, kind: kindOf(one) }));

/** What a field holds now, and what is said right below it. */
function fieldOn(card: Loose, id: string): { readonly value: string; readonly problem: boolean } {
  const parts = everyPart(card);
  const field = parts.find((one) => one.id === id);
  const said = JSON.stringify(parts.filter(({ items }) => items?.some?.((one: Loose) => one?.id === id)));
  return {
    value: String(field?.value ?? ''),
    problem: `${said}${JSON.stringify(field ?? {})}`.includes('⚠'),
  };
}

/** Marks that turn the direction of what follows are taken out; the letters have a direction of their own. */
const shown = (text: string): string => text.replace(/[\u202A-\u202E]/g, '');

let program: Program;
let message: string;
beforeAll(async () => {
  program = await startProgram();
  message = await someMessage(program, MANAGER);
});
afterAll(() => program.stop());

const press = async (action: Loose, inputs: Loose = {}): Promise<Loose> =>
  (await program.act({ person: MANAGER, activity: message, action, inputs, unchecked: true })).dialog?.card;

it.each(FORMS)(
  '%s of a %s: each field refuses what is wrong with words beside it, and keeps anything else as it was typed',
  async (operation, kind, resource) => {
    const { id } = await program.sample(kind, resource);
    await program.settle();
    const before = await program.partnerCenter(id);
    const desk = { v: 1, do: operation, referral: `sandbox/${id}` };
    const card = await press({ type: 'Action.Submit', data: { desk, msteams: { type: 'task/fetch' } } });
    const save = card.actions.find((one: Loose) => one.data?.desk?.do === 'save');
    const inputs = inputsOn(card);
    // Something is wrong in any case, so that nothing is saved on the way.
    const spoilt = Object.fromEntries(
      inputs.map((one) => [one.id, one.kind === 'choice' ? 'nonsense' : (REFUSED[one.kind][0] ?? '')]),
    );
    // Without the customer's word nothing else is looked at there.
    if (operation === 'invite-microsoft') spoilt['consent'] = 'yes';
    const wrong: string[] = [];
    for (const input of inputs) {
      const try_ = async (text: string, isRefused: boolean): Promise<void> => {
        const alone = inputs.length === 1;
        if (alone && !isRefused) return;
        const { value, problem } = fieldOn(await press(save, { ...spoilt, [input.id]: text }), input.id);
        const isKept =
          input.kind === 'choice' || input.kind === 'date' || value === shown(text) || text.length > 300;
        if (problem !== isRefused || !isKept)
          wrong.push(`${input.id}: ${text.slice(0, 60)} → ${value.slice(0, 60)}, ${problem}`);
      };
      for (const text of REFUSED[input.kind]) await try_(text, true);
      for (const text of TAKEN[input.kind]) await try_(text, false);
    }
    await program.act({ person: MANAGER, dialog: 'close' });
    expect(wrong).toEqual([]);
    expect(await program.partnerCenter(id)).toEqual(before);
  },
);
