import { accept, DEAL, MEGAN, say } from './doing';
import { dialogOf } from './filling-in';
import { card as made, FORM, inPartnerCenter } from './new-deals';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

const PROFILE = {
  name: 'Adventure Works',
  address: { addressLine1: 'Am Markt 1', city: 'Bonn', state: 'NRW', postalCode: '53111', country: 'DE' },
  ids: [{ profileType: 'Duns', id: '012345678' }],
};

let program: Program;
let activity: string;
beforeEach(async () => {
  program = await startProgram();
  await program.sample('customer-inquiry', { customerProfile: PROFILE, mpnId: '7654321' });
  await program.settle();
});
afterEach(() => program.stop());

const press = (button: string, inputs: Loose = {}): Promise<Loose> =>
  program.act({ person: MEGAN, activity, button, inputs, unchecked: true });

async function begun(): Promise<void> {
  const offered = await program.act({ person: MEGAN, conversation: 'personal', text: 'new deal' });
  activity = offered.activities.at(-1).id;
  await press('Private deal');
}

async function inputOf(id: string): Promise<Loose> {
  const found: Loose[] = [];
  JSON.stringify((await dialogOf(program, MEGAN)).card, (_, part: Loose) => {
    if (part?.id === id && String(part.type).startsWith('Input.')) found.push(part);
    return part;
  });
  return found[0];
}

const DEAL_STEP = Object.fromEntries(
  Object.entries(FORM).filter(([id]) => id !== 'customer' && id !== 'country'),
);

async function known(): Promise<void> {
  const inquiry = cardOf(await program.channel(), 'Adventure Works').id;
  await accept(program, inquiry, MEGAN, DEAL);
  await program.advance('PT1M');
  await begun();
}

const saved = async (inputs: Loose): Promise<string> => {
  const all = { ...DEAL_STEP, ...inputs };
  const here = JSON.stringify((await dialogOf(program, MEGAN)).card);
  if (!here.includes('"title":"Next"')) return JSON.stringify(await press('Save', all));
  await press('Next', inputs);
  return JSON.stringify(await press('Save', DEAL_STEP));
};

const newest = async (): Promise<Loose> =>
  (await inPartnerCenter(program)).find((one) => one.name.includes('Factory Insights'));

it('whom nobody has worked for yet is not offered', async () => {
  await begun();
  expect(await inputOf('seenBefore')).toBeUndefined();
  await press('Next', { customer: 'Adventure Works', country: 'DE' });
  expect(await inputOf('location')).toMatchObject({ value: '' });
});

it('is chosen: name, address and D-U-N-S number are filled in, beside the location of the newest deal', async () => {
  await known();
  expect((await inputOf('seenBefore')).choices).toEqual([
    { title: 'Adventure Works, Bonn, DE (seen in March)', value: 'Adventure Works, Bonn, DE' },
    { title: 'None of these: another customer', value: '(none)' },
  ]);
  await saved({ seenBefore: 'Adventure Works, Bonn, DE' });
  await program.settle();
  expect(await newest()).toMatchObject({ mpnId: '7654321', customerProfile: PROFILE });
  expect(await made(program)).toContain('Adventure Works');
});

it('what somebody writes beside the choice stands', async () => {
  await known();
  await saved({
    seenBefore: 'Adventure Works, Bonn, DE',
    street: 'Neu 2',
    duns: '15-048 3782',
    location: '1',
  });
  await program.settle();
  expect(await newest()).toMatchObject({
    mpnId: '1',
    customerProfile: { address: { addressLine1: 'Neu 2', city: 'Bonn' }, ids: [{ id: '150483782' }] },
  });
});

it.each([
  [{ seenBefore: 'Somebody else, Rome, IT' }, 'Please choose one of those offered.'],
  [{ duns: '12345678' }, 'not a D-U-N-S number'],
  [{ duns: '${1+1}' }, 'not a D-U-N-S number'],
  [{ postalCode: '1'.repeat(21) }, 'at most 20 characters'],
  [{ location: '1'.repeat(21) }, 'at most 20 characters'],
])('%j is refused beside its field, and nothing is made', async (wrong, words) => {
  await known();
  await saved({ customer: 'Adventure Works', country: 'DE', ...wrong });
  expect(textOf({ attachments: [{ content: (await dialogOf(program, MEGAN)).card }] })).toContain(words);
  await program.settle();
  expect(await newest()).toBeUndefined();
});

it('stands above the fields that it fills in', async () => {
  await known();
  const shown = textOf({ attachments: [{ content: (await dialogOf(program, MEGAN)).card }] });
  expect(shown).toMatch(/Customer seen before[^]*Customer[^]*Country/);
  const ids = [...JSON.stringify((await dialogOf(program, MEGAN)).card).matchAll(/"id":"(\w+)"/g)].map(
    ([, id]) => id,
  );
  expect(ids.indexOf('seenBefore')).toBeLessThan(ids.indexOf('customer'));
});

it('in typed words a part of the name is asked about: yes, or another one', async () => {
  await known();
  await program.act({ person: MEGAN, dialog: 'close' });
  await say(program, MEGAN, 'new deal private');
  expect(await say(program, MEGAN, 'adventure')).toContain(
    'Adventure Works, Bonn, DE (seen in March): is that the one?',
  );
  expect(await say(program, MEGAN, 'Adventure Tours GmbH')).toContain('In which country');
  await say(program, MEGAN, 'back');
  await say(program, MEGAN, 'adventure works');
  expect(await say(program, MEGAN, 'yes')).toContain('What do you sell?');
  for (const text of ['Factory Insights', '40k eur', '30 june 2026', '+49 228 1'])
    await say(program, MEGAN, text);
  expect(await say(program, MEGAN, 'save')).not.toContain('Please');
  await program.settle();
  expect(await newest()).toMatchObject({ customerProfile: PROFILE });
});

it('chosen by mistake it is taken back: what it filled in is empty again', async () => {
  await known();
  await press('Next', { seenBefore: 'Adventure Works, Bonn, DE' });
  await press('Back');
  expect(await inputOf('duns')).toMatchObject({ value: '012345678' });
  await press('Next', { seenBefore: '(none)', street: 'Neu 2' });
  expect(await inputOf('customer')).toMatchObject({ value: '' });
  expect(await inputOf('street')).toMatchObject({ value: 'Neu 2' });
});
