import { card, FORM, inChannel, postCard, startSandbox, type UnderTest } from './sandbox-under-test';

let sandbox: UnderTest;
beforeEach(async () => {
  sandbox = await startSandbox({ botTimeoutMs: 2_000 });
});
afterEach(() => sandbox.close());

const lastGot = () => sandbox.bot.got.at(-1);

describe('Action.Submit', () => {
  const submit = (data: object, more: object = {}) => ({ type: 'Action.Submit', title: 'Go', data, ...more });

  it('opens a dialog, keeps it over a problem, and closes it by a message or an empty answer', async () => {
    const id = await postCard(sandbox, { actions: [submit({ desk: 1, msteams: { type: 'task/fetch' } })] });
    const form = card({ ...FORM, actions: [submit({ desk: 2 }, { title: 'Save' })] });
    const go = (button: string, task?: object) => {
      sandbox.bot.answer = async () => (task === undefined ? undefined : { body: { task } });
      return sandbox.act({ person: 'seller', activity: id, button });
    };
    const proceed = { type: 'continue', value: { title: 'Accept', card: form, height: 'large' } };
    const opened = await go('Go', proceed);
    expect(lastGot()).toMatchObject({
      name: 'task/fetch',
      value: { data: { desk: 1 }, context: { theme: 'default' } },
    });
    expect(opened.dialog).toEqual({ activity: id, title: 'Accept', card: form.content, height: 'large' });
    await go('Save', proceed);
    expect(lastGot()).toMatchObject({ name: 'task/submit', value: { data: { desk: 2, name: 'Contoso' } } });
    const open = await sandbox.get('/sandbox/people/seller/dialog');
    expect(open.body.title).toBe('Accept');
    expect(
      (await sandbox.post('/sandbox/act', { person: 'seller', activity: id, button: 'Go' })).status,
    ).toBe(404);
    expect((await go('Save', { type: 'message', value: 'Accepted' })).toast).toBe('Accepted');
    expect((await sandbox.get('/sandbox/people/seller/dialog')).body).toBeNull();
    await go('Go', proceed);
    await go('Save');
    expect((await sandbox.get('/sandbox/people/seller/dialog')).body).toBeNull();
    await go('Go', proceed);
    await sandbox.act({ person: 'seller', dialog: 'close' });
    expect((await sandbox.get('/sandbox/people/seller/dialog')).body).toBeNull();
  });

  it('leaves the dialog open when the bot cannot be reached or answers nonsense', async () => {
    const id = await postCard(sandbox, { actions: [submit({ msteams: { type: 'task/fetch' } })] });
    const value = { title: 'A', card: card({ actions: [submit({}, { title: 'Save' })] }) };
    sandbox.bot.answer = async () => ({ body: { task: { type: 'continue', value } } });
    await sandbox.act({ person: 'seller', activity: id, button: 'Go' });
    for (const body of [{ status: 501 }, { body: { task: { type: 'other' } } }, { body: ['x'] }]) {
      sandbox.bot.answer = async () => body;
      const done = await sandbox.act({ person: 'seller', activity: id, button: 'Save' });
      expect(done.toast).toBe('Unable to reach app. Please try again.');
    }
    expect((await sandbox.get('/sandbox/people/seller/dialog')).body.title).toBe('A');
  });

  it('has no Action.Execute inside a dialog, as in Teams', async () => {
    const id = await postCard(sandbox, { actions: [submit({ msteams: { type: 'task/fetch' } })] });
    sandbox.bot.answer = async () => ({
      body: { task: { type: 'continue', value: { title: 'A', card: card(FORM) } } },
    });
    await sandbox.act({ person: 'seller', activity: id, button: 'Go' });
    const pressed = await sandbox.post('/sandbox/act', { person: 'seller', activity: id, button: 'Save' });
    expect([pressed.status, pressed.body.detail]).toEqual([
      422,
      'Teams sends nothing for Action.Execute inside a dialog.',
    ]);
    expect(sandbox.bot.got).toHaveLength(1);
  });

  it('is a message with a value, or what msteams makes of it', async () => {
    const id = await postCard(sandbox, {
      actions: [
        submit({ a: 1 }, { title: 'Plain' }),
        submit(
          { msteams: { type: 'messageBack', text: 'next', displayText: 'Next!', value: { b: 2 } } },
          { title: 'Back' },
        ),
        submit({ msteams: { type: 'imBack', value: 'my deals' } }, { title: 'Im' }),
      ],
    });
    const press = async (button: string) => {
      await sandbox.act({ person: 'seller', activity: id, button });
      return lastGot();
    };
    const plain = await press('Plain');
    expect(plain).toMatchObject({ type: 'message', value: { a: 1 }, replyToId: id });
    expect(plain.text).toBeUndefined();
    expect(await press('Back')).toMatchObject({ type: 'message', text: 'next', value: { b: 2 } });
    expect(await press('Im')).toMatchObject({ type: 'message', text: 'my deals' });
    expect((await inChannel(sandbox)).map((one) => one.text)).toEqual([undefined, 'Next!', 'my deals']);
  });
});
