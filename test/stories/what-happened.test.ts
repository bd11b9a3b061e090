import { LIDIA, MEGAN } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;

beforeEach(async () => {
  program = await startProgram();
  await program.act({ person: MEGAN, conversation: 'personal', text: 'hello' });
  await program.sample('customer-inquiry', { customerProfile: { name: 'Proseware', team: [] } });
  await program.settle();
});
afterEach(() => program.stop());

const inChannel = async (): Promise<string> => cardOf(await program.channel(), 'Proseware').id;

/** Somebody calls or writes, so many times. */
async function calls(count: number): Promise<void> {
  const activity = await inChannel();
  for (let n = 0; n < count; n += 1) {
    await program.act({ person: MEGAN, activity, button: 'I called' });
    const inputs = { result: n % 2 === 0 ? 'reached' : 'mailed' };
    await program.act({ person: MEGAN, activity, button: 'Save', inputs });
  }
  await program.settle();
}

/** The lines of what happened that stand on a card. */
const linesOn = (content: Loose): string[] =>
  textOf({ attachments: [{ content }] })
    .split('\n')
    .filter((line) => /^\w{3} \d\d:\d\d: /.test(line));

const called = (lines: readonly string[]): number =>
  lines.filter((line) => line.includes('called the customer, Megan Bowen')).length;

const cardIn = ({ body }: Loose): Loose => (body.value?.body ? body.value : body.task.value.card.content);

/** From the newest lines page by page to the oldest. */
async function toTheEnd(first: Loose, press: (button: string) => Promise<Loose>): Promise<string[][]> {
  const pages = [linesOn(first)];
  for (let content = first; JSON.stringify(content).includes('"Show more"');) {
    content = cardIn(await press('Show more'));
    pages.push(linesOn(content));
  }
  return pages;
}

it('65 calls: "show" has the newest lines, Show more all before them ten at a time, Back the ones after', async () => {
  await calls(65);
  program = await program.restart();
  const shown = await program.act({ person: MEGAN, conversation: 'personal', text: 'show proseware' });
  const { id: activity, attachments } = shown.activities.at(-1);
  const press = (button: string): Promise<Loose> => program.act({ person: MEGAN, activity, button });

  const pages = await toTheEnd(attachments[0].content, press);
  expect(pages.map(({ length }) => length).slice(0, -1)).toEqual([15, ...pages.slice(2).map(() => 10)]);
  expect(called(pages.flat())).toBe(65);
  expect(pages.flat().at(-1)).toMatch(/: came in$/);

  expect(linesOn(cardIn(await press('Back')))).toEqual(pages.at(-2));
  expect(linesOn(cardIn(await press('Show more')))).toEqual(pages.at(-1));
});

it('in the dialog of Details the same; the second page leads back to the first, and that to Details', async () => {
  await calls(65);
  const activity = await inChannel();
  const press = (button: string): Promise<Loose> => program.act({ person: MEGAN, activity, button });
  const details = cardIn(await press('Details'));

  const pages = await toTheEnd(details, press);
  expect(called(pages.flat())).toBe(65);
  expect(linesOn(cardIn(await press('Back')))).toEqual(pages.at(-2));

  await program.act({ person: MEGAN, dialog: 'close' });
  await press('Details');
  await press('Show more');
  const second = cardIn(await press('Show more'));
  expect(linesOn(second)).toEqual(pages[2]);
  expect(linesOn(cardIn(await press('Back')))).toEqual(pages[1]);
  expect(linesOn(cardIn(await press('Back')))).toEqual(pages[0]);
});

it('what was only little has no way to more; and nobody else may read on', async () => {
  await calls(3);
  const activity = await inChannel();
  const details = await program.act({ person: MEGAN, activity, button: 'Details' });
  expect(JSON.stringify(details)).not.toContain('Show more');

  await program.act({ person: MEGAN, dialog: 'close' });
  await calls(20);
  const more = JSON.stringify(await program.act({ person: MEGAN, activity, button: 'Details' }));
  const data = /\{"desk":\{"v":1,"do":"past","referral":"[^"]+","from":\d+[^}]*\}/.exec(more)?.[0] ?? '';
  const action = { type: 'Action.Execute', verb: 'past', data: JSON.parse(`${data}}`) };
  const forged = await program.act({ person: LIDIA, activity, action, unchecked: true });
  expect(JSON.stringify(forged)).not.toContain('called the customer');
  expect(JSON.stringify(forged)).toContain('a desk that you are not a member of');
});
