import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';

/** What stands above a certificate: its issuer's certificate; undefined: none was found. */
export type IssuerOf = (certificate: X509Certificate) => Promise<X509Certificate | undefined>;

/** Leaf, intermediates, root: Microsoft's chains have three or four. */
const LONGEST = 4;
/** The lines of a distinguished name as Node writes them. */
const MICROSOFT = /^O=Microsoft Corporation$/m;

/**
 * The roots that Microsoft's issuers stand under (Azure certificate authority details), by SHA-256: two of its own, and
 * three of DigiCert's that have signed others. No other of the web's many roots vouches for an event.
 */
const MICROSOFTS_ROOTS = new Set([
  // Microsoft RSA, and ECC, Root Certificate Authority 2017
  'C7:41:F7:0F:4B:2A:8D:88:BF:2E:71:C1:41:22:EF:53:EF:10:EB:A0:CF:A5:E6:4C:FA:20:F4:18:85:30:73:E0',
  '35:8D:F3:9D:76:4A:F9:E1:B7:66:E9:C9:72:DF:35:2E:E1:5C:FA:C2:27:AF:6A:D1:D7:0E:8E:4A:6E:DC:BA:02',
  // DigiCert Global Root CA, G2 and G3
  '43:48:A0:E9:44:4C:78:CB:26:5E:05:8D:5E:89:44:B4:D8:4F:96:62:BD:26:DB:25:7F:89:34:A4:43:C7:01:61',
  'CB:3C:CB:B7:60:31:E5:E0:13:8F:8D:D3:9A:23:F9:DE:47:FF:C3:5E:43:C1:14:4C:EA:27:D4:6A:5A:B1:CB:5F',
  '31:AD:66:48:F8:10:41:38:C7:38:F3:9E:A4:32:01:33:39:3E:3A:18:CC:02:29:6E:F9:7C:2A:C9:EF:67:31:D0',
]);

/** Those of them that this Node has. */
let bundled: readonly X509Certificate[] | undefined;
export const microsoftsRoots = (): readonly X509Certificate[] =>
  (bundled ??= rootCertificates
    .map((pem) => new X509Certificate(pem))
    .filter(({ fingerprint256 }) => MICROSOFTS_ROOTS.has(fingerprint256)));

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
