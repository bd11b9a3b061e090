import { accept, cardsFor, DEAL, MANAGER, MEGAN, say, threadOf } from './doing';
import { cardOf, startProgram, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;

const NAME = '**Bold** [link](https://evil.example) <b>tag</b> ${1+1} <at>Nestor Wilke</at>';
const NOTES = `# Heading\n- <script>alert(1)</script> ![x](https://evil.example/x.png) \${$root.title} <at>Everyone</at> {{DATE(2020)}}`;
const TYPED = '[pay here](https://evil.example) <at>Nestor Wilke</at> ${name} **now**';

beforeEach(async () => {
  program = await startProgram();
  referral = await program.sample('customer-inquiry', {
    customerProfile: { name: NAME },
    details: { customerRequestedContact: true, notes: NOTES },
  });
  await program.settle();
});
afterEach(() => program.stop());

const partsOf = (part: Loose): Loose[] =>
  Array.isArray(part)
    ? part.flatMap(partsOf)
    : typeof part === 'object' && part !== null
      ? [part, ...Object.values(part).flatMap(partsOf)]
      : [];

/** All that the bot has put before anybody's eyes, everywhere. */
async function everything(): Promise<Loose[]> {
  const conversations = await program.get('/sandbox/conversations');
  const all = await Promise.all(
    conversations.map((one: Loose) =>
      program.get(`/sandbox/conversations/${encodeURIComponent(one.id)}/activities`),
    ),
  );
  return all.flat().filter((one: Loose) => one.from.bot);
}

/** What Teams reads as markdown is TextBlocks, Facts, titles and texts; a TextRun is shown as it is. */
function expectHarmless(activities: readonly Loose[]): void {
  const mentioned = activities.flatMap((one) => [
    ...(one.entities ?? []),
    ...partsOf(one.attachments).flatMap((part) => part.msteams?.entities ?? []),
  ]);
  const marks = mentioned.map((entity: Loose) => entity.mentioned.name);
  expect(marks.filter((name: string) => !['Megan Bowen', MANAGER].includes(name))).toEqual([]);
  for (const one of activities) {
    const texts = (one.text ?? '').replace(/<at>Megan Bowen<\/at>/g, '');
    expect(texts).not.toMatch(/<(?:at|b|script)>/);
    for (const part of partsOf(one.attachments)) {
      if (part.type === 'TextBlock')
        expect(part.text).not.toMatch(/evil|\*\*|<(?:b|script)>|<at>Ev|<at>Nestor/);
      if (part.type === 'FactSet') expect(JSON.stringify(part.facts)).not.toMatch(/evil|\*\*/);
      if (part.type === 'Action.OpenUrl') expect(part.url).not.toContain('evil');
      if (part.type === 'Image') expect(part.url).not.toContain('evil');
    }
  }
}

const runs = (activity: Loose): string =>
  partsOf(activity.attachments)
    .filter((part) => part.type === 'TextRun')
    .map((part) => part.text)
    .join('\n');

it("a customer's name and words stand on the card as they were written: no markup, no template, no mention, no link", async () => {
  const card = cardOf(await program.channel(), '**Bold**');
  expect(runs(card)).toContain(NAME);
  expect(runs(card)).toContain('<script>alert(1)</script> ![x](https://evil.example/x.png)');
  expect(runs(card)).toContain('${$root.title}');
  expect(runs(card)).toContain('{{DATE(2020)}}');
  expectHarmless(await everything());
});

it('in reminders and to the manager as well: whoever is named in it is not called', async () => {
  await program.advance('PT22H');
  const card = cardOf(await program.channel(), '**Bold**');
  const thread = await threadOf(program, card.id);
  expect(thread).toHaveLength(3);
  for (const reply of thread)
    expect(reply.entities.map((one: Loose) => one.mentioned.name)).toEqual(['Megan Bowen']);
  expect(thread[0].text).toContain('&lt;at&gt;Nestor Wilke&lt;/at&gt;');
  expect(await cardsFor(program, MANAGER, 'Bold link')).toHaveLength(1);
  expectHarmless(await everything());
});

it('what a seller writes into the form reaches Partner Center to the letter, and the card as words', async () => {
  const card = cardOf(await program.channel(), '**Bold**');
  await accept(program, card.id, MEGAN, { ...DEAL, name: TYPED, notes: `${TYPED}\nsecond line` });
  await program.settle();
  const stored = await program.partnerCenter(referral.id);
  expect(stored.name).toBe(TYPED);
  expect(stored.details.notes).toContain(`${TYPED}\nsecond line`);
  // What the customer wrote stands before it.
  expect(stored.details.notes.startsWith(NOTES)).toBe(true);
  expect(runs(cardOf(await program.channel(), '**Bold**'))).toContain(TYPED);
  expectHarmless(await everything());
});

it('typed words are taken and repeated as they are, a mention as the name in it', async () => {
  const said = TYPED.replace(/<\/?at>/g, '');
  await say(program, MEGAN, 'accept **Bold**');
  const answer = await say(program, MEGAN, TYPED);
  expect(answer).toContain('What is the deal worth?');
  await say(program, MEGAN, '40k eur');
  await say(program, MEGAN, '30 april 2026');
  const { activities } = await program.act({ person: MEGAN, conversation: 'personal', text: NOTES });
  expect(activities.map(runs).join('\n')).toContain(said);
  await say(program, MEGAN, 'save');
  await program.settle();
  expect((await program.partnerCenter(referral.id)).name).toBe(said);
  expectHarmless(await everything());
});

it('lists, searches and unknown words repeat nothing as markup', async () => {
  for (const text of ['inbox', 'search bold', 'show bold', 'search [x](https://evil.example)', TYPED])
    await say(program, MEGAN, text);
  await say(program, MEGAN, `search ${TYPED}`, 'Referrals');
  expectHarmless(await everything());
});
