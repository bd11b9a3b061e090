import { rendererWith } from '../cards/drawing';
import { rename, withRename } from '../../../support/rename-row';
import { acceptedView } from '../../../cards/samples';
import { deskChat, readable, THREAD, type DeskChat } from '../bot/chat';
import type { Json } from '../out/fake-teams';

const accepted = acceptedView();
const view = { ...accepted, offers: [...accepted.offers, rename.name] };

let chat: DeskChat;
beforeEach(async () => {
  chat = await deskChat({ views: [view], offered: withRename });
});
afterEach(() => chat.stop());

describe('a new row in the table of operations', () => {
  it('is a button of the card and a form, and what is saved stands in the record and the audit', async () => {
    const message = rendererWith('dialog', withRename.looks).message({ kind: 'card', view });
    const page: Json = await chat.open(message.attachments![0]!.content, 'buttons.rename', {
      conversation: THREAD,
      replyToId: '1700',
    });
    expect(readable({ attachments: [page.value.card] })).toContain('[Tailspin Toys – Microsoft 365]');
    const wrong = await chat.submit(page, 'Save', { to: 'x'.repeat(51) });
    expect(readable({ attachments: [wrong.value.card] })).toMatch(/too long/);
    expect((await chat.submit(page, 'Save', { to: 'Eighty seats' })).value).toContain('outcomes.renamed');
    expect((await chat.seen()).deal.name).toBe('Eighty seats');
    expect((await chat.referral()).audit.at(-1)).toMatchObject({ what: 'renamed' });
  });

  it('is a typed command with its form, and stands in help', async () => {
    expect(await chat.say('commands')).toContain('commands.rename');
    expect(await chat.say('rename tailspin')).toContain('forms.rename.to.ask');
    await chat.say('Eighty seats');
    await chat.say('save');
    expect((await chat.seen()).deal.name).toBe('Eighty seats');
  });

  it('is refused in words where it is not possible', async () => {
    const data = { desk: { v: 1, do: 'rename', referral: (await chat.referral()).id } };
    const from = { id: '29:diego', name: 'Diego', aadObjectId: '44444444-4444-4444-8444-444444444444' };
    const answer = await chat.invoke('task/fetch', { data }, { conversation: THREAD, from });
    expect(JSON.stringify(answer.body)).toMatch(/not a member|holds it/);
    expect((await chat.seen()).deal.name).toBe('Tailspin Toys – Microsoft 365');
  });
});
