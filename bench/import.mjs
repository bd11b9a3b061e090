// The first import of an account's open referrals, and a poll that finds nothing new.
import { heard, moveClock, quiet } from './leads.mjs';
import { startPartnerCenter } from './partner-center.mjs';
import { bindDesk, startConnected } from './subjects.mjs';

const POLLS = 10;
const NEVER_MS = 600_000;

/** From the moment at which Partner Center answers until the one message that tells of all of them. */
export async function importOn(teams, store, count) {
  const partnerCenter = await startPartnerCenter(count);
  const desk = await startConnected(teams, store.fresh(), partnerCenter.url);
  await bindDesk(desk, teams);
  await quiet(teams);
  partnerCenter.open();
  partnerCenter.calls();
  await desk.ask('reset');
  const begun = performance.now();
  const told = heard(
    teams,
    1,
    ({ method, text }) => method === 'POST' && text.includes('found in Partner Center'),
    NEVER_MS,
  );
  await moveClock(desk, 'PT10M');
  await told;
  const ms = performance.now() - begun;
  await quiet(teams);
  const calls = partnerCenter.calls();
  const { rss, cpuMs, stallMs } = await desk.ask('read');
  const idle = await idlePolls(desk, partnerCenter);
  await desk.stop();
  partnerCenter.stop();
  return { ms, calls, rss, cpuMs, stallMs, idle };
}

async function idlePolls(desk, partnerCenter) {
  await moveClock(desk, 'PT5M');
  partnerCenter.calls();
  await desk.ask('reset');
  const begun = performance.now();
  for (let at = 0; at < POLLS; at += 1) await moveClock(desk, 'PT5M');
  const ms = performance.now() - begun;
  const { cpuMs } = await desk.ask('read');
  const calls = partnerCenter.calls();
  return { calls: calls / POLLS, ms: ms / POLLS, cpuMs: cpuMs / POLLS };
}
