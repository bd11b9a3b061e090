// Intake → card posted, against a bare loop that sends the same card; what a large intake does to everybody else.
import { personOf, post, say } from './client.mjs';
import { heard, hoursAgo, leads, moveClock, quiet, takeAllIn } from './leads.mjs';
import { bindDesk, startBare, startDesk, takeIn } from './subjects.mjs';

/** As many as this program works on at a time. */
const WIDTH = 8;

const isCard = ({ path }, { activityId }) => path === '/conversations' && activityId !== undefined;

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Cards a second, from the first POST until the last card is posted; the server's CPU for each, ms. */
export async function intakeOnDesk(teams, store, count) {
  const desk = await startDesk(teams, store.fresh());
  await bindDesk(desk, teams);
  const take = (all) =>
    timed(async () => {
      const posted = heard(teams, all.length, isCard);
      await takeAllIn(desk, all);
      await posted;
    });
  // Of other customers: those of a customer who is known are held against the known ones.
  const all = leads(count * 2);
  await take(all.slice(0, count));
  await quiet(teams);
  await desk.ask('reset');
  const ms = await take(all.slice(count));
  const { cpuMs } = await desk.ask('read');
  await desk.stop();
  return { rate: (count / ms) * 1000, cpuMs: cpuMs / count };
}

const loopOn = async (teams, kept, loop) => {
  const bare = await startBare(teams, kept);
  await post(`${bare.url}/loop`, loop);
  await bare.ask('reset');
  const ms = await timed(() => post(`${bare.url}/loop`, loop));
  const { cpuMs } = await bare.ask('read');
  await bare.stop();
  return { ms, cpuMs };
};

export async function intakeOnBare(teams, kept, count) {
  const { ms, cpuMs } = await loopOn(teams, kept, { count, width: WIDTH, what: 'posted' });
  return { rate: (count / ms) * 1000, cpuMs: cpuMs / count };
}

/** Milliseconds until the last of `due` reminders is said, among `among` referrals. */
export async function roundOnDesk(teams, store, due, among) {
  const desk = await startDesk(teams, store.fresh());
  await bindDesk(desk, teams);
  const [others, soon] = [leads(among - due), leads(due, { createdDateTime: hoursAgo(19.5) })];
  const cards = heard(teams, among, isCard);
  await takeAllIn(desk, others);
  await takeAllIn(
    desk,
    soon.map((one) => ({ ...one, id: `due-${one.id}` })),
  );
  await cards;
  await quiet(teams);
  const ms = await roundOn(desk, teams, due);
  await desk.stop();
  return ms;
}

export const roundOn = (desk, teams, due) =>
  timed(async () => {
    const said = heard(teams, due, ({ text }) => text.includes('Nobody has answered'));
    await Promise.all([moveClock(desk, 'PT1H'), said]);
  });

export const roundOnBare = async (teams, kept, due) =>
  (await loopOn(teams, kept, { count: due, width: WIDTH, what: 'reminder' })).ms;

/** The longest time, in ms, for which the server did nothing else: while 900 are taken in at once, on `bind` with 1,000 open, on `inbox`. */
export async function stallsOnDesk(teams, store, open) {
  const desk = await startDesk(teams, store.fresh());
  const bindAgain = await bindDesk(desk, teams);
  const during = async (work) => {
    await quiet(teams);
    await desk.ask('reset');
    await work();
    await quiet(teams, 1_000);
    return (await desk.ask('read')).stallMs;
  };
  await during(() => takeAllIn(desk, leads(Math.round(open / 10))));
  const all = leads(open).slice(Math.round(open / 10));
  const stalls = { intake: await during(() => takeIn(desk, all)) };
  let answered;
  stalls.bind = await during(async () => {
    answered = await timed(bindAgain);
  });
  stalls.inbox = await during(() => say(desk, personOf(0), 'inbox'));
  await desk.stop();
  return { ...stalls, bindMs: answered };
}
