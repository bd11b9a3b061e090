import { MANAGER, MEGAN, say } from './doing';
import { dialogOf } from './filling-in';
import { cardOf, startProgram, type Loose, type Program } from './program';
import { accepted, changedThere, marksIn } from './under-a-form';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

describe('a dialog', () => {
  it('says what Partner Center changed beside what was typed over it, and writes it when it is saved again', async () => {
    const { id, activity } = await accepted(program, 'Northwind Under');
    const press = { person: MEGAN, activity };
    await program.act({ ...press, button: 'Edit deal' });
    await changedThere(program, id, { '/details/dealValue': 55_000, '/externalReferenceId': 'CRM-there' });
    const inputs = { dealValue: '45,000' };
    const told = marksIn(await program.act({ ...press, button: 'Save', inputs }));
    expect(told).toContain(
      'Partner Center changed this: €40,000 → €55,000. Save again to write yours: €45,000.',
    );
    expect(told).toContain('Partner Center changed this: – → CRM-there.');
    await program.settle();
    expect((await program.partnerCenter(id)).details.dealValue).toBe(55_000);
    const end = await program.act({ ...press, button: 'Save' });
    expect(JSON.stringify(end)).toContain('Saved');
    await program.settle();
    expect(await program.partnerCenter(id)).toMatchObject({
      details: { dealValue: 45_000 },
      externalReferenceId: 'CRM-there',
    });
  });

  it('saves at once where nobody wrote over what has changed', async () => {
    const { id, activity } = await accepted(program, 'Fabrikam Under');
    await program.act({ person: MEGAN, activity, button: 'Edit deal' });
    await changedThere(program, id, { '/details/dealValue': 55_000 });
    await program.act({ person: MEGAN, activity, button: 'Save', inputs: { crmId: 'CRM-7' } });
    await program.settle();
    const { details, externalReferenceId } = await program.partnerCenter(id);
    expect([details.dealValue, externalReferenceId]).toEqual([55_000, 'CRM-7']);
  });

  it('keeps an amount in its currency: one that changed alone is asked about with it', async () => {
    const { id, activity } = await accepted(program, 'Litware Under');
    await program.act({ person: MEGAN, activity, button: 'Edit deal' });
    await changedThere(program, id, { '/details/currency': 'USD' });
    const inputs = { dealValue: '45,000' };
    const told = marksIn(await program.act({ person: MEGAN, activity, button: 'Save', inputs }));
    expect(told).toMatch(/EUR.* → USD.*Save again to write yours: EUR/);
    await program.act({ person: MEGAN, activity, button: 'Save' });
    await program.settle();
    expect((await program.partnerCenter(id)).details).toMatchObject({ dealValue: 45_000, currency: 'EUR' });
  });

  it('names the colleague who was faster', async () => {
    const { id, activity } = await accepted(program, 'Wingtip Under');
    await program.act({ person: MEGAN, activity, button: 'Edit deal' });
    await program.act({ person: MANAGER, activity, button: 'Edit deal' });
    await program.act({ person: MANAGER, activity, button: 'Save', inputs: { dealValue: '50,000' } });
    const told = marksIn(
      await program.act({ person: MEGAN, activity, button: 'Save', inputs: { dealValue: '45,000' } }),
    );
    expect(told).toContain(`${MANAGER} changed this: €40,000 → €50,000. Save again to write yours: €45,000.`);
    await program.act({ person: MEGAN, activity, button: 'Cancel' });
    await program.settle();
    expect((await program.partnerCenter(id)).details.dealValue).toBe(50_000);
  });

  it('tells it as it opens again, and takes nonsense no more than before', async () => {
    const { id, activity } = await accepted(program, 'Contoso Under');
    const press = { person: MEGAN, activity };
    await program.act({ ...press, button: 'Edit deal' });
    await program.act({
      ...press,
      button: 'Save',
      inputs: { dealValue: 'lots', name: 'Ninety' },
      unchecked: true,
    });
    await changedThere(program, id, { '/name': 'Hundred', '/details/dealValue': 55_000 });
    await program.act({ person: MEGAN, dialog: 'close' });
    const again = marksIn(await program.act({ ...press, button: 'Edit deal' }));
    expect(again).toContain('Eighty seats → Hundred. Save again to write yours: Ninety.');
    expect(again).toContain('€40,000 → €55,000. Save again');
    const wrong = marksIn(await program.act({ ...press, button: 'Save', unchecked: true }));
    expect(wrong).toContain('This is not an amount');
    await program.act({ ...press, button: 'Save', inputs: { dealValue: '60k' } });
    await program.settle();
    const { name, details } = await program.partnerCenter(id);
    expect([name, details.dealValue]).toEqual(['Ninety', 60_000]);
  });
});

it('accept: what was typed over what Partner Center filled in meanwhile is asked about', async () => {
  const details = { dealValue: 10_000, currency: 'EUR' };
  const { id } = await program.sample('customer-inquiry', {
    customerProfile: { name: 'Tailspin Under' },
    details,
  });
  await program.settle();
  const press = {
    person: MEGAN,
    activity: cardOf(await program.channel(), 'Tailspin Under').id,
    button: 'Accept',
  };
  await program.act(press);
  await changedThere(program, id, {
    '/details/dealValue': 12_000,
    '/details/closingDateTime': '2026-06-30T00:00:00Z',
  });
  const told = marksIn(await program.act({ ...press, inputs: { dealValue: '11,000' } }));
  expect(told).toContain('€10,000 → €12,000. Save again to write yours: €11,000.');
  expect((await program.partnerCenter(id)).status).toBe('New');
  await program.act(press);
  await program.settle();
  const record = await program.partnerCenter(id);
  expect(record).toMatchObject({ status: 'Active', details: { dealValue: 11_000 } });
  expect(record.details.closingDateTime).toContain('2026-06-30');
});

it('typed words: the summary says it and asks; the same message twice is one', async () => {
  const { id } = await accepted(program, 'Adatum Under');
  expect(await say(program, MEGAN, 'edit adatum under')).toContain('Is this right?');
  await say(program, MEGAN, 'value: 45k');
  await changedThere(program, id, { '/details/dealValue': 55_000 });
  const told = await say(program, MEGAN, 'save');
  expect(told).toContain('€40,000 → €55,000. Save again to write yours: €45,000.');
  await program.settle();
  expect((await program.partnerCenter(id)).details.dealValue).toBe(55_000);
  expect(await say(program, MEGAN, 'save')).toContain('Saved');
  await program.settle();
  expect((await program.partnerCenter(id)).details.dealValue).toBe(45_000);
});

it('from typed words to the card: what was said is asked about there, too', async () => {
  const { id, activity } = await accepted(program, 'Proseware Under');
  await say(program, MEGAN, 'edit proseware under');
  await say(program, MEGAN, 'value: 45k');
  await changedThere(program, id, { '/details/dealValue': 55_000 });
  await program.act({ person: MEGAN, activity, button: 'Edit deal' });
  expect(marksIn({ dialog: await dialogOf(program, MEGAN) })).toContain(
    'Save again to write yours: €45,000.',
  );
  await program.act({ person: MEGAN, activity, button: 'Cancel' });
  expect((await program.partnerCenter(id)).details.dealValue).toBe(55_000);
});

it('what is sent once more from the drawing before, as by a second press, is asked about and not written', async () => {
  const { id, activity } = await accepted(program, 'Alpine Under');
  await program.act({ person: MEGAN, activity, button: 'Edit deal' });
  const { card } = await dialogOf(program, MEGAN);
  const save = card.actions.find(({ title }: Loose) => title === 'Save');
  await changedThere(program, id, { '/details/dealValue': 55_000, '/name': 'Hundred' });
  const inputs = { name: 'Eighty seats', dealValue: '45,000', currency: 'EUR', closeDate: '2026-04-30' };
  for (const turn of [undefined, 0, -1, 'x']) {
    const desk = { ...save.data.desk, ...(turn === undefined ? {} : { turn }) };
    const action = { ...save, data: { ...save.data, desk } };
    const told = marksIn(await program.act({ person: MEGAN, activity, action, inputs }));
    expect(told).toContain('€40,000 → €55,000. Save again to write yours: €45,000.');
    expect(told).toContain('Eighty seats → Hundred.');
  }
  await program.settle();
  expect(await program.partnerCenter(id)).toMatchObject({ name: 'Hundred', details: { dealValue: 55_000 } });
  await program.act({ person: MEGAN, activity, button: 'Save' });
  await program.settle();
  expect(await program.partnerCenter(id)).toMatchObject({ name: 'Hundred', details: { dealValue: 45_000 } });
});

describe('a card', () => {
  it('says it as the dialog does, and writes what is saved again', async () => {
    await program.stop();
    program = await startProgram({ FORMS: 'card' });
    const { id } = await program.sample('customer-inquiry', { customerProfile: { name: 'Card Under' } });
    await program.settle();
    const { id: activity } = cardOf(await program.channel(), 'Card Under');
    const press = { person: MEGAN, activity };
    const inputs = { dealValue: '40,000', currency: 'EUR', closeDate: '2026-04-30' };
    await program.act({ ...press, button: 'Accept' });
    await program.act({ ...press, button: 'Accept', inputs });
    await program.settle();
    const opened = await program.act({ ...press, button: 'Edit deal' });
    expect(JSON.stringify(opened)).not.toContain('"turn"');
    const wrong = { dealValue: '45,000', closeDate: '2025-01-01' };
    await program.act({ ...press, button: 'Save', inputs: wrong, unchecked: true });
    // The card beneath is drawn anew, and the form goes with it: it is opened again.
    await changedThere(program, id, { '/details/dealValue': 55_000 });
    const told = JSON.stringify(await program.act({ ...press, button: 'Edit deal' }));
    expect(told).toContain('€40,000 → €55,000. Save again to write yours: €45,000.');
    await program.act({ ...press, button: 'Save', inputs: { closeDate: '2026-04-30' } });
    await program.settle();
    expect((await program.partnerCenter(id)).details.dealValue).toBe(45_000);
  });
});
