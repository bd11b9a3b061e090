import { X509Certificate } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { request, type Dispatcher } from 'undici';
import { createRateLimit } from '../../../platform/rate-limit';
import { chainProblem, microsoftsRoots } from './chain';
import type { Certificate } from './signature';

export interface CertificatesOptions {
  /** Hosts (with a port, if any) that certificates are fetched from. */
  readonly hosts: () => readonly string[];
  /** Trusted beside Microsoft's own. */
  readonly moreRoots?: readonly X509Certificate[];
  /** The sandbox's certificates come over http, from this machine. */
  readonly http?: boolean;
  readonly dispatcher: Dispatcher;
  /** Real time in ms. */
  readonly real: () => number;
}

const MOST_BYTES = 65_536;
const LIMIT_MS = 4_000;
const MOST_KEPT = 20;
const KEPT_MS = 86_400_000;
/** A bad one is not fetched anew for each forged request. */
const BAD_KEPT_MS = 60_000;
/** A minute: anybody may name addresses that nobody has asked for yet. Partner Center has one or two, and comes again. */
const MOST_FETCHES = 30;
const ANYBODY = 'anybody';
/** Where the certificates of Microsoft's issuers are published (Azure certificate authority details): plain http, as their signatures prove them. */
const ISSUERS = new Set(['www.microsoft.com', 'caissuers.microsoft.com', 'cacerts.digicert.com']);

/** Certificates by their address, each fetched once and held for a day; several requests at a time wait for one fetch. */
export function createCertificates(options: CertificatesOptions): (url: string) => Promise<Certificate> {
  const { real } = options;
  const keeping = { max: MOST_KEPT, ttlResolution: 0, perf: { now: real } };
  // Apart, so that what strangers name pushes none of them out.
  const good = new LRUCache<string, Certificate>({ ...keeping, ttl: KEPT_MS });
  const kept = new LRUCache<string, Promise<Certificate>>({ ...keeping, ttl: BAD_KEPT_MS });
  const limit = createRateLimit(MOST_FETCHES, real);
  return async (address) => {
    const url = admitted(address, options);
    if (!url) return { kind: 'forged', problem: 'its certificate is at an address of nobody known' };
    const known = good.get(url.href) ?? kept.get(url.href);
    if (known) return known;
    if (limit.take(ANYBODY) > 0)
      return { kind: 'unsure', problem: 'too many certificates are asked for now' };
    const fetched = fetchChecked(url, options).then((found) => {
      if (found.kind === 'certificate') good.set(url.href, found);
      return found;
    });
    kept.set(url.href, fetched);
    return fetched;
  };
}

/** https, a host that is listed, no user and no query: what a request names is an address of a stranger. */
function admitted(address: string, { hosts, http = false }: CertificatesOptions): URL | undefined {
  if (address.length > 500 || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const scheme = url.protocol === 'https:' || (http && url.protocol === 'http:');
  return scheme && plain && hosts().includes(url.host) ? url : undefined;
}

async function fetchChecked(url: URL, options: CertificatesOptions): Promise<Certificate> {
  const { dispatcher, real, moreRoots = [] } = options;
  const roots = [...microsoftsRoots(), ...moreRoots];
  const leaf = await certificateAt(url, dispatcher);
  if (!(leaf instanceof X509Certificate)) return leaf;
  const issuerOf = async (certificate: X509Certificate): Promise<X509Certificate | undefined> => {
    const above = issuerUrl(certificate);
    const found = above && (await certificateAt(above, dispatcher));
    return found instanceof X509Certificate ? found : undefined;
  };
  const problem = await chainProblem(leaf, roots, issuerOf, real());
  return problem === undefined ? { kind: 'certificate', certificate: leaf } : { kind: 'forged', problem };
}

/** Where the issuer's certificate is (RFC 5280 §4.2.2.1). */
function issuerUrl({ infoAccess = '' }: X509Certificate): URL | undefined {
  const [, address = ''] = /^CA Issuers - URI:(\S+)$/m.exec(infoAccess) ?? [];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.port === '' && ISSUERS.has(url.hostname)
    ? url
    : undefined;
}

async function certificateAt(
  url: URL,
  dispatcher: Dispatcher,
): Promise<X509Certificate | Exclude<Certificate, { kind: 'certificate' }>> {
  const unsure = { kind: 'unsure', problem: 'its certificate cannot be fetched now' } as const;
  const bytes = await fetchBytes(url, dispatcher).catch(() => undefined);
  if (bytes === undefined) return unsure;
  try {
    return new X509Certificate(bytes);
  } catch {
    return { kind: 'forged', problem: 'what stands at the address of its certificate is none' };
  }
}

/** Undefined: not there, or larger than any certificate. Redirects are not followed. */
async function fetchBytes(url: URL, dispatcher: Dispatcher): Promise<Buffer | undefined> {
  const { statusCode, body } = await request(url, { dispatcher, signal: AbortSignal.timeout(LIMIT_MS) });
  body.on('error', () => undefined);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return statusCode === 200 ? Buffer.concat(chunks) : undefined;
}
