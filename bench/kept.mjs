// What this program answers and sends, kept once so that the bare SDK can do just that.
import { acceptOne } from './accept.mjs';
import { personOf } from './client.mjs';
import { hoursAgo, lead, moveClock, quiet, withCards } from './leads.mjs';
import { bindDesk, startDesk } from './subjects.mjs';
import { CHANNEL } from './teams.mjs';

/** One Accept, one card, one reminder: { channel, fetch, submit, posted, reminder, calls: [{ to, activity }] }. */
export async function keepAnswers(teams, databaseUrl) {
  const desk = await startDesk(teams, databaseUrl);
  await bindDesk(desk, teams);
  const cards = await withCards(desk, teams, [lead(0), lead(1, { createdDateTime: hoursAgo(19.9) })]);
  const card = cards.find((one) => JSON.stringify(one.card).includes('Customer 0 '));
  const kept = { channel: CHANNEL, calls: [], posted: card.card };
  const stop = teams.watch((call) => {
    const to = call.method === 'PUT' ? 'card' : 'person';
    kept.calls.push({ to, activity: contentOf(JSON.parse(call.text)) });
  });
  await acceptOne(desk, card, personOf(0), kept);
  await quiet(teams);
  stop();
  kept.reminder = await reminded(desk, teams);
  await desk.stop();
  return kept;
}

/** Without who sent it where. */
const contentOf = (activity) =>
  Object.fromEntries(
    Object.entries(activity).filter(([name]) => !['conversation', 'from', 'id'].includes(name)),
  );

/** The reminder that comes when 20 hours are over. */
async function reminded(desk, teams) {
  const said = new Promise((resolve) => {
    const done = teams.watch((call) => {
      if (call.method !== 'POST' || !call.text.includes('Customer 1 ')) return;
      done();
      resolve(JSON.parse(call.text));
    });
  });
  await moveClock(desk, 'PT12M');
  return contentOf(await said);
}
