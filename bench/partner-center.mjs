// Partner Center and Microsoft's sign-in, as fast as they could ever be: a list in pages of 100, and tokens for whoever asks.
import http from 'node:http';
import { hoursAgo } from './leads.mjs';

const LIST = '/v1.0/engagements/referrals';
const PAGE = 100;
const TOKEN = { token_type: 'Bearer', expires_in: 3_600, access_token: 'bench', refresh_token: 'bench' };

const idOf = (index) => `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`;

/** Open, as they came within the last eleven hours: none has a reminder in the hour that is measured after it. */
const record = (index, count) => {
  const at = hoursAgo(1 + (index / count) * 10);
  return {
    ...{ id: idOf(index), engagementId: idOf(index), eTag: `"${index}"`, organizationId: 'own' },
    ...{ createdDateTime: at, updatedDateTime: at, expirationDateTime: hoursAgo(-24) },
    ...{ status: 'New', substatus: 'Pending', type: 'Independent', qualification: 'Direct' },
    ...{ direction: 'Incoming', name: null, acceptedDateTime: null, isSpam: false, team: [] },
    customerProfile: { name: `Customer ${index} GmbH`, address: { city: 'Bonn', country: 'DE' } },
    details: { notes: 'Help with 80 seats', customerRequestedContact: false, dealValue: null },
  };
};

export async function startPartnerCenter(count) {
  // Oldest change first, as it is asked for.
  const records = Array.from({ length: count }, (_, index) => record(count - 1 - index, count));
  let calls = 0;
  let open = false;
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const answer = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json', date: new Date().toUTCString() });
      response.end(JSON.stringify(body));
    };
    request.resume();
    if (!url.pathname.startsWith(LIST)) return answer(200, TOKEN);
    calls += 1;
    if (!open) return answer(503, { error: { code: 'serviceUnavailable', message: 'Not now.' } });
    const since = /updatedDateTime ge (\S+)/.exec(url.searchParams.get('$filter') ?? '')?.[1];
    const found = since === undefined ? records : records.filter((one) => one.updatedDateTime >= since);
    const from = Number(url.searchParams.get('$skiptoken') ?? 0);
    const next = from + PAGE < found.length && new URL(url);
    if (next) next.searchParams.set('$skiptoken', String(from + PAGE));
    answer(200, { value: found.slice(from, from + PAGE), ...(next && { '@odata.nextLink': next.href }) });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** From now on it answers. */
    open: () => {
      open = true;
    },
    /** How often it was asked since this was asked last. */
    calls: () => {
      const asked = calls;
      calls = 0;
      return asked;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
