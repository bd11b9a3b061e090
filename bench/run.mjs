// npm run bench: this program against botbuilder and restify that answer the same cards with as many calls to Teams, without
// logic and without a store. Both are processes of their own, driven over HTTP, one round after the other.
//   --quick      seconds, on SQLite only, to see that it runs; its figures say nothing
//   --write      puts what was measured into docs/performance.md, and leaves the rest of it as it is
//   --rounds=5   --accepts=300   --many=1000000   --found=10000   --only=accept,intake,round,stalls,start,import,many   --no-mongo
import fs from 'node:fs';
import { build, isStale } from '../scripts/build.mjs';
import { keepAnswers } from './kept.mjs';
import { markdown } from './report.mjs';
import { measures } from './measures.mjs';
import { mongo, sqlite } from './subjects.mjs';
import { startTeams } from './teams.mjs';

const page = new URL('../docs/performance.md', import.meta.url);
const flag = (name) => process.argv.includes(`--${name}`);
const value = (name, otherwise) =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;

const quick = flag('quick');
const settings = {
  rounds: Number(value('rounds', quick ? 1 : 5)),
  accepts: Number(value('accepts', quick ? 10 : 300)),
  intake: quick ? 20 : 500,
  open: quick ? 30 : 1_000,
  due: quick ? 5 : 100,
  found: Number(value('found', quick ? 30 : 10_000)),
  many: Number(value('many', quick ? 200 : 1_000_000)),
  asked: quick ? 3 : 40,
};
const only = value('only', Object.keys(measures).join(',')).split(',');

if (isStale() && !(await build({ onlyIfStale: true }))) process.exit(1);
const teams = await startTeams();
const stores = [sqlite(), ...(quick || flag('no-mongo') ? [] : [await mongo()])].filter(
  (one) => one !== undefined,
);
try {
  const kept = await keepAnswers(teams, stores[0].fresh());
  const sections = [];
  for (const name of only) {
    console.error(`measuring: ${name}`);
    const told = (line) => console.error(`  ${line}`);
    const measured = await measures[name]({ teams, stores, kept, settings, told });
    sections.push({ name, rounds: name === 'many' ? 1 : settings.rounds, ...measured });
  }
  const names = Object.keys(measures);
  console.log(markdown(sections, names));
  if (flag('write')) {
    const before = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '';
    fs.writeFileSync(page, markdown(sections, names, before));
  }
} finally {
  await Promise.all(stores.map((store) => store.stop()));
  teams.stop();
}
process.exit(0);
