import { accept, DIEGO, MANAGER, MEGAN, say } from './doing';
import { dialogOf } from './filling-in';
import { FORM } from './new-deals';
import { cardOf, startProgram, type Loose, type Program } from './program';

type Kind = 'text' | 'money' | 'date' | 'choice' | 'email' | 'phone' | 'country' | 'duns' | 'zone';

/** What is refused with words beside the field, by its kind. */
const REFUSED: Readonly<Record<Kind, readonly string[]>> = {
  text: ['x'.repeat(10_000)],
  money: ['lots', '-5', `1${'0'.repeat(30)}`, '${1+1}'],
  date: ['2026-02-31', 'soon', '<b>1</b>'],
  choice: ['nonsense', '__proto__', '${1}'],
  email: ['ana@', 'a b@adatum.example'],
  phone: ['call me', '12', '<i>911</i>'],
  country: ['Atlantis', 'XX', '👩🏽‍💻', '${x}'],
  duns: ['12345678', '${1+1}', 'nine digits'],
  zone: ['Mars/Olympus', '<b>', '${x}'],
};

/** What is taken as it was typed, by short fields, too. */
const TEXTS = ['نحن', '👩🏽‍💻 and 🔥', '${$root.title}', '**a** [b](http://c)', '<script>x</script>'];
const MOST = Math.max(...Object.values(REFUSED).map(({ length }) => length));

const partsOf = (part: Loose): Loose[] =>
  Array.isArray(part)
    ? part.flatMap(partsOf)
    : typeof part === 'object' && part !== null
      ? [part, ...Object.values(part).flatMap(partsOf)]
      : [];

const BY_ID: readonly (readonly [RegExp, Kind])[] = [
  [/value$/i, 'money'],
  [/email$/i, 'email'],
  [/phone$/i, 'phone'],
  [/^country$/, 'country'],
  [/^duns$/, 'duns'],
  [/^zone$/, 'zone'],
];

function kindOf({ type, id }: Loose): Kind {
  if (type === 'Input.ChoiceSet') return 'choice';
  if (type === 'Input.Date') return 'date';
  return BY_ID.find(([pattern]) => pattern.test(id))?.[1] ?? 'text';
}

interface Input {
  readonly id: string;
  readonly kind: Kind;
  readonly value: string;
}

const inputsOn = (card: Loose): readonly Input[] =>
  partsOf(card)
    .filter(({ type }) => /^Input\./.test(String(type)))
    .map((one) => ({ id: one.id, kind: kindOf(one), value: String(one.value ?? '') }));

/** Whether something is said right below that field. */
const isMarked = (card: Loose, id: string): boolean =>
  JSON.stringify(partsOf(card).filter(({ items }) => items?.some?.((one: Loose) => one?.id === id))).includes(
    '⚠',
  );

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

/** Each step of the form that is open: what is wrong in it is told beside the field and nothing goes on; then it is filled in. */
async function everyStep(
  person: string,
  activity: string,
  right: Loose,
): Promise<{ wrong: string[]; steps: number }> {
  const wrong: string[] = [];
  const press = async (button: string, inputs: Loose): Promise<Loose> => {
    await program.act({ person, activity, button, inputs, unchecked: true });
    return (await dialogOf(program, person))?.card;
  };
  for (let steps = 1; ; steps += 1) {
    const { card } = await dialogOf(program, person);
    const inputs = inputsOn(card);
    const good = Object.fromEntries(inputs.map(({ id, value }) => [id, String(right[id] ?? value)]));
    const isLast = !JSON.stringify(card).includes('"title":"Next"');
    const main = isLast ? card.actions[0].title : 'Next';
    const choices = inputs.filter(({ kind }) => kind === 'choice');
    const others = inputs.filter(({ kind }) => kind !== 'choice');
    // Choices by themselves: what they open is not asked for without them.
    for (const some of [others, choices])
      for (let at = 0; at < MOST; at += 1) {
        const tried = some.flatMap(({ id, kind }) => {
          const text = REFUSED[kind][at];
          return text === undefined ? [] : [[id, text] as const];
        });
        if (tried.length === 0) continue;
        const next = await press(main, { ...good, ...Object.fromEntries(tried) });
        for (const [id, text] of tried)
          if (!isMarked(next, id)) wrong.push(`${id} took ${text.slice(0, 40)}`);
      }
    // Something is wrong in any case, so that nothing goes on.
    const spoils = inputs.find(({ kind, id }) => kind !== 'text' && good[id] !== '');
    const texts = others.filter(({ kind, id }) => kind === 'text' && id !== spoils?.id);
    for (const text of spoils && texts.length > 0 ? TEXTS : []) {
      const spoilt = { ...good, ...(spoils ? { [spoils.id]: REFUSED[spoils.kind][0] } : {}) };
      const next = await press(main, { ...spoilt, ...Object.fromEntries(texts.map(({ id }) => [id, text])) });
      for (const { id } of texts) {
        const kept = inputsOn(next).find((one) => one.id === id)?.value;
        if (kept !== text || isMarked(next, id)) wrong.push(`${id} made ${String(kept)} of ${text}`);
      }
    }
    if (isLast) return { wrong, steps };
    await press('Next', good);
  }
}

const there = async (): Promise<number> =>
  (await program.get('/sandbox/partner-center/v1.0/engagements/referrals')).value.length;

const RIGHT = {
  ...FORM,
  ...{ consent: 'yes', help: 'GeneralOrOther', colleague: 'other', firstName: 'Ana', lastName: 'Ruiz' },
  ...{ email: 'ana@adatum.example', contactFirstName: 'Kim', contactLastName: 'Akers' },
  ...{ contactPhone: '+49 30 1234567', contactEmail: 'kim@wingtip.example', currency: 'EUR' },
};

it.each([
  ['Private deal', 2],
  ['Co-sell deal', 3],
])(
  'new deal, %s: each field of each step refuses what is wrong beside it, and nothing is made',
  async (button, least) => {
    const before = await there();
    await program.act({ person: MEGAN, conversation: 'personal', text: 'new deal' });
    const activity = (await program.chat(MEGAN)).at(-1).id;
    await program.act({ person: MEGAN, activity, button });
    const { wrong, steps } = await everyStep(MEGAN, activity, RIGHT);
    expect(wrong).toEqual([]);
    expect(steps).toBeGreaterThanOrEqual(least);
    await program.act({ person: MEGAN, activity, button: 'Cancel' });
    await program.settle();
    expect(await there()).toBe(before);
  },
);

const CONTRACT = {
  ...{ contractValue: '90,000', currency: 'USD', solutionValue: '60,000', term: 'Finite' },
  ...{ signed: '2026-02-02', starts: '2026-02-03', ends: '2027-02-02' },
  ...{ onAzure: 'yes', tenant: 'Customer', pricing: 'Other', marketplace: 'no' },
};

it('register deal: the same of each of its steps, and nothing is registered', async () => {
  const customerProfile = { name: 'Proseware Bank' };
  const details = { dealValue: 90_000, currency: 'USD' };
  const deal = await program.sample('partner-led', { customerProfile, details });
  await program.advance('P4D');
  await say(program, DIEGO, 'won proseware');
  await say(program, DIEGO, 'save');
  await program.advance('PT2M');
  const { id: activity } = cardOf(await program.channel(), 'Proseware Bank');
  await program.act({ person: DIEGO, activity, button: 'Register deal' });
  const solution = deal.details.requirements.solutions[0].id;
  const { wrong, steps } = await everyStep(DIEGO, activity, { ...CONTRACT, solution });
  expect(wrong).toEqual([]);
  expect(steps).toBeGreaterThanOrEqual(2);
  await program.act({ person: DIEGO, activity, button: 'Cancel' });
  await program.settle();
  expect((await program.partnerCenter(deal.id)).registrations ?? []).toEqual([]);
});

const FIFTY = [...Array(50).keys()];
const MANY = {
  ...{ status: 'Active', substatus: 'Accepted' },
  team: FIFTY.map((at) => ({
    ...{ firstName: 'Kim', lastName: `No ${at}`, phoneNumber: `+49 30 12345${at + 10}` },
    email: `kim${at}@contoso.example`,
  })),
  details: {
    requirements: { solutions: FIFTY.map((at) => ({ id: `S-${at}`, name: `Solution ${at}`, type: 'Name' })) },
  },
};
const ANA = { firstName: 'Ana', lastName: 'Ruiz', phone: '+34 911 234567', email: 'ana.ruiz@adatum.example' };

it.each([
  ['Add colleague', { colleague: 'other', ...ANA }],
  ['Add solution', { name: 'One more', solutionType: 'own' }],
])('%s: the 51st is refused with words, and nothing is written', async (button, inputs) => {
  const customerProfile = { name: `Fifty ${button}` };
  const { id } = await program.sample('partner-led', { ...MANY, customerProfile });
  await program.settle();
  const before = await program.partnerCenter(id);
  const { id: activity } = cardOf(await program.channel(), customerProfile.name);
  const press = { person: MANAGER, activity, button };
  await program.act(press);
  const answer = await program.act({ ...press, button: 'Save', inputs, unchecked: true });
  expect(JSON.stringify(answer)).toContain('There are 50 already');
  expect(JSON.stringify(answer)).toContain(Object.values(inputs)[button === 'Add solution' ? 0 : 1]);
  await program.settle();
  expect(await program.partnerCenter(id)).toEqual(before);
});

it('a form that is open while its deal is closed says so, and gives back what was typed', async () => {
  const lead = await program.sample('customer-inquiry', { customerProfile: { name: 'Open Forms Ltd' } });
  await program.settle();
  const { id: activity } = cardOf(await program.channel(), 'Open Forms Ltd');
  await accept(program, activity);
  await program.settle();
  await program.act({ person: MEGAN, activity, button: 'Edit deal' });
  await say(program, MANAGER, 'lost open forms');
  await say(program, MANAGER, '1');
  await say(program, MANAGER, 'skip');
  await say(program, MANAGER, 'save');
  await program.advance('PT3M');
  const inputs = { name: 'Ninety seats' };
  const answer = JSON.stringify(await program.act({ person: MEGAN, activity, button: 'Save', inputs }));
  expect(answer).toMatch(/Open Forms Ltd was lost/);
  expect(answer).toContain('Ninety seats');
  expect(await program.partnerCenter(lead.id)).toMatchObject({ status: 'Closed', substatus: 'Lost' });
});
