// Leads as the intake takes them, and what Teams hears of them.
import { post } from './client.mjs';
import { takeIn } from './subjects.mjs';

const AT_ONCE = 100;
const NEVER_MS = 60_000;

export const hoursAgo = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString();

export const lead = (index, over = {}) => ({
  ...{ id: `bench-${index}`, createdDateTime: hoursAgo(0.02) },
  customerProfile: { name: `Customer ${index} GmbH`, address: { city: 'Bonn', country: 'DE' } },
  details: { notes: 'Help with 80 seats', customerRequestedContact: false },
  ...over,
});

export const leads = (count, over = {}) => Array.from({ length: count }, (_, index) => lead(index, over));

export async function takeAllIn(desk, all) {
  for (let at = 0; at < all.length; at += AT_ONCE) await takeIn(desk, all.slice(at, at + AT_ONCE));
}

/** Takes them in, and waits for their cards: [{ activity, card }]. */
export async function withCards(desk, teams, all) {
  const cards = [];
  const posted = heard(teams, all.length, (call, { activityId }) => {
    if (call.path !== '/conversations' || !activityId) return false;
    cards.push({ activity: activityId, card: JSON.parse(call.text).activity });
    return true;
  });
  await takeAllIn(desk, all);
  await posted;
  return cards;
}

/** Resolves when Teams has heard so many calls (of those that `counts` takes); rejects when nothing comes for a minute (`neverMs`). */
export const heard = (teams, count, counts = () => true, neverMs = NEVER_MS) =>
  new Promise((resolve, reject) => {
    let missing = count;
    const late = setTimeout(() => reject(new Error(`${missing} of ${count} calls never came`)), neverMs);
    const done = teams.watch((call, answer) => {
      if (!counts(call, answer)) return;
      missing -= 1;
      late.refresh();
      if (missing > 0) return;
      clearTimeout(late);
      done();
      resolve();
    });
  });

/** The desk's business time moves on; what comes due on the way is worked off. */
export const moveClock = (desk, advance) => post(`${desk.url}/sandbox/clock`, { advance });

/** Resolves when Teams has heard nothing for half a second. */
export const quiet = (teams, ms = 500) =>
  new Promise((resolve) => {
    const over = () => {
      stop();
      resolve();
    };
    let timer = setTimeout(over, ms);
    const stop = teams.watch(() => {
      clearTimeout(timer);
      timer = setTimeout(over, ms);
    });
  });
