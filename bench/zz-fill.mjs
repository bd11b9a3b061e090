import { fill } from './million.mjs';
import { startTeams } from './teams.mjs';
const teams = await startTeams();
const t = performance.now();
await fill(teams, process.argv[2], Number(process.argv[3]));
console.log('filled in', (performance.now() - t) / 1000);
process.exit(0);
