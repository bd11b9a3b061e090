import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';

/** What stands above a certificate: its issuer's certificate; undefined: none was found. */
export type IssuerOf = (certificate: X509Certificate) => Promise<X509Certificate | undefined>;

/** Leaf, intermediates, root: Microsoft's chains have three or four. */
const LONGEST = 4;
/** The lines of a distinguished name as Node writes them. */
const MICROSOFT = /^O=Microsoft Corporation$/m;

/** The roots that Node trusts; Microsoft's own (2017) and those that have signed its issuers are among them. */
let webRoots: readonly X509Certificate[] | undefined;
export const trustedRoots = (): readonly X509Certificate[] =>
  (webRoots ??= rootCertificates.map((pem) => new X509Certificate(pem)));

const isCurrent = (certificate: X509Certificate, now: number): boolean =>
  Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);

const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

/** Why a certificate is not Microsoft's; undefined: it is, up to one of the roots. `now`: real time in ms. */
export async function chainProblem(
  leaf: X509Certificate,
  roots: readonly X509Certificate[],
  issuerOf: IssuerOf,
  now: number,
): Promise<string | undefined> {
  if (!MICROSOFT.test(leaf.issuer)) return 'its certificate is not issued by Microsoft';
  let certificate = leaf;
  for (let depth = 0; depth < LONGEST; depth += 1) {
    const below = certificate;
    if (!isCurrent(below, now)) return 'a certificate of its chain is out of date';
    const root = roots.find((one) => issued(one, below));
    if (root) return isCurrent(root, now) ? undefined : 'the root of its chain is out of date';
    const issuer = await issuerOf(below);
    if (!issuer || !issued(issuer, below)) return 'its certificate leads to no root that is trusted';
    certificate = issuer;
  }
  return 'the chain of its certificate is too long';
}
