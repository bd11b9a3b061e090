import { rendererWith } from '../cards/drawing';
import { secondary, type Look } from '../../../../src/adapters/teams/cards/look';
import { OFFERED, type Offered } from '../../../../src/adapters/teams/operations/looks';
import type { ReferralOperation } from '../../../../src/domain/operations/operation';
import { intend } from '../../../../src/domain/referral/intents';
import { acceptedView } from '../../../cards/samples';
import { deskChat, readable, THREAD, type DeskChat } from '../bot/chat';
import type { Json } from '../out/fake-teams';

/** An operation that the product does not have: a deal gets another name. */
const rename: ReferralOperation = {
  on: 'referral',
  name: 'rename',
  where: { accepted: 'involved' },
  audit: 'renamed',
  form: () => ({
    name: 'rename',
    fields: [{ id: 'to', kind: 'text', required: true, maxLength: 50, more: false }],
  }),
  start: ({ current }) => ({ to: current.deal.name ?? '' }),
  change: ({ referral, id, by, answers, facts }) =>
    intend(referral, { id, by: { id: by.id, name: by.name }, change: { name: answers['to'] ?? '' } }, facts),
};
const look: Look = {
  operation: rename,
  card: { accepted: secondary(70) },
  command: { also: ['call it'], inManifest: [], inHelp: ['personal'] },
};
const offered: Offered = {
  operations: [...OFFERED.operations, rename],
  looks: [...OFFERED.looks, look],
};
const accepted = acceptedView();
const view = { ...accepted, offers: [...accepted.offers, rename.name] };

let chat: DeskChat;
beforeEach(async () => {
  chat = await deskChat({ views: [view], offered });
});
afterEach(() => chat.stop());

describe('a new row in the table of operations', () => {
  it('is a button of the card and a form, and what is saved stands in the record and the audit', async () => {
    const message = rendererWith('dialog', offered.looks).message({ kind: 'card', view });
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
