// A desk with very many referrals: its lists, its search, and a round of reminders among them.
import { createRequire } from 'node:module';
import { acceptOne } from './accept.mjs';
import { personOf, say } from './client.mjs';
import { percentile } from './figures.mjs';
import { fillWith } from './fill.mjs';
import { roundOn } from './intake.mjs';
import { heard, hoursAgo, leads, quiet, takeAllIn, withCards } from './leads.mjs';
import { bindDesk, startDesk } from './subjects.mjs';
import { PEOPLE } from './teams.mjs';

const require = createRequire(import.meta.url);
/** One in a thousand is not answered yet, one in fifty is being worked on, the others are over. */
const stageOf = (index) => (index % 1_000 === 0 ? 'received' : index % 50 === 1 ? 'accepted' : 'archived');
const FIRST = [
  'Adatum',
  'Contoso',
  'Fabrikam',
  'Litware',
  'Northwind',
  'Proseware',
  'Tailspin',
  'Woodgrove',
  'Zermatt',
];
const SECOND = [
  'Bank',
  'Clinic',
  'Foods',
  'Insurance',
  'Logistics',
  'Media',
  'Robotics',
  'Toys',
  'Vineyards',
  'Works',
];
const nameOf = (index) =>
  `${FIRST[index % FIRST.length]} ${SECOND[Math.floor(index / 9) % SECOND.length]} ${(index * 7_919).toString(36)}`;

/** One referral of each stage, as this program itself wrote it. */
async function samples(teams, url) {
  const desk = await startDesk(teams, url);
  await bindDesk(desk, teams);
  const [one, over, , ...accepted] = await withCards(desk, teams, [
    ...leads(3),
    ...leads(2).map((lead) => ({ ...lead, id: `a-${lead.id}` })),
  ]);
  for (const [at, card] of [one, over, ...accepted].entries()) await acceptOne(desk, card, personOf(at));
  await quiet(teams);
  await desk.stop();
}

async function storeAt(url) {
  if (url.startsWith('sqlite:'))
    return require('../dist/adapters/sqlite/open-sqlite.js').openSqlite(url.slice(7));
  return require('../dist/adapters/mongo/open-mongo.js').openMongo(url);
}

/** Fills the database with so many, copies of the samples under other names and owners. */
export async function fill(teams, url, count) {
  await samples(teams, url);
  const { store } = await storeAt(url);
  const [received, accepted] = await Promise.all(
    ['received', 'accepted'].map(async (stage) => (await store.list('referral', { stage }, 1)).items[0]),
  );
  await store.close();
  const closed = { status: 'Closed', substatus: 'Won' };
  // As each that is open wakes once a day, and nothing is due while the lists are measured.
  const wakeAt = Date.now() + 86_400_000;
  const copies = {
    received: { ...received, wakeAt },
    accepted: { ...accepted, wakeAt },
    archived: { ...accepted, observed: { ...accepted.observed, ...closed }, wakeAt: null },
  };
  const copy = (index) => {
    const { own, observed, account, ...rest } = copies[stageOf(index)];
    const person = PEOPLE[index % PEOPLE.length];
    const owner = { id: `${person.tenantId}/${person.aadObjectId}`, name: person.name };
    return {
      ...{ ...rest, account, id: `${account}/m-${index}`, referralId: `m-${index}`, version: 0, outbox: [] },
      observed: {
        ...observed,
        id: `m-${index}`,
        name: `Deal ${index}`,
        customerProfile: { ...observed.customerProfile, name: nameOf(index) },
      },
      own: own.owner ? { ...own, owner } : own,
    };
  };
  await fillWith(url, count, copy);
}

const WORDS = {
  inbox: 'inbox',
  'my active deals': 'my active deals',
  'all deals': 'all deals',
  archive: 'archive',
  'search: one customer': 'search tailspin toys',
  'search: a word nobody has': 'search quetzalcoatl',
  'search: the first letter': 'search c',
};

/** What it takes to answer, in ms, over the whole way of a message: { name: { p50, p95 } }; and a round of `due` reminders. */
export async function amongMany(teams, url, { asked, due }) {
  const desk = await startDesk(teams, url);
  const lists = {};
  for (const [name, words] of Object.entries(WORDS)) {
    const took = [];
    for (let at = 0; at < asked; at += 1) {
      const begun = performance.now();
      await say(desk, personOf(at), words);
      took.push(performance.now() - begun);
    }
    lists[name] = { p50: percentile(took.slice(1), 0.5), p95: percentile(took.slice(1), 0.95) };
  }
  const cards = heard(
    teams,
    due,
    ({ path, text }) => path === '/conversations' && text.includes('"isGroup":true'),
  );
  await takeAllIn(
    desk,
    leads(due, { createdDateTime: hoursAgo(19.5) }).map((one) => ({ ...one, id: `due-${one.id}` })),
  );
  await cards;
  await quiet(teams);
  const roundMs = await roundOn(desk, teams, due);
  const { rss } = await desk.ask('read');
  await desk.stop();
  return { lists, roundMs, startMs: desk.startMs, rss };
}
