import { DIEGO, MEGAN, cardsFor, repliesTo, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
afterEach(() => program.stop());

const HOT = { customerProfile: { name: 'Woodgrove Bank' } };
const REMINDED = 'Time to try Woodgrove Bank again';

const card = async (): Promise<Loose> => cardOf(await program.channel(), 'Woodgrove Bank');
const reminders = async (person = MEGAN): Promise<string[]> =>
  (await cardsFor(program, person, 'Woodgrove Bank')).map(textOf).filter((text) => text.includes(REMINDED));

/** "I called" and how it went; answers with the page that follows. */
async function called(result: string, person = MEGAN): Promise<string> {
  const { id } = await card();
  await program.act({ person, activity: id, button: 'I called' });
  return JSON.stringify(await program.act({ person, activity: id, button: 'Save', inputs: { result } }));
}

const remindMe = async (inputs: Loose, person = MEGAN): Promise<string> =>
  JSON.stringify(await program.act({ person, activity: (await card()).id, button: 'Remind me', inputs }));

beforeEach(async () => {
  program = await startProgram();
  await program.sample('customer-inquiry', HOT);
  await program.settle();
});

it('not reached: a new time is offered, and one private reminder comes then, over a restart', async () => {
  expect(await called('not-reached')).toContain('When shall I remind you to try again?');
  expect(await remindMe({ when: 'tomorrow' })).toMatch(/I remind you in our chat: Tue 09:00/);
  program = await program.restart();
  await program.advance('PT22H');
  expect(await reminders()).toEqual([]);
  await program.advance('PT2H');
  expect(await reminders()).toHaveLength(1);
  expect(await reminders(DIEGO)).toEqual([]);
  expect((await repliesTo(program, (await card()).id)).join('\n')).not.toContain(REMINDED);
  await program.advance('P2D');
  expect(await reminders()).toHaveLength(1);
});

it('another day and time, a new call and its new time: the last one holds', async () => {
  await called('not-reached');
  await remindMe({ when: 'hour' });
  await called('not-reached');
  await remindMe({ day: '2026-03-04', time: '14:30' });
  await program.advance('PT53H');
  expect(await reminders()).toEqual([]);
  await program.advance('PT30M');
  expect(await reminders()).toHaveLength(1);
});

it('reached meanwhile, by whomever, or closed: nobody is reminded', async () => {
  await called('not-reached');
  await remindMe({ when: 'tomorrow' });
  expect(await called('reached', DIEGO)).toContain('Thank you for contacting');
  await program.advance('P1D');
  expect(await reminders()).toEqual([]);
});

it('no reminder is wanted: the call is noted all the same', async () => {
  await called('not-reached');
  await program.act({ person: MEGAN, activity: (await card()).id, button: 'Cancel' });
  await program.settle();
  expect((await repliesTo(program, (await card()).id)).join('\n')).toContain('did not reach them');
  await program.advance('PT2H');
  expect(await reminders()).toEqual([]);
});

it.each([
  ['3', 'Tue 09:00'],
  ['thursday 14:00', 'Thu 14:00'],
  ['in 2 hours', 'Mon 11:00'],
])('in typed words: "%s"', async (words, moment) => {
  expect(await say(program, MEGAN, 'called woodgrove not reached')).toContain(
    'When do you want to try again?',
  );
  expect(await say(program, MEGAN, words)).toContain('Is this right?');
  expect(await say(program, MEGAN, 'save')).toContain(moment);
});
