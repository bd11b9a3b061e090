// What is measured, a section of the table each: all sides of a round one after the other, so that a busy machine is
// busy for each of them.
import { acceptOnBare, acceptOnDesk } from './accept.mjs';
import { share, spread, times } from './figures.mjs';
import { importOn } from './import.mjs';
import { intakeOnBare, intakeOnDesk, roundOnBare, roundOnDesk, stallsOnDesk } from './intake.mjs';
import { amongMany, fill } from './million.mjs';
import { startOfBare, startOfDesk } from './start.mjs';

/** Rounds of all sides in turn: { side: [result of each round] }. */
async function inRounds({ settings, told }, sides) {
  const results = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let round = 1; round <= settings.rounds; round += 1) {
    for (const [name, measure] of Object.entries(sides)) {
      results[name].push(await measure());
      told(`round ${round}, ${name}: ${JSON.stringify(results[name].at(-1))}`);
    }
  }
  return results;
}

const onStores = (stores, measure) =>
  Object.fromEntries(stores.map((store) => [store.name, () => measure(store)]));
const BARE = 'bare SDK';
const each = (results, read) => results.map(read);

/** The rows of one figure: each side's spread, and each store's against the bare SDK's. */
function row(what, results, read, compare) {
  const cells = Object.entries(results).map(([name, all]) => {
    const figure = spread(each(all, read));
    return name === BARE || !compare
      ? figure
      : `${figure}: ${compare(each(all, read), each(results[BARE], read))}`;
  });
  return [what, ...cells];
}

async function accept(bench) {
  const { teams, stores, kept, settings } = bench;
  const results = await inRounds(bench, {
    ...onStores(stores, (store) => acceptOnDesk(teams, store, kept, settings.accepts)),
    [BARE]: () => acceptOnBare(teams, kept, settings.accepts),
  });
  const own = ([what, read]) => [...row(what, { ...results, [BARE]: [] }, read)];
  return {
    title: 'Accept by dialog',
    text: `The button, Save, and all that follows in Teams (${kept.calls.length} calls) inside the measured time; 16 at a time, in brackets from the slowest to the fastest round. No Partner Center on either side.`,
    head: ['', ...Object.keys(results)],
    rows: [
      row('accepts a second', results, (one) => one.rate, share),
      row('Save is answered, median, ms', results, (one) => one.p50, times),
      row('Save is answered, p99, ms', results, (one) => one.p99, times),
      row('CPU an accept, ms', results, (one) => one.cpuMs, times),
      row('alone: Save is answered, median, ms', results, (one) => one.alone.p50, times),
      row('alone: Save is answered, p99, ms', results, (one) => one.alone.p99, times),
      own(['durable commits (syncs) an accept', (one) => one.syncs]),
      own(['– alone', (one) => one.alone.syncs]),
      own(['writes (transactions, of MongoDB commands) an accept', (one) => one.commits]),
      own(['– alone', (one) => one.alone.commits]),
      row('memory after it (RSS), MB', results, (one) => one.rss),
    ],
  };
}

async function intake(bench) {
  const { teams, stores, kept, settings } = bench;
  const results = await inRounds(bench, {
    ...onStores(stores, (store) => intakeOnDesk(teams, store, settings.intake)),
    [BARE]: () => intakeOnBare(teams, kept, settings.intake),
  });
  return {
    title: 'Intake → card posted',
    text: `${settings.intake} leads, 100 a request, until the last card is posted; the bare SDK sends the same card as often in a loop of \`sendActivity\`, 8 at a time as this program does.`,
    head: ['', ...Object.keys(results)],
    rows: [
      row('cards a second', results, (one) => one.rate, share),
      row('CPU a card, ms', results, (one) => one.cpuMs, times),
    ],
  };
}

async function round(bench) {
  const { teams, stores, kept, settings } = bench;
  const { due, open } = settings;
  const results = await inRounds(bench, {
    ...onStores(stores, (store) => roundOnDesk(teams, store, due, open)),
    [BARE]: () => roundOnBare(teams, kept, due),
  });
  return {
    title: `A round with ${due} reminders due among ${open}`,
    text: 'From the moment at which they come due until the last is said; the bare SDK sends the same text as often.',
    head: ['', ...Object.keys(results)],
    rows: [row('ms', results, (ms) => ms, times)],
  };
}

async function stalls(bench) {
  const { teams, stores, settings } = bench;
  const results = await inRounds(
    bench,
    onStores(stores, (store) => stallsOnDesk(teams, store, settings.open)),
  );
  return {
    title: 'Nobody waits for somebody else’s work',
    text: 'The longest time for which the process did nothing else (event loop delay), ms.',
    head: ['', ...Object.keys(results)],
    rows: [
      row(`intake of ${Math.round(settings.open * 0.9)} in one request`, results, (one) => one.intake),
      row(`\`bind\` saved again with ${settings.open} open`, results, (one) => one.bind),
      row('– answered after', results, (one) => one.bindMs),
      row(`\`inbox\` with ${settings.open} open`, results, (one) => one.inbox),
    ],
  };
}

async function start(bench) {
  const { teams, stores, kept } = bench;
  const results = await inRounds(bench, {
    ...onStores(stores, (store) => startOfDesk(teams, store)),
    [BARE]: () => startOfBare(teams, kept),
  });
  return {
    title: 'Start',
    text: 'Built before, with a new database, until it listens.',
    head: ['', ...Object.keys(results)],
    rows: [
      row('ms', results, (one) => one.ms, times),
      row('memory then (RSS), MB', results, (one) => one.rss),
    ],
  };
}

async function firstImport(bench) {
  const { stores, teams, settings } = bench;
  const results = await inRounds(
    bench,
    onStores(stores, (store) => importOn(teams, store, settings.found)),
  );
  return {
    title: `First import of ${settings.found.toLocaleString('en')} open referrals, and a poll with nothing new`,
    text: 'From the moment at which Partner Center (pages of 100, played on the same machine) answers until one message in the channel tells of all of them.',
    head: ['', ...Object.keys(results)],
    rows: [
      row('import, ms', results, (one) => one.ms),
      row('– calls of Partner Center', results, (one) => one.calls),
      row('– memory after it (RSS), MB', results, (one) => one.rss),
      row('– the longest for which nothing else was done, ms', results, (one) => one.stallMs),
      row('a poll with nothing new, ms', results, (one) => one.idle.ms),
      row('– CPU, ms', results, (one) => one.idle.cpuMs),
      row('– calls of Partner Center', results, (one) => one.idle.calls),
    ],
  };
}

async function many(bench) {
  const { teams, stores, settings, told } = bench;
  const results = [];
  for (const store of stores) {
    const url = store.fresh();
    const begun = performance.now();
    await fill(teams, url, settings.many);
    told(`${store.name}: filled in ${Math.round((performance.now() - begun) / 1000)} s`);
    results.push(await amongMany(teams, url, settings));
    told(JSON.stringify(results.at(-1)));
  }
  const figure = ({ p50, p95 }) => `${spread([p50]).split(' ')[0]} / ${spread([p95]).split(' ')[0]}`;
  const ms = (value) => spread([value]).split(' ')[0];
  return {
    title: `Among ${settings.many.toLocaleString('en')} referrals`,
    text: `Median / p95 of ${settings.asked} times, ms, over the whole way of a message through the bot; one run.`,
    head: ['', ...stores.map(({ name }) => name)],
    rows: [
      ...Object.keys(results[0].lists).map((name) => [
        name,
        ...results.map(({ lists }) => figure(lists[name])),
      ]),
      [`a round with ${settings.due} due`, ...results.map(({ roundMs }) => ms(roundMs))],
      ['start', ...results.map(({ startMs }) => ms(startMs))],
      ['memory after it (RSS), MB', ...results.map(({ rss }) => ms(rss))],
    ],
  };
}

export const measures = { accept, intake, round, stalls, start, import: firstImport, many };
