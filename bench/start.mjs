// Start (built before, new database) until it listens, and memory then.
import { startBare, startDesk } from './subjects.mjs';

async function started(server) {
  const { rss } = await server.ask('read');
  await server.stop();
  return { ms: server.startMs, rss };
}

export const startOfDesk = async (teams, store) => started(await startDesk(teams, store.fresh()));

export const startOfBare = async (teams, kept) => started(await startBare(teams, kept));
