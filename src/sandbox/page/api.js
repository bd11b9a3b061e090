/** A refusal with words that can be shown. */
export class Refused extends Error {
  constructor(status, body) {
    super(wordsOf(status, body));
    this.status = status;
  }
}

function wordsOf(status, body) {
  return body?.detail ?? body?.error?.message ?? body?.message ?? `That did not work (status ${status}).`;
}

const REFERRALS = '/sandbox/partner-center/v1.0/engagements/referrals';
/** The sandbox's Partner Center takes any bearer token. */
const TOKEN = { authorization: 'Bearer sandbox-page' };

async function call(method, path, { body, headers = {} } = {}) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  let response;
  try {
    response = await fetch(path, { method, headers: { ...type, ...headers }, ...sent });
  } catch {
    throw new Refused(0, { detail: 'The program does not answer. Is it still running?' });
  }
  const text = await response.text();
  const json = parsed(text);
  if (!response.ok) throw new Refused(response.status, json);
  return json;
}

function parsed(text) {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const part = encodeURIComponent;

export const api = {
  people: () => call('GET', '/sandbox/people'),
  conversations: () => call('GET', '/sandbox/conversations'),
  activities: (conversation, person) =>
    call('GET', `/sandbox/conversations/${part(conversation)}/activities?person=${part(person)}`),
  dialog: (person) => call('GET', `/sandbox/people/${part(person)}/dialog`),
  block: (person, blocked) => call('POST', `/sandbox/people/${part(person)}/block`, { body: { blocked } }),
  installInTeam: (installed) => call('POST', '/sandbox/team/bot', { body: { installed } }),
  act: (body) => call('POST', '/sandbox/act', { body }),
  rights: () => call('GET', '/sandbox/partner-center/roles'),
  setRight: (person, change) =>
    call('POST', '/sandbox/partner-center/roles', { body: { person, ...change } }),
  clock: () => call('GET', '/sandbox/clock'),
  moveClock: (body) => call('POST', '/sandbox/clock', { body }),
  faults: () => call('GET', '/sandbox/faults'),
  addFault: (body) => call('POST', '/sandbox/faults', { body }),
  clearFaults: () => call('DELETE', '/sandbox/faults'),
  referrals: () => call('GET', `${REFERRALS}?$orderby=${part('createdDateTime desc')}`, { headers: TOKEN }),
  referral: (id) => call('GET', `${REFERRALS}/${part(id)}`, { headers: TOKEN }),
  patchReferral: (referral, operations) =>
    call('PATCH', `${REFERRALS}/${part(referral.id)}`, {
      body: operations,
      headers: { ...TOKEN, 'if-match': referral.eTag, prefer: 'return=representation' },
    }),
  sample: (kind) => call('POST', '/sandbox/partner-center/samples', { body: { kind } }),
};
