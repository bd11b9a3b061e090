import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MockAgent } from 'undici';
import { microsoftsRoots } from '../../../src/adapters/partner-center/webhook/chain';
import { createCertificates } from '../../../src/adapters/partner-center/webhook/certificates';

/** Made for these tests; nobody trusts their root. */
const pem = (name: string): X509Certificate =>
  new X509Certificate(readFileSync(path.join(__dirname, '../../fixtures/certificates', `${name}.pem`)));

const HOST = 'certs.example';
const NOW = Date.parse('2027-01-01T00:00:00Z');
let asked: string[] = [];
let agent: MockAgent;

const serve = (origin: string, at: string, answer: { status: number; bytes: Buffer | string }): void => {
  agent
    .get(origin)
    .intercept({ path: at })
    .reply(() => {
      asked.push(`${origin}${at}`);
      return { statusCode: answer.status, data: answer.bytes };
    })
    .persist();
};

const certificates = (now = NOW) =>
  createCertificates({ hosts: () => [HOST], moreRoots: [pem('root')], dispatcher: agent, real: () => now });
const at = (name: string): string => `https://${HOST}/cert/${name}.cer`;

beforeEach(() => {
  asked = [];
  agent = new MockAgent();
  agent.disableNetConnect();
  for (const name of ['good', 'elsewhere', 'not-microsoft', 'by-a-leaf', 'wrong-issuer'])
    serve(`https://${HOST}`, `/cert/${name}.cer`, { status: 200, bytes: pem(name).raw });
  for (const name of ['issuer', 'other', 'no-ca', 'root'])
    serve('http://www.microsoft.com', `/pkiops/certs/${name}.crt`, { status: 200, bytes: pem(name).raw });
});
afterEach(() => agent.close());

it('a certificate is Microsoft’s by its chain, fetched once for many requests', async () => {
  const certificateAt = certificates();
  const found = await Promise.all([1, 2, 3].map(() => certificateAt(at('good'))));
  expect(found.map(({ kind }) => kind)).toEqual(['certificate', 'certificate', 'certificate']);
  expect(asked).toHaveLength(2);
});

it('however many addresses strangers name, few are fetched, and the good one is held', async () => {
  let now = NOW;
  const certificateAt = createCertificates({
    ...{ hosts: () => [HOST], moreRoots: [pem('root')], dispatcher: agent, real: () => now },
  });
  const strange = Array.from({ length: 100 }, (_, n) => `strange-${n}`);
  for (const name of strange) serve(`https://${HOST}`, `/cert/${name}.cer`, { status: 404, bytes: '' });
  await certificateAt(at('good'));
  const found = await Promise.all(strange.map((name) => certificateAt(at(name))));
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['unsure']));
  expect(asked.filter((url) => url.includes('strange')).length).toBeLessThan(40);
  expect((await certificateAt(at('good'))).kind).toBe('certificate');
  expect(asked.filter((url) => url.includes('good'))).toHaveLength(1);
  now += 61_000;
  await certificateAt(at('elsewhere'));
  expect(asked.filter((url) => url.includes('elsewhere'))).toHaveLength(1);
});

it.each([
  ['not-microsoft', /not issued by Microsoft/],
  ['elsewhere', /no root that is trusted/],
  ['by-a-leaf', /no root that is trusted/],
  ['wrong-issuer', /no root that is trusted/],
])('%s is forged', async (name, problem) => {
  expect(await certificates()(at(name))).toEqual({ kind: 'forged', problem: expect.stringMatching(problem) });
  expect(asked.some((url) => url.includes('evil'))).toBe(false);
});

it('a good one is no good before its time nor after it, nor with no root of ours above it', async () => {
  for (const day of ['2020-01-01', '2090-01-01'])
    expect((await certificates(Date.parse(day))(at('good'))).kind).toBe('forged');
  const trusting = createCertificates({ hosts: () => [HOST], dispatcher: agent, real: () => NOW });
  expect((await trusting(at('good'))).kind).toBe('forged');
});

it('of the web’s roots those of Microsoft’s issuers alone are trusted', () => {
  const names = microsoftsRoots().map(({ subject }) => /^CN=(.+)$/m.exec(subject)?.[1]);
  expect(names.sort()).toEqual([
    'DigiCert Global Root CA',
    'DigiCert Global Root G2',
    'DigiCert Global Root G3',
    'Microsoft ECC Root Certificate Authority 2017',
    'Microsoft RSA Root Certificate Authority 2017',
  ]);
});

it.each([
  `http://${HOST}/cert/good.cer`,
  `https://user@${HOST}/cert/good.cer`,
  `https://${HOST}:444/cert/good.cer`,
  `https://${HOST}/cert/good.cer?x=1`,
  `https://${HOST}.evil.example/cert/good.cer`,
  'https://[::1]/cert/good.cer',
  `https://${HOST}/${'x'.repeat(600)}`,
  'good.cer',
])('%s is not asked', async (url) => {
  expect((await certificates()(url)).kind).toBe('forged');
  expect(asked).toEqual([]);
});

it('what cannot be fetched leaves it open, and is asked again after a minute only', async () => {
  serve(`https://${HOST}`, '/cert/away.cer', { status: 503, bytes: '' });
  serve(`https://${HOST}`, '/cert/large.cer', { status: 200, bytes: Buffer.alloc(100_000) });
  serve(`https://${HOST}`, '/cert/page.cer', { status: 200, bytes: '<html></html>' });
  let now = NOW;
  const certificateAt = createCertificates({
    ...{ hosts: () => [HOST], moreRoots: [pem('root')], dispatcher: agent },
    real: () => now,
  });
  for (const name of ['away', 'away', 'large']) expect((await certificateAt(at(name))).kind).toBe('unsure');
  expect((await certificateAt(at('page'))).kind).toBe('forged');
  expect(asked).toHaveLength(3);
  now += 61_000;
  await certificateAt(at('away'));
  expect(asked).toHaveLength(4);
});
