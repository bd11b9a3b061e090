import { card, FORM, inChannel, message, postCard, startSandbox, type UnderTest } from './sandbox-under-test';

let sandbox: UnderTest;
beforeEach(async () => {
  sandbox = await startSandbox({ botTimeoutMs: 2_000 });
});
afterEach(() => sandbox.close());

const channel = () => sandbox.teams.channel.id;
const lastGot = () => sandbox.bot.got.at(-1);

describe('a button of a card (Action.Execute)', () => {
  it('sends what Teams sends, with the values that stand in the inputs', async () => {
    const id = await postCard(sandbox, FORM);
    await sandbox.act({ person: 'seller', activity: id, button: 'save', inputs: { dealValue: 40000 } });
    expect(lastGot()).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: id,
      conversation: { id: `${channel()};messageid=${id}` },
      value: {
        trigger: 'manual',
        action: {
          type: 'Action.Execute',
          verb: 'save',
          data: {
            desk: { v: 1 },
            name: 'Contoso',
            dealValue: '40000',
            closeDate: '2026-12-31',
            urgent: 'no',
          },
        },
      },
    });
    expect(lastGot().value.action.data).not.toHaveProperty('currency');
  });

  it.each([
    [{ name: '' }, '/inputs/name', 'required'],
    [{ name: 'a much longer name' }, '/inputs/name', '10 characters'],
    [{ dealValue: -1 }, '/inputs/dealValue', 'below 0'],
    [{ dealValue: 'much' }, '/inputs/dealValue', 'not a number'],
    [{ closeDate: 'soon' }, '/inputs/closeDate', 'not a date'],
    [{ currency: 'XXX' }, '/inputs/currency', 'not one of its choices'],
  ])('is held back by the client for %j, unless unchecked', async (inputs, pointer, detail) => {
    const id = await postCard(sandbox, FORM);
    const act = { person: 'seller', activity: id, button: 'Save', inputs };
    const refused = await sandbox.post('/sandbox/act', act);
    expect(refused).toMatchObject({ status: 422, type: 'application/problem+json' });
    expect(refused.body.errors).toEqual([{ pointer, detail: expect.stringContaining(detail) }]);
    expect(sandbox.bot.got).toEqual([]);
    await sandbox.act({ ...act, unchecked: true });
    expect(lastGot().value.action.data).toMatchObject(inputs);
  });

  it('answers with a card that only this person sees, until the bot edits the base card', async () => {
    const id = await postCard(sandbox, { ...FORM, body: [] });
    const own = card({ body: [{ type: 'TextBlock', text: 'Saved' }] }).content;
    sandbox.bot.answer = async () => ({ body: { statusCode: 200, type: card({}).contentType, value: own } });
    const done = await sandbox.act({ person: 'manager', activity: id, button: 'Save' });
    expect(done).toMatchObject({ status: 200, card: own });
    const [theirs] = await inChannel(sandbox, 'manager');
    expect([theirs.own, theirs.attachments[0].content]).toEqual([true, own]);
    expect((await inChannel(sandbox, 'seller'))[0].own).toBeUndefined();
    const again = await sandbox.post('/sandbox/act', { person: 'manager', activity: id, button: 'Save' });
    expect(again).toMatchObject({ status: 404, body: { titles: [] } });
    const edited = message({ attachments: [card(FORM)] });
    await sandbox.connector.conversations.updateActivity(channel(), id, edited);
    expect((await inChannel(sandbox, 'manager'))[0].own).toBeUndefined();
  });

  it.each([
    [{ body: { type: 'application/vnd.microsoft.activity.message', value: 'Noted' } }, 'Noted'],
    [{ status: 400, body: { type: 'application/vnd.microsoft.error', value: { message: 'No' } } }, 'No'],
    [{ status: 501 }, 'Unable to reach app. Please try again.'],
    [
      { body: { type: 'application/vnd.microsoft.card.adaptive', value: 'x' } },
      'Unable to reach app. Please try again.',
    ],
  ])('shows a toast for %j', async (answer, toast) => {
    const id = await postCard(sandbox, FORM);
    sandbox.bot.answer = async () => answer;
    expect((await sandbox.act({ person: 'seller', activity: id, button: 'Save' })).toast).toBe(toast);
  });

  it('gives up on a bot that does not answer', async () => {
    const id = await postCard(sandbox, FORM);
    sandbox.bot.answer = () => 'never';
    const done = await sandbox.act({ person: 'seller', activity: id, button: 'Save' });
    expect(done).toMatchObject({ status: 504, toast: 'Unable to reach app. Please try again.' });
  });

  it('is found in ActionSet, ShowCard and selectAction, by number among equals; a link only gives its address', async () => {
    const go = (verb: string, title = 'Go') => ({ type: 'Action.Execute', title, verb });
    const id = await postCard(sandbox, {
      body: [
        { type: 'ActionSet', actions: [go('one')] },
        { type: 'Container', items: [], selectAction: go('two', 'Open it') },
      ],
      actions: [
        {
          type: 'Action.ShowCard',
          title: 'More',
          card: { body: [{ type: 'Input.Text', id: 'note' }], actions: [go('three')] },
        },
        { type: 'Action.OpenUrl', title: 'Link', url: 'https://contoso.example' },
      ],
    });
    const verb = async (more: object) => {
      await sandbox.act({ person: 'seller', activity: id, ...more });
      return lastGot().value.action.verb;
    };
    expect(await verb({ button: 'GO' })).toBe('one');
    expect(await verb({ button: 'Go', nth: 2, inputs: { note: 'x' } })).toBe('three');
    expect(await verb({ button: 'open it' })).toBe('two');
    expect(await verb({ action: { type: 'Action.Execute', verb: 'forged' } })).toBe('forged');
    const link = await sandbox.act({ person: 'seller', activity: id, button: 'Link' });
    expect(link).toEqual({ status: null, url: 'https://contoso.example', activities: [] });
  });

  it('tells which activities the bot edited before it answered', async () => {
    const id = await postCard(sandbox, FORM);
    sandbox.bot.answer = async () => {
      await sandbox.connector.conversations.updateActivity(channel(), id, message({ text: 'done' }));
      return { body: { type: 'application/vnd.microsoft.activity.message', value: 'ok' } };
    };
    const done = await sandbox.act({ person: 'seller', activity: id, button: 'Save' });
    expect(done.activities).toMatchObject([{ id, text: 'done', updates: 1 }]);
  });

  it('is not there for those who do not see the card, unless unchecked', async () => {
    const id = await postCard(sandbox, FORM);
    const act = { person: 'colleague', activity: id, button: 'Save' };
    expect((await sandbox.post('/sandbox/act', act)).status).toBe(403);
    expect(sandbox.bot.got).toEqual([]);
    await sandbox.act({ ...act, unchecked: true });
    expect(lastGot().from.name).toBe('Lidia Holloway');
  });
});
