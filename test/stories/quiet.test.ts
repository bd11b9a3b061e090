import { MANAGER, MEGAN, repliesTo, say } from './doing';
import { startProgram, textOf, type Loose, type Program } from './program';

/** One life of a desk, from a Monday, 9:00 in Bonn: what comes then is of Tuesday's list. */
let program: Program;
beforeAll(async () => {
  program = await startProgram({ TIME_ZONE: 'Europe/Berlin' });
  await program.advance('PT10S');
});
afterAll(() => program.stop());

/** So that the days in which it expires are few. */
const SOON = { expirationDateTime: '2026-03-07T08:00:00Z' };
const SPAM = { isSpam: true };
const asked = (customerRequestedContact: unknown) => ({ details: { customerRequestedContact } });

const comes = async (name: string, over: Loose = SPAM, kind = 'customer-inquiry'): Promise<Loose> =>
  program.sample(kind, { customerProfile: { name }, ...SOON, ...over });
const installs = (name: string, over: Loose): Promise<Loose> => comes(name, over, 'marketplace-lead');

const posted = async (name: string): Promise<Loose[]> =>
  (await program.channel()).filter(
    (one) => one.from.bot && one.thread === null && JSON.stringify(one.attachments ?? '').includes(name),
  );
const isList = (one: Loose): boolean => textOf(one).includes('may need nothing');
const lists = async (): Promise<Loose[]> => (await program.channel()).filter(isList);
const cards = async (name: string): Promise<Loose[]> => (await posted(name)).filter((one) => !isList(one));
const heard = async (name: string): Promise<string[]> =>
  (await program.chat(MANAGER)).map(textOf).filter((text) => text.includes(name));
const patched = (id: string, path: string, value: unknown): Promise<unknown> =>
  program.patch(`/sandbox/partner-center/v1.0/engagements/referrals/${id}`, [{ op: 'replace', path, value }]);

/** What stands in the list of one customer, with its buttons. */
async function rowOf(name: string): Promise<string> {
  const [list] = await lists();
  const rows: Loose[] = list.attachments[0].content.body.filter((one: Loose) => one.selectAction);
  const content = rows.find((one) => JSON.stringify(one).includes(name));
  return content ? textOf({ attachments: [{ content }] }) : '';
}

/** The button of that customer's row: the rows have the same ones. */
async function press(name: string, button: string): Promise<string> {
  const [list] = await lists();
  const rows: Loose[] = list.attachments[0].content.body.filter((one: Loose) => one.selectAction);
  const before = rows.slice(0, 1 + rows.findIndex((one) => JSON.stringify(one).includes(name)));
  const nth = before.filter((one) => JSON.stringify(one).includes(`"${button}"`)).length;
  const answer = JSON.stringify(await program.act({ person: MEGAN, activity: list.id, button, nth }));
  await program.act({ person: MEGAN, dialog: 'close' });
  return answer;
}

describe('on the day it comes', () => {
  it.each([
    ['asks to be called', { callToAction: 'INS', ...asked('true') }],
    ['“contact me”', { callToAction: 'PLT', ...asked(null) }],
    ['a word that nobody knows', { callToAction: 'Whatever', ...asked(false) }],
    ['no word', { callToAction: null, referralSource: 'AppSource', ...asked(false) }],
    ['a flag that is none', { isSpam: 'maybe' }],
  ])('%s: a card as ever', async (what, over) => {
    await installs(`Loud (${what}) Ltd`, over);
    await program.settle();
    expect(await cards(`Loud (${what}) Ltd`)).toHaveLength(1);
  });

  it('what is taken for spam, or installed without a wish to be called, has no card', async () => {
    for (const name of ['Spam Ltd', 'Fine Ltd', 'Bad Ltd', 'Early Ltd', 'Taken Ltd']) await comes(name);
    // By itself: what comes with more than ten others in a minute is a line of a list.
    await comes('Late Ltd', { ...SPAM, expirationDateTime: '2026-03-07T07:45:00Z' });
    await installs('Tried Ltd', { callToAction: 'INS', ...asked(false) });
    await installs('Trial Ltd', { callToAction: 'StartTestDrive', ...asked(null) });
    const source = 'AzureMarketplace-INS|contoso.offer';
    await installs('Source Ltd', { callToAction: null, referralSource: source, ...asked(null) });
    await program.settle();
    for (const name of ['Spam Ltd', 'Fine Ltd', 'Bad Ltd', 'Tried Ltd', 'Trial Ltd', 'Source Ltd'])
      expect(await posted(name)).toEqual([]);
  });

  it('who asks for it sees it as it is, with what may be done', async () => {
    const answer = await program.act({ person: MEGAN, conversation: 'personal', text: 'show spam ltd' });
    for (const words of ['Partner Center takes this for spam', '"Not spam"', '"Report as spam"', '"Accept"'])
      expect(JSON.stringify(answer)).toContain(words);
    expect(await say(program, MEGAN, 'search late ltd')).toContain('takes it for spam');
    expect(await say(program, MEGAN, 'not spam tried ltd')).toContain('does not take Tried Ltd for spam');
  });

  it('Not spam, an answer, and Partner Center itself make a card of it at once', async () => {
    const { id } = await comes('Cleared Ltd');
    expect(await say(program, MEGAN, 'not spam early ltd')).toContain('is a referral like any other now');
    for (const words of ['accept taken ltd', 'Eighty seats', '40k eur', 'skip', 'skip', 'save'])
      await say(program, MEGAN, words);
    await patched(id, '/isSpam', false);
    await program.advance('PT5M');
    expect(textOf((await cards('Cleared Ltd'))[0])).toContain('answer by');
    expect(textOf((await cards('Early Ltd'))[0])).not.toContain('spam:');
    expect(textOf((await cards('Taken Ltd'))[0])).toContain(MEGAN);
  });

  it('one that is taken for spam later keeps its card', async () => {
    const { id } = await comes('Flagged Ltd', {});
    await program.settle();
    await patched(id, '/isSpam', true);
    await program.advance('PT5M');
    expect(textOf((await cards('Flagged Ltd'))[0])).toContain('takes this for spam');
  });
});

describe('on the next morning', () => {
  beforeAll(async () => {
    program = await program.restart();
    await program.advance('PT25H');
  });

  it('one list says it, with what may be done; it asks nobody', async () => {
    const [list, ...more] = await lists();
    expect(more).toEqual([]);
    expect(textOf(list)).toContain('7 referrals that may need nothing');
    expect(list.timestamp).toMatch(/^2026-03-03T08:/);
    expect(list.attachments[0].content.msteams.entities).toEqual([]);
    expect(await rowOf('Spam Ltd')).toMatch(/takes it for spam[^]*expires[^]*Not spam[^]*Report as spam/);
    expect(await rowOf('Tried Ltd')).toMatch(/Installed it, did not ask to be called[^]*Show$/);
    for (const name of ['Early Ltd', 'Taken Ltd', 'Cleared Ltd', 'Flagged Ltd', 'Loud'])
      expect(await rowOf(name)).toBe('');
  });

  it('Not spam posts its card, with its clocks as they are; the list follows', async () => {
    expect(await press('Fine Ltd', 'Not spam')).toContain('its card is in the channel');
    await program.settle();
    const [card] = await cards('Fine Ltd');
    expect(textOf(card)).not.toContain('spam:');
    expect(textOf(card)).toMatch(/Nobody has it yet/);
    expect(await rowOf('Fine Ltd')).not.toContain('for spam');
    expect(await say(program, MEGAN, 'not spam fine ltd')).toContain('does not take Fine Ltd for spam');
  });

  it('Report as spam declines it, and may be taken back', async () => {
    expect(await press('Bad Ltd', 'Report as spam')).toContain('Reported as spam');
    await program.settle();
    expect(await rowOf('Bad Ltd')).toContain('Declined');
    await say(program, MEGAN, 'undo bad ltd');
    await program.settle();
    expect(await rowOf('Bad Ltd')).toContain('takes it for spam');
    await press('Bad Ltd', 'Report as spam');
    await program.advance('PT2M');
    expect(await cards('Bad Ltd')).toEqual([]);
  });

  it('Show posts the card of what was installed; a look at spam posts nothing', async () => {
    expect(await press('Tried Ltd', 'Show')).toContain('Tried Ltd');
    expect(await press('Spam Ltd', 'Show Spam Ltd')).toContain('Not spam');
    await program.settle();
    expect(textOf((await cards('Tried Ltd'))[0])).toContain('Installed it, did not ask to be called');
    expect(await cards('Spam Ltd')).toEqual([]);
  });
});

describe('in the days after', () => {
  const replies = async (name: string): Promise<string> =>
    (await repliesTo(program, (await cards(name))[0].id)).join();

  it('nobody is reminded of it, and no list comes without news', async () => {
    await program.advance('PT21H');
    for (const name of ['Tried Ltd', 'Flagged Ltd']) expect(await replies(name)).not.toMatch(/answered|left/);
    expect(await replies('Cleared Ltd')).toMatch(/Nobody has answered/);
    for (const name of ['Late Ltd', 'Tried Ltd']) expect(await heard(name)).toEqual([]);
    expect(await lists()).toHaveLength(1);
  });

  it('a manager hears of it 3 days before it expires, once, and why it was quiet', async () => {
    await program.advance('PT4H');
    expect((await heard('Late Ltd')).join()).toMatch(/left before it expires[^]*takes this for spam/);
    await program.advance('P3DT2H');
    expect(await replies('Fine Ltd')).toMatch(/expires/);
    for (const name of ['Late Ltd', 'Trial Ltd']) {
      expect(await heard(name)).toHaveLength(1);
      expect(await cards(name)).toEqual([]);
      expect(await rowOf(name)).toContain('Expired');
    }
  });
});
