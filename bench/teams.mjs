// A Bot Connector on loopback that takes everything at once and counts it: Teams, as fast as it could ever be.
import http from 'node:http';

export const TEAM = '19:general@thread.tacv2';
export const CHANNEL = '19:referrals@thread.tacv2';
export const TENANT = '00000000-0000-0000-0000-0000000000aa';

/** Whom the bot meets: enough that no limit for one person is met. */
export const PEOPLE = Array.from({ length: 200 }, (_, index) => ({
  id: `29:person-${index}`,
  name: `Seller ${index}`,
  aadObjectId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  userPrincipalName: `seller${index}@bench.example`,
  tenantId: TENANT,
}));

export async function startTeams() {
  const watchers = new Set();
  let ids = 0;
  const server = http.createServer((req, res) => {
    const chunks = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => {
      const path = decodeURIComponent(req.url.split('?')[0]).replace('/teams/v3', '');
      const call = { method: req.method, path, text: Buffer.concat(chunks).toString() };
      const answer = answerTo(call, () => `17${String((ids += 1)).padStart(11, '0')}`);
      res.writeHead(req.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
      res.end(JSON.stringify(answer));
      if (req.method !== 'GET') for (const watcher of watchers) watcher(call, answer);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/teams`,
    /** Called with each message posted or changed; gives back how to stop that. */
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answerTo({ method, path, text }, nextId) {
  if (method === 'GET') return known(path);
  if (method === 'PUT') return { id: path.split('/').pop() };
  const id = nextId();
  if (path !== '/conversations') return { id };
  const { isGroup, members } = JSON.parse(text);
  return isGroup ? { id: `${CHANNEL};messageid=${id}`, activityId: id } : { id: `a:${members[0].id}` };
}

function known(path) {
  if (path.endsWith('/pagedmembers')) return { members: PEOPLE };
  const [, member] = /\/members\/(.+)$/.exec(path) ?? [];
  if (member) return PEOPLE.find((one) => [one.id, one.aadObjectId].includes(member)) ?? PEOPLE[0];
  if (path.endsWith('/conversations'))
    return { conversations: [{ id: TEAM }, { id: CHANNEL, name: 'Referrals' }] };
  return { id: TEAM, name: 'Bench' };
}
